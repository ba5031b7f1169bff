//! Rounds, themes and articles in time: a chart where it fits on a page, else a lane an organisation in each year.

use std::collections::BTreeMap;

use maud::{Markup, html};

use thidua_core::corpus::MAX_YEARS;
use thidua_core::domain::{Article, Edtf, OrganisationId, Phase};
use thidua_core::text::format_period;
use thidua_i18n::sentences;

use crate::context::PageContext;
use crate::href;
use crate::html::components::{chart_panel, links};
use crate::route::Page;
use crate::url_state::PageView;
use crate::view_content;

/// Maximum number of entries of a year; its page has all organisations.
const MAX_ENTRIES: usize = 10;

/// An entry: an article, or one of its phases.
type Entry<'a> = (&'a Article, Option<&'a Phase>);

/// Entries of a year by organisation.
type Lanes<'a> = BTreeMap<&'a OrganisationId, Vec<Entry<'a>>>;

/// Returns the page of the timeline, newest year first; entries without a year come last.
pub(super) fn timeline_page(ctx: &PageContext<'_>) -> Markup {
    let view = PageView::new(&Page::Timeline);
    html! {
        header.head {
            h1 { (ctx.words.nav_timeline) }
            p.lede { (ctx.words.timeline_lede) }
        }
        @if view_content::timeline_chart(ctx, view).is_some() {
            (chart_panel::view_charts_section(ctx, view))
        } @else {
            (years(ctx))
        }
    }
}

/// Years of the entries, each behind a disclosure; the newest is open.
fn years(ctx: &PageContext<'_>) -> Markup {
    let mut years: BTreeMap<u16, Lanes<'_>> = BTreeMap::new();
    let mut undated = Lanes::new();
    let articles = ctx.catalogue().articles();
    // Rounds first: a lane names only some of its entries.
    let phases = articles.iter().flat_map(|a| a.phases.iter().map(move |phase| (a, phase.when, Some(phase))));
    let entries = phases.chain(articles.iter().map(|article| (article, article.covers, None)));
    for (article, when, phase) in entries {
        let lanes = match when.and_then(first_year) {
            Some(year) => years.entry(year).or_default(),
            None => &mut undated,
        };
        lanes.entry(&article.organisation).or_default().push((article, phase));
    }
    let newest = years.keys().next_back().copied();
    html! {
        div.timeline {
            @for (year, lanes) in years.iter().rev() {
                details id=(format!("nam-{year}")) open[Some(*year) == newest] {
                    summary { span.timeline__year { (year) } " " (lane_counts(ctx, lanes)) }
                    (lane_list(ctx, lanes))
                    p.note { a href=(ctx.href(Page::Year(*year))) { (sentences::all_of_year(*year, ctx.lang)) } }
                }
            }
            @if !undated.is_empty() {
                details #khong-neu {
                    summary { span.timeline__year { (ctx.words.timeline_undated) } " " (lane_counts(ctx, &undated)) }
                    (lane_list(ctx, &undated))
                    p.note { a href=(ctx.href(Page::Years)) { (ctx.words.nav_years) } }
                }
            }
        }
    }
}

/// First year of a period. `None` for periods that have no page of a year: without dates, with an open end, or too long.
fn first_year(when: Edtf) -> Option<u16> {
    let years = when.years();
    let length = years.end().checked_sub(*years.start())?;
    (length < MAX_YEARS).then_some(*years.start())
}

fn lane_counts(ctx: &PageContext<'_>, lanes: &Lanes<'_>) -> Markup {
    let entries = lanes.values().flatten();
    let articles = entries.filter(|(_, phase)| phase.is_none()).count();
    let phases = lanes.values().map(Vec::len).sum::<usize>() - articles;
    html! {
        span.note {
            (sentences::organisations(lanes.len(), ctx.lang)) " · " (sentences::articles(articles, ctx.lang))
            @if phases > 0 { " · " (sentences::rounds(phases, ctx.lang)) }
        }
    }
}

/// The first entries of a year, a lane an organisation.
fn lane_list(ctx: &PageContext<'_>, lanes: &Lanes<'_>) -> Markup {
    let number: usize = lanes.values().map(Vec::len).sum();
    let of_lane = MAX_ENTRIES.div_ceil(lanes.len().clamp(1, MAX_ENTRIES));
    let shown: usize = lanes.values().take(MAX_ENTRIES).map(|entries| entries.len().min(of_lane)).sum();
    html! {
        dl {
            @for (organisation, entries) in lanes.iter().take(MAX_ENTRIES) {
                div.timeline__lane {
                    dt { (links::short_organisation_link(ctx, organisation)) }
                    @for entry in entries.iter().take(of_lane) { dd { (timeline_entry(ctx, *entry)) } }
                }
            }
        }
        (links::remaining_note(ctx, number, shown))
    }
}

fn timeline_entry(ctx: &PageContext<'_>, (article, phase): Entry<'_>) -> Markup {
    let Some(phase) = phase else {
        return html! { (links::article_link(ctx, article)) " " span.note { (links::article_period(ctx, article)) } };
    };
    let when = phase.when.map(|when| format_period(when, ctx.lang));
    html! {
        a href=(href::line_href(ctx, article, phase.line)) lang="vi" { (phase.name) } " "
        span.note { (when.unwrap_or_else(|| ctx.words.dates_not_stated.to_owned())) }
        @if let Some(theme) = phase.theme.as_deref().and_then(|id| ctx.catalogue().campaign(id)) {
            " · " span.note { (ctx.words.theme_of_round) ": " } (links::campaign_link(ctx, theme))
        }
    }
}
