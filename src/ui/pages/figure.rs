//! One figure with its evidence.

use leptos::prelude::*;

use crate::cite;
use crate::corpus::FigureRef;
use crate::domain::{Comparator, Figure};
use crate::i18n::{sentences, terms};
use crate::route::Page;
use crate::text::{format_number, format_period};
use crate::ui::components::clipping::Beside;
use crate::ui::components::facts::{fact, facts};
use crate::ui::components::share_bar::ShareBar;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// The page of figure `id`.
    pub(super) fn figure_page(self, id: &str) -> Option<AnyView> {
        let found = self.catalogue().figure(id)?;
        let FigureRef { article, figure } = found;
        let w = self.w;
        let href = self.figure_href(figure);
        let citation = cite::figure_line(found, self.catalogue(), self.lang);
        let place = format!("{}#dong-{}", self.article_href(article), figure.line);
        let title = format!("{}: {}", figure.as_written, figure.label.get(self.lang));
        Some(
            view! {
                <article>
                    {self.crumbs(Page::Figures, w.nav_figures)}
                    <header class="head">
                        <h1 class="figure-title">
                            <span class="figure-title__words" lang="vi">{figure.as_written.clone()}</span>
                            <span class="figure-title__label">{figure.label.get(self.lang).to_owned()}</span>
                        </h1>
                        <div class="evidence">
                            <p>
                                {w.as_printed}": "<q lang="vi">{figure.as_written.clone()}</q>", "
                                <a href=place>{sentences::line(figure.line, self.lang)}</a>", "
                                {self.article_link(article)}
                            </p>
                            {self.verified_mark(article)}
                        </div>
                        <ShareBar href=href title=title citation=Some(citation.clone())/>
                    </header>
                    {self.figure_facts(found)}
                    {self.shares(found)}
                    {self.same_paragraph(found)}
                    <p class="citation">{citation}</p>
                </article>
            }
            .into_any(),
        )
    }

    /// The value with its sign and unit: `> 90 %`.
    pub(super) fn value(self, figure: &Figure) -> String {
        let unit = self.catalogue().unit(&figure.unit).map_or("", |u| self.unit_name(u));
        let number = format_number(figure.value, self.lang);
        let to = figure.value_to.map(|to| format!("–{}", format_number(to, self.lang))).unwrap_or_default();
        let sign = figure.comparator.sign();
        let space = if sign.is_empty() { "" } else { " " };
        format!("{sign}{space}{number}{to} {unit}")
    }

    fn figure_facts(self, found: FigureRef<'_>) -> AnyView {
        let w = self.w;
        let figure = found.figure;
        let bound = match (&figure.word, figure.comparator) {
            (Some(word), comparator) => format!("“{word}”: {}", terms::comparator(comparator, self.lang)),
            (None, Comparator::Eq) => w.exact_number.to_owned(),
            (None, comparator) => terms::comparator(comparator, self.lang).to_owned(),
        };
        let when = match (figure.when, &figure.when_as_written) {
            (Some(when), Some(printed)) => format!("{} (“{printed}”)", format_period(when, self.lang)),
            (Some(when), None) => format_period(when, self.lang),
            (None, Some(printed)) => format!("“{printed}”"),
            (None, None) => w.not_stated.to_owned(),
        };
        let levels = if figure.levels.is_empty() {
            w.not_stated.to_owned()
        } else {
            sentences::levels(&figure.levels, self.lang)
        };
        let campaigns: Vec<_> = found
            .campaigns()
            .filter_map(|id| self.campaign_by_id(id))
            .map(|link| view! { <li>{link}</li> })
            .collect();
        let campaigns = (!campaigns.is_empty()).then(|| view! { <ul class="plain">{campaigns}</ul> });
        let whole = figure.part_of.as_deref().and_then(|id| self.catalogue().figure(id)).map(|whole| {
            let words = format!("{}: {}", whole.figure.as_written, whole.figure.label.get(self.lang));
            view! { <a href=self.figure_href(whole.figure)>{words}</a> }
        });
        view! {
            <section aria-label=w.what_is_counted>
                {facts([
                    fact(w.value, Some(self.value(figure))),
                    fact(w.comparator, Some(bound)),
                    fact(w.role, Some(terms::role(figure.role, self.lang))),
                    fact(w.level, Some(levels)),
                    fact(w.period, Some(when)),
                    fact(w.organisation, self.organisation_link(found.organisation())),
                    fact(w.campaign, campaigns),
                    fact(w.share_of, whole),
                ])}
            </section>
        }
        .into_any()
    }

    /// The whole with its parts as a chart, where the figure is one or the other.
    fn shares(self, found: FigureRef<'_>) -> Option<AnyView> {
        let id = &found.figure.id;
        let whole = match found.figure.part_of.as_deref() {
            Some(whole) => self.catalogue().figure(whole)?,
            None => found,
        };
        let mut family = self.catalogue().parts_of(&whole.figure.id);
        family.insert(0, whole);
        (family.len() > 1 && family.iter().any(|f| f.figure.id == *id))
            .then(|| self.charts_section(&family))
            .flatten()
    }

    fn same_paragraph(self, found: FigureRef<'_>) -> Option<AnyView> {
        let FigureRef { article, figure } = found;
        let others: Vec<_> = article
            .figures
            .iter()
            .filter(|f| f.line == figure.line && f.id != figure.id)
            .map(|other| {
                let found = FigureRef { article, figure: other };
                view! { <li>{self.clipping(found, Beside::Label)}</li> }
            })
            .collect();
        (!others.is_empty()).then(|| {
            view! {
                <section aria-labelledby="cung-doan">
                    <h2 id="cung-doan">{self.w.related_figures}</h2>
                    <ul class="clips">{others}</ul>
                </section>
            }
            .into_any()
        })
    }
}
