//! Rounds, themes and articles in time.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::{Article, Edtf};
use crate::text::format_period;
use crate::ui::context::Ctx;

/// What happened in one year; the key sorts it within the year.
type Entries = BTreeMap<(u16, u8, u8, usize), AnyView>;

impl Ctx<'_> {
    /// The timeline, oldest year first; what states no year comes last and is not placed.
    pub(super) fn timeline_page(self) -> AnyView {
        let mut years: BTreeMap<u16, Entries> = BTreeMap::new();
        let mut undated: Vec<AnyView> = Vec::new();
        let mut place =
            |when: Option<Edtf>, number: usize, entry: AnyView| match when.and_then(Edtf::earliest) {
                Some((year, month, day)) => {
                    years.entry(year).or_default().insert((year, month, day, number), entry);
                }
                None => undated.push(entry),
            };
        for (number, article) in self.catalogue().articles().iter().enumerate() {
            place(article.covers, number * 1000, self.timeline_article(article));
            for (n, phase) in article.phases.iter().enumerate() {
                let organisation = self.organisation_link(&article.organisation);
                let entry = view! { <li class="event event--phase">{self.phase(phase)}<p class="note">{organisation}</p></li> };
                place(phase.when.or(article.covers), number * 1000 + n + 1, entry.into_any());
            }
        }
        let years = years.into_iter().map(|(year, entries)| {
            let id = format!("nam-{year}");
            let labelled_by = id.clone();
            view! {
                <section class="year" aria-labelledby=labelled_by>
                    <h2 id=id>{year}</h2>
                    <ul class="events">{entries.into_values().collect_view()}</ul>
                </section>
            }
        });
        let undated = (!undated.is_empty()).then(|| {
            view! {
                <section class="year" aria-labelledby="khong-neu">
                    <h2 id="khong-neu">{self.w.timeline_undated}</h2>
                    <ul class="events">{undated}</ul>
                </section>
            }
        });
        view! {
            <header class="head"><h1>{self.w.nav_timeline}</h1></header>
            {years.collect_view()}
            {undated}
        }
        .into_any()
    }

    fn timeline_article(self, article: &Article) -> AnyView {
        let covers = article
            .covers
            .map(|covers| format_period(covers, self.lang))
            .or_else(|| article.covers_as_written.clone())
            .unwrap_or_default();
        let published = article
            .published
            .map(|date| view! { <span>" · "{self.w.published}" "{format_period(date, self.lang)}</span> });
        view! {
            <li class="event event--article">
                <p class="event__when">{covers}{published}</p>
                <p class="event__name">{self.article_link(article)}</p>
                <p class="note">{self.organisation_link(&article.organisation)}</p>
            </li>
        }
        .into_any()
    }
}
