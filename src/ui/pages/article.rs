//! One article: where it comes from, and digest and facts side by side, paragraph by paragraph.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::cite;
use crate::corpus::FigureRef;
use crate::domain::{Article, Lang, Mention, Person, Phase};
use crate::i18n::{sentences, terms};
use crate::route::Page;
use crate::text::format_period;
use crate::ui::components::clipping::Beside;
use crate::ui::components::facts::{fact, facts};
use crate::ui::components::share_bar::ShareBar;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// The page of article `id`.
    pub(super) fn article_page(self, id: &str) -> Option<AnyView> {
        let article = self.catalogue().article(id)?;
        let w = self.w;
        let href = self.article_href(article);
        let headline = self.headline(article).to_owned();
        let citation = cite::article_line(article, self.catalogue(), self.lang);
        let printed_headline = (self.lang == Lang::En && article.headline_en.is_some())
            .then(|| view! { <p class="original" lang="vi">{article.headline.clone()}</p> });
        let kicker = article.kicker.clone().map(|k| view! { <p class="kicker" lang="vi">{k}</p> });
        Some(
            view! {
                <article>
                    {self.crumbs(Page::Home, w.nav_home)}
                    <header class="head">
                        {kicker}
                        <h1>{headline.clone()}</h1>
                        {printed_headline}
                        {self.article_facts(article)}
                        <ShareBar href=href title=headline citation=Some(citation.clone())/>
                    </header>
                    <section aria-labelledby="digest">
                        <h2 id="digest">{w.digest_and_facts}</h2>
                        <p class="note">{w.digest_note}</p>
                        {self.paragraphs(article)}
                    </section>
                    {self.article_charts(article)}
                    {self.full_text(article)}
                    <section aria-labelledby="source">
                        <h2 id="source">{w.source}</h2>
                        {self.provenance(article)}
                        <p class="citation">{citation}</p>
                    </section>
                </article>
            }
            .into_any(),
        )
    }

    fn article_facts(self, article: &Article) -> AnyView {
        let w = self.w;
        let covers = article
            .covers
            .map(|covers| format_period(covers, self.lang))
            .or_else(|| article.covers_as_written.clone());
        let byline = if article.byline.is_empty() {
            w.byline_not_stated.to_owned()
        } else {
            article.byline.join(", ")
        };
        let published = article
            .published
            .map_or_else(|| w.date_not_stated.to_owned(), |date| format_period(date, self.lang));
        facts([
            fact(w.organisation, self.organisation_link(&article.organisation)),
            fact(w.covers, covers),
            fact(w.byline, Some(byline)),
            fact(w.published, Some(published)),
        ])
    }

    /// Every paragraph with the facts that stand in it, in the order of the source's lines.
    fn paragraphs(self, article: &Article) -> AnyView {
        let lines: BTreeSet<u32> = article
            .digest
            .iter()
            .map(|p| p.line)
            .chain(article.figures.iter().map(|f| f.line))
            .chain(article.mentions.iter().map(|m| m.line))
            .chain(article.phases.iter().map(|p| p.line))
            .chain(article.people.iter().map(|p| p.line))
            .collect();
        let rows = lines.into_iter().map(|line| {
            let text = article.digest.iter().filter(|p| p.line == line).map(|p| {
                let text = match self.lang {
                    Lang::Vi => p.vi.clone(),
                    Lang::En => p.en.clone(),
                };
                view! { <p>{text}</p> }
            });
            view! {
                <div class="paragraph" id=format!("dong-{line}")>
                    <div class="paragraph__text">
                        {text.collect_view()}
                        <p class="paragraph__line">{sentences::line(line, self.lang)}</p>
                    </div>
                    <div class="paragraph__facts">{self.facts_of_line(article, line)}</div>
                </div>
            }
        });
        view! { <div class="paragraphs">{rows.collect_view()}</div> }.into_any()
    }

    fn facts_of_line(self, article: &Article, line: u32) -> AnyView {
        let figures: Vec<_> = article
            .figures
            .iter()
            .filter(|f| f.line == line)
            .map(|figure| {
                let found = FigureRef { article, figure };
                view! { <li>{self.clipping(found, Beside::Label)}</li> }
            })
            .collect();
        let figures = (!figures.is_empty()).then(|| view! { <ul class="clips">{figures}</ul> });
        let phases = article.phases.iter().filter(|p| p.line == line).map(|p| self.phase(p));
        let mentions: Vec<_> = article
            .mentions
            .iter()
            .filter(|m| m.line == line)
            .map(|m| view! { <li>{self.mention(m)}</li> })
            .collect();
        let mentions = (!mentions.is_empty()).then(|| view! { <ul class="mentions">{mentions}</ul> });
        let people = article.people.iter().filter(|p| p.line == line).map(|p| self.person(p));
        view! { {figures} {phases.collect_view()} {mentions} {people.collect_view()} }.into_any()
    }

    /// A phase with its dates, theme and printed words.
    pub(super) fn phase(self, phase: &Phase) -> AnyView {
        let when = phase.when.map(|when| format_period(when, self.lang));
        let when = when.unwrap_or_else(|| self.w.not_stated.to_owned());
        let printed =
            phase.as_written.clone().map(|p| view! { <span class="printed" lang="vi">"“"{p}"”"</span> });
        let theme = phase.theme.as_deref().and_then(|id| self.catalogue().campaign(id)).map(|theme| {
            view! { <p class="phase__theme">{self.w.theme_of_round}": "{self.campaign_link(theme)}</p> }
        });
        let campaign = self.catalogue().campaign(&phase.campaign).map(|c| self.campaign_link(c));
        view! {
            <div class="phase">
                <p class="phase__when">{when}</p>
                <p class="phase__name">{campaign}" "{printed}</p>
                {theme}
            </div>
        }
        .into_any()
    }

    fn mention(self, mention: &Mention) -> AnyView {
        let sector = mention
            .sector
            .map(|s| view! { <span class="mention__sector">" · "{terms::sector(s, self.lang)}</span> });
        view! {
            {self.campaign_by_id(&mention.campaign)}
            <span class="mention__relation">" — "{terms::relation(mention.relation, self.lang)}</span>
            {sector}
        }
        .into_any()
    }

    /// A person with the role as printed.
    pub(super) fn person(self, person: &Person) -> AnyView {
        let printed = person.role.clone();
        let role = match (self.lang, &person.role_en) {
            (Lang::En, Some(role)) => view! { <span>", "{role.clone()}</span> }.into_any(),
            _ => printed.map(|role| view! { <span lang="vi">", "{role}</span> }).into_any(),
        };
        view! { <p class="person"><strong lang="vi">{person.name.clone()}</strong>{role}</p> }.into_any()
    }

    fn article_charts(self, article: &Article) -> Option<AnyView> {
        let figures: Vec<_> = article.figures.iter().map(|figure| FigureRef { article, figure }).collect();
        self.charts_section(&figures)
    }

    fn full_text(self, article: &Article) -> Option<AnyView> {
        let body = article.body.as_ref()?;
        let paragraphs = body.iter().map(|p| view! { <p>{p.clone()}</p> });
        Some(
            view! {
                <section lang="vi" class="body">
                    <h2>{self.w.full_text}</h2>
                    {paragraphs.collect_view()}
                </section>
            }
            .into_any(),
        )
    }

    fn provenance(self, article: &Article) -> AnyView {
        let w = self.w;
        let source = article.source.as_deref().and_then(|id| self.catalogue().source(id)).map_or_else(
            || w.source_not_stated.to_owned(),
            |s| format!("{}. {}", s.name, s.attribution.get(self.lang)),
        );
        let original = article.url.clone().map(|url| {
            let href = url.clone();
            view! { <a href=href rel="noopener noreferrer external">{url}</a> }
        });
        let [first, last] = article.text.lines;
        let text = &article.text;
        facts([
            fact(w.source, Some(source)),
            fact(w.original, original),
            fact(w.text_lines, Some(format!("{first}–{last} ({}.txt)", text.file_stem))),
            fact(w.text_fingerprint, Some(view! { <code class="hash">{text.sha256.clone()}</code> })),
            fact(w.evidence, Some(self.verified_mark(article))),
        ])
    }
}
