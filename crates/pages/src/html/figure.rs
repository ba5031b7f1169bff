//! One figure with its evidence.

use maud::{Markup, html};

use super::PageContext;
use super::components::clipping::ClippingDetail;
use super::components::facts::{fact, facts};
use crate::route::Page;
use crate::url_state::PageView;
use thidua_cite::CitedWork;
use thidua_core::corpus::FigureRef;
use thidua_core::domain::{Comparator, Figure};
use thidua_core::text::format_period;
use thidua_i18n::{sentences, terms};

impl PageContext<'_> {
    /// The page of figure `id`.
    pub(super) fn figure_page(self, id: &str) -> Option<Markup> {
        let found = self.catalogue().figure(id)?;
        let FigureRef { article, figure } = found;
        let w = self.w;
        let citation = thidua_cite::figure_line(found, self.catalogue(), self.lang);
        let address = self.shown_address(Page::Figure(figure.id.clone()));
        let work = CitedWork::of_figure(found, address.as_deref(), self.catalogue(), self.lang);
        let title = format!("{}: {}", figure.as_written, figure.label.get(self.lang));
        let others = article.figures.iter().filter(|f| f.line == figure.line && f.id != figure.id);
        let others: Vec<_> = others.map(|figure| FigureRef { article, figure }).collect();
        Some(html! {
            article {
                (self.crumbs(Page::Figures, w.nav_figures))
                header.head {
                    h1.figure-title {
                        span.figure-title__words lang="vi" { (figure.as_written) }
                        " "
                        span.figure-title__label { (figure.label.get(self.lang)) }
                    }
                    div.evidence {
                        p {
                            (w.as_printed) ": " q lang="vi" { (figure.as_written) } ", "
                            a href=(self.line_href(article, figure.line)) { (sentences::line(figure.line, self.lang)) }
                            ", " (self.article_link(article))
                        }
                        (self.verified_mark(article))
                    }
                    (self.page_tools(&self.figure_href(figure), &title, Some(&citation)))
                }
                section aria-label=(w.what_is_counted) { (self.figure_facts(found)) }
                (self.charts_of(PageView::of(&Page::Figure(figure.id.clone()))))
                @if !others.is_empty() {
                    section aria-labelledby="cung-doan" {
                        h2 #cung-doan { (w.related_figures) }
                        (self.clippings(&others, ClippingDetail::Label))
                    }
                }
                (self.citation(&citation, &work, None))
            }
        })
    }

    fn figure_facts(self, found: FigureRef<'_>) -> Markup {
        let w = self.w;
        let figure = found.figure;
        let levels = (!figure.levels.is_empty()).then(|| sentences::levels(&figure.levels, self.lang));
        let when = match (figure.when, &figure.when_as_written) {
            (Some(when), Some(printed)) => format!("{} (“{printed}”)", format_period(when, self.lang)),
            (Some(when), None) => format_period(when, self.lang),
            (None, Some(printed)) => format!("“{printed}”"),
            (None, None) => w.not_stated.to_owned(),
        };
        let campaigns: Vec<Markup> = found.campaigns().filter_map(|id| self.campaign_by_id(id)).collect();
        let campaigns = (!campaigns.is_empty())
            .then(|| html! { ul { @for campaign in campaigns { li { (campaign) } } } });
        let whole = figure.part_of.as_deref().and_then(|id| self.catalogue().figure(id)).map(|whole| {
            let label = whole.figure.label.get(self.lang);
            html! { a href=(self.figure_href(whole.figure)) { (whole.figure.as_written) ": " (label) } }
        });
        facts([
            fact(w.value, Some(self.value(figure))),
            fact(w.comparator, Some(self.bound(figure))),
            fact(w.role, Some(terms::role(figure.role, self.lang))),
            fact(w.level, Some(levels.unwrap_or_else(|| w.not_stated.to_owned()))),
            fact(w.period, Some(when)),
            fact(w.organisation, self.organisation_link(found.organisation())),
            fact(w.campaign, campaigns),
            fact(w.share_of, whole),
        ])
    }

    fn bound(self, figure: &Figure) -> String {
        match (&figure.word, figure.comparator) {
            (Some(word), comparator) => format!("“{word}”: {}", terms::comparator(comparator, self.lang)),
            (None, Comparator::Eq) => self.w.exact_number.to_owned(),
            (None, comparator) => terms::comparator(comparator, self.lang).to_owned(),
        }
    }
}
