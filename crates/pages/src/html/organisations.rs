//! All organisations: those with articles of their own by year, then those that articles name.

use maud::{Markup, html};

use thidua_core::collections::collect_set;
use thidua_core::domain::Organisation;
use thidua_core::text::sorted_by_name;
use thidua_i18n::{home as says, sentences, terms};

use super::campaigns::top_by_count;
use super::home_lead;
use crate::context::PageContext;
use crate::html::components::activity::organisation_head;
use crate::html::components::activity_grid::{ActivityGrid, grid_with_rest};
use crate::html::components::{links, sorting};

/// Maximum number of organisations in sight: those with the most articles.
const MAX_GRID_ROWS: usize = 40;
/// Maximum number of organisations without articles that are in sight.
const MAX_NAMES: usize = 24;

/// Returns the page with the organisations by year, and the names of the others.
pub(super) fn organisations_page(ctx: &PageContext<'_>) -> Markup {
    let w = ctx.words;
    let catalogue = ctx.catalogue();
    let reporting = sorted_by_name(catalogue.reporting_organisations(), |o| organisation_head(ctx, o).name);
    let ids = collect_set(reporting.iter().map(|organisation| &organisation.id));
    let others = catalogue.organisations().iter().filter(|organisation| !ids.contains(&organisation.id));
    let others = sorting::organisations_by_name(ctx, others);
    let (names, folded) = others.split_at_checked(MAX_NAMES).unwrap_or((&others, &[]));
    html! {
        header.head {
            h1 { (w.nav_organisations) }
            p.lede { (sentences::organisations_lede(reporting.len(), ctx.lang)) }
        }
        section aria-labelledby="co-bai" {
            h2 #co-bai { (w.reporting_organisations) }
            (reporting_grid(ctx, &reporting))
        }
        @if !others.is_empty() {
            section aria-labelledby="duoc-neu" {
                h2 #duoc-neu { (w.peers_named) }
                (name_list(ctx, names))
                @if !folded.is_empty() {
                    details.rest {
                        summary { (sentences::all_organisations(others.len(), ctx.lang)) }
                        (name_list(ctx, folded))
                    }
                }
            }
        }
    }
}

/// Organisations with articles × years; those with fewer articles can be opened.
fn reporting_grid(ctx: &PageContext<'_>, reporting: &[&Organisation]) -> Markup {
    let activities = ctx.site.index.activities();
    let years = collect_set(activities.keys().map(|(_, year)| *year));
    let columns: Vec<Option<u16>> = years.into_iter().rev().collect();
    let shown = top_by_count(reporting, MAX_GRID_ROWS, |organisation| {
        ctx.catalogue().articles_of_organisation(&organisation.id).len()
    });
    let rest: Vec<&Organisation> =
        reporting.iter().filter(|o| !shown.iter().any(|other| other.id == o.id)).copied().collect();
    let grid = |organisations: &[&Organisation]| ActivityGrid {
        caption: says::caption(ctx.lang).to_owned(),
        corner: ctx.words.organisation.to_owned(),
        columns: columns.iter().map(|year| home_lead::column_head(ctx, *year)).collect(),
        rows: organisations.iter().map(|o| home_lead::row(ctx, &activities, o, &columns)).collect(),
    };
    let all = sentences::all_organisations(reporting.len(), ctx.lang);
    grid_with_rest(ctx, &grid(&shown), &grid(&rest), &all, 0)
}

fn name_list(ctx: &PageContext<'_>, organisations: &[&Organisation]) -> Markup {
    html! {
        ul.name-list {
            @for organisation in organisations {
                li {
                    @if let Some(link) = links::organisation_link(ctx, &organisation.id) { (link) }
                    span.kind { " · " (terms::organisation_kind(organisation.kind, ctx.lang)) }
                }
            }
        }
    }
}
