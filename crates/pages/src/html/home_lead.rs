//! Head of the home page: the finding on the newest year, who has articles on which year as a grid, the key numbers. Made from the
//! index alone, so that it is the same for a corpus that is never loaded whole.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use thidua_core::collections::collect_set;
use thidua_core::corpus::Totals;
use thidua_core::domain::{Organisation, OrganisationId};
use thidua_core::text::sorted_by_name;
use thidua_i18n::activity::cell_name;
use thidua_i18n::{home as says, pick, sentences};
use thidua_search::{Activity, YearSummary};

use super::campaigns::top_by_count;
use crate::context::PageContext;
use crate::html::components::activity::{organisation_head, year_head};
use crate::html::components::activity_grid::{ActivityGrid, GridCell, GridHead, GridRow};
use crate::html::components::our_text::our_text;
use crate::html::components::spaced;
use crate::route::Page;

/// Number of rows of the grid.
const MAX_ROWS: usize = 8;
/// Number of columns of the grid: the newest years.
const MAX_YEARS: usize = 7;

/// Activities by organisation and year.
pub(super) type Activities<'a> = BTreeMap<(&'a OrganisationId, Option<u16>), Activity>;

/// Returns the head of the home page.
pub fn home_lead(ctx: &PageContext<'_>) -> Markup {
    let activities = ctx.site.index.activities();
    let years: BTreeSet<Option<u16>> = collect_set(activities.keys().map(|(_, year)| *year));
    let newest = years.last().copied().flatten();
    spaced(html! {
        p.home__about { (our_text(ctx, ctx.catalogue().title())) }
        @match newest {
            Some(year) => {
                h1.home__finding { (finding(ctx, year)) }
                p.home__ways {
                    a href=(ctx.href(Page::Year(year))) { (says::see_year(year, ctx.lang)) }
                    a href=(ctx.href(Page::Comparison)) { (says::compare(ctx.lang)) }
                }
                div.home__grid { (grid(ctx, &activities, &years)) }
                p.home__numbers { (key_numbers(ctx)) }
            }
            None => { h1.home__finding { (key_numbers(ctx)) } }
        }
    })
}

/// What was reported for a year, in a sentence.
fn finding(ctx: &PageContext<'_>, year: u16) -> Markup {
    let YearSummary { organisations, with_targets, with_results } = ctx.site.index.year_summary(year);
    let numbers = [organisations, with_targets, with_results];
    html! { (says::year(year, ctx.lang)) (says::finding(numbers, ctx.lang)) }
}

/// The corpus in a sentence, each number a link to what it counts.
fn key_numbers(ctx: &PageContext<'_>) -> Markup {
    let Totals { articles, campaigns, organisations, figures } = ctx.catalogue().totals();
    let numbers = [
        (sentences::articles(articles, ctx.lang), "#ket-qua".to_owned()),
        (sentences::campaigns(campaigns, ctx.lang), ctx.href(Page::Campaigns)),
        (sentences::organisations(organisations, ctx.lang), ctx.href(Page::Organisations)),
        (sentences::figures(figures, ctx.lang), ctx.href(Page::Figures)),
    ];
    html! {
        @for ((number, href), (vi, en)) in numbers.iter().zip(sentences::KEY_NUMBERS) {
            a href=(href) { (number) }
            (pick(ctx.lang, vi, en))
        }
    }
}

/// Organisations by year, the newest first; of many organisations those with the most articles.
fn grid(ctx: &PageContext<'_>, activities: &Activities<'_>, years: &BTreeSet<Option<u16>>) -> Markup {
    // Articles without a year come first in the order of the years, and last in the grid.
    let dated = years.iter().rev().filter(|year| year.is_some()).take(MAX_YEARS);
    let columns: Vec<Option<u16>> = dated.chain(years.get(&None)).copied().collect();
    let shown_years = |id: &OrganisationId| {
        columns
            .iter()
            .filter_map(|year| activities.get(&(id, *year)))
            .map(|found| found.articles)
            .sum::<usize>()
    };
    let ids: BTreeSet<&OrganisationId> = collect_set(activities.keys().map(|(id, _)| *id));
    let organisations: Vec<&Organisation> =
        ids.iter().filter_map(|id| ctx.catalogue().organisation(id)).collect();
    let organisations = sorted_by_name(organisations, |o| organisation_head(ctx, o).name);
    let shown = match organisations.len() {
        few if few <= MAX_ROWS + 1 => organisations.clone(),
        _ => top_by_count(&organisations, MAX_ROWS, |o| shown_years(&o.id)),
    };
    let grid = ActivityGrid {
        caption: says::caption(ctx.lang).to_owned(),
        corner: ctx.words.organisation.to_owned(),
        columns: columns.iter().map(|year| column_head(ctx, *year)).collect(),
        rows: shown.iter().map(|organisation| row(ctx, activities, organisation, &columns)).collect(),
    };
    let has_more_rows = shown.len() < organisations.len();
    html! {
        (grid.markup(ctx))
        @if has_more_rows || columns.len() < years.len() {
            p.home__more {
                @if has_more_rows {
                    a href=(ctx.href(Page::Organisations)) { (sentences::all_organisations(organisations.len(), ctx.lang)) } " "
                }
                a href=(ctx.href(Page::Years)) { (says::all_years(ctx.lang)) }
            }
        }
    }
}

/// Head of a year, which leads to its page.
pub(super) fn column_head(ctx: &PageContext<'_>, year: Option<u16>) -> GridHead {
    GridHead { href: year.map(|year| ctx.href(Page::Year(year))), ..year_head(ctx, year) }
}

/// Row of an organisation: each cell leads to its row on the page of the year.
pub(super) fn row(
    ctx: &PageContext<'_>,
    activities: &Activities<'_>,
    organisation: &Organisation,
    columns: &[Option<u16>],
) -> GridRow {
    let head = organisation_head(ctx, organisation);
    let id = &organisation.id;
    let cell = |year: &Option<u16>| {
        let found = activities.get(&(id, *year))?;
        let relation = found.relation();
        let names = [head.name.as_str(), &year_head(ctx, *year).name];
        let href = match year {
            Some(year) => format!("{}#{id}", ctx.href(Page::Year(*year))),
            None => ctx.href(Page::Organisation(id.clone())),
        };
        let name = cell_name(names, relation, found.figures, found.articles, ctx.lang);
        Some(GridCell { relation, figures: found.figures, href, name })
    };
    let cells = columns.iter().map(cell).collect();
    GridRow { head, cells, group: None }
}
