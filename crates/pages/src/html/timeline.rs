//! Rounds, themes and articles in time.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::PageContext;
use crate::route::Page;
use crate::url_state::PageView;
use thidua_core::domain::{Article, Edtf, Phase};
use thidua_core::text::format_period;
use thidua_i18n::sentences;

/// So many entries are shown, of each year as many; its articles are a choice on the home page.
const MOST_SHOWN: usize = 480;

/// Something that happened: an article, or a phase that it tells of.
type Entry<'a> = (&'a Article, Option<&'a Phase>);

/// What happened in one year, sorted by the first day that it can mean, then by the order of the corpus.
type Entries<'a> = BTreeMap<((u16, u8, u8), usize), Entry<'a>>;

impl PageContext<'_> {
    /// The timeline, oldest year first; what states no year comes last and is not placed.
    pub(super) fn timeline_page(self) -> Markup {
        let mut years: BTreeMap<u16, Entries<'_>> = BTreeMap::new();
        let mut undated: Vec<Entry<'_>> = Vec::new();
        let mut number = 0;
        let mut place = |when: Option<Edtf>, entry| {
            number += 1;
            match when.and_then(Edtf::earliest) {
                Some(day) => drop(years.entry(day.0).or_default().insert((day, number), entry)),
                None => undated.push(entry),
            }
        };
        for article in self.catalogue().articles() {
            place(article.covers, (article, None));
            for phase in &article.phases {
                place(phase.when, (article, Some(phase)));
            }
        }
        let of_a_year = MOST_SHOWN.div_ceil(years.len() + 1);
        let of_a_year = if number > MOST_SHOWN { of_a_year } else { number };
        html! {
            header.head {
                h1 { (self.w.nav_timeline) }
                p.lede { (self.w.timeline_lede) }
            }
            (self.charts_of(PageView::of(&Page::Timeline)))
            @for (year, entries) in years {
                @let id = format!("nam-{year}");
                section.year aria-labelledby=(id) {
                    h2 id=(id) { (year) }
                    ul.events { @for entry in entries.values().take(of_a_year) { (self.timeline_entry(*entry)) } }
                    @if entries.len() > of_a_year {
                        p.note {
                            a href=(format!("{}?nam={year}", self.href(Page::Home))) {
                                (sentences::year_goes_on(entries.len() - of_a_year, year, self.lang))
                            }
                        }
                    }
                }
            }
            @if !undated.is_empty() {
                section.year aria-labelledby="khong-neu" {
                    h2 #khong-neu { (self.w.timeline_undated) }
                    ul.events { @for entry in undated.iter().take(of_a_year) { (self.timeline_entry(*entry)) } }
                    (self.more(undated.len(), of_a_year))
                }
            }
        }
    }

    fn timeline_entry(self, (article, phase): Entry<'_>) -> Markup {
        match phase {
            Some(phase) => self.timeline_phase(article, phase),
            None => self.timeline_article(article),
        }
    }

    fn timeline_article(self, article: &Article) -> Markup {
        html! {
            li.event {
                p.event__when {
                    (self.w.article) ", " (self.period_of(article))
                    @if let Some(date) = article.published {
                        " · " (self.w.published) " " (format_period(date, self.lang))
                    }
                }
                p.event__name { (self.article_link(article)) }
                p.note { @if let Some(link) = self.organisation_link(&article.organisation) { (link) } }
            }
        }
    }

    fn timeline_phase(self, article: &Article, phase: &Phase) -> Markup {
        html! {
            li.event {
                (self.phase(phase))
                p.note { @if let Some(link) = self.organisation_link(&article.organisation) { (link) } }
            }
        }
    }
}
