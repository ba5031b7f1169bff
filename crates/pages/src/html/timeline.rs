//! Rounds, themes and articles in time.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_core::domain::{Article, Edtf, Phase};
use thidua_core::text::format_period;
use thidua_i18n::sentences;

use crate::context::PageContext;
use crate::html::components::{chart_panel, line_facts, links};
use crate::route::Page;
use crate::url_state::PageView;

/// Maximum number of entries, shared evenly by the years; the home page lists all articles of a year.
const MAX_ENTRIES: usize = 480;

/// An entry: an article, or one of its phases.
type Entry<'a> = (&'a Article, Option<&'a Phase>);

/// Entries of one year by their first possible day, then in the order of the corpus.
type Entries<'a> = BTreeMap<((u16, u8, u8), usize), Entry<'a>>;

/// Returns the page of the timeline, oldest year first; entries without a year come last.
pub(super) fn timeline_page(ctx: &PageContext<'_>) -> Markup {
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
    for article in ctx.catalogue().articles() {
        place(article.covers, (article, None));
        for phase in &article.phases {
            place(phase.when, (article, Some(phase)));
        }
    }
    let of_a_year = MAX_ENTRIES.div_ceil(years.len() + 1);
    let of_a_year = if number > MAX_ENTRIES { of_a_year } else { number };
    html! {
        header.head {
            h1 { (ctx.words.nav_timeline) }
            p.lede { (ctx.words.timeline_lede) }
        }
        (chart_panel::view_charts_section(ctx, PageView::new(&Page::Timeline)))
        @for (year, entries) in years {
            @let id = format!("nam-{year}");
            section.year aria-labelledby=(id) {
                h2 id=(id) { (year) }
                ul.events { @for entry in entries.values().take(of_a_year) { (timeline_entry(ctx, *entry)) } }
                @if entries.len() > of_a_year {
                    p.note {
                        a href=(format!("{}?nam={year}", ctx.href(Page::Home))) {
                            (sentences::more_of_year(entries.len() - of_a_year, year, ctx.lang))
                        }
                    }
                }
            }
        }
        @if !undated.is_empty() {
            section.year aria-labelledby="khong-neu" {
                h2 #khong-neu { (ctx.words.timeline_undated) }
                ul.events { @for entry in undated.iter().take(of_a_year) { (timeline_entry(ctx, *entry)) } }
                (links::remaining_note(ctx, undated.len(), of_a_year))
            }
        }
    }
}

fn timeline_entry(ctx: &PageContext<'_>, (article, phase): Entry<'_>) -> Markup {
    match phase {
        Some(phase) => timeline_phase(ctx, article, phase),
        None => timeline_article(ctx, article),
    }
}

fn timeline_article(ctx: &PageContext<'_>, article: &Article) -> Markup {
    html! {
        li.event {
            p.event__when {
                (ctx.words.article) ", " (links::article_period(ctx, article))
                @if let Some(date) = article.published {
                    " · " (ctx.words.published) " " (format_period(date, ctx.lang))
                }
            }
            p.event__name { (links::article_link(ctx, article)) }
            p.note { @if let Some(link) = links::organisation_link(ctx, &article.organisation) { (link) } }
        }
    }
}

fn timeline_phase(ctx: &PageContext<'_>, article: &Article, phase: &Phase) -> Markup {
    html! {
        li.event {
            (line_facts::phase(ctx, phase))
            p.note { @if let Some(link) = links::organisation_link(ctx, &article.organisation) { (link) } }
        }
    }
}
