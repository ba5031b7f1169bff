//! All campaigns: by kind, and the matrix.

use std::cmp::Reverse;

use maud::{Markup, html};

use thidua_chart::short_name;
use thidua_core::collections::sort_by_key;
use thidua_core::domain::{Campaign, Organisation};
use thidua_core::text::sorted_by_name;
use thidua_i18n::sentences;

use crate::context::PageContext;
use crate::html::components::sorting::campaigns_by_name;
use crate::html::components::{campaign_list, links, matrix};

/// Maximum number of rows and columns of the matrix; the page of each campaign and organisation has its own in full.
const MAX_MATRIX_SIZE: (usize, usize) = (60, 24);

/// Campaigns and organisations with the most articles, as many as the matrix may have, in their original order.
fn most_reported<'a>(
    ctx: &PageContext<'_>,
    campaigns: &[&'a Campaign],
    organisations: &[&'a Organisation],
) -> (Vec<&'a Campaign>, Vec<&'a Organisation>) {
    let catalogue = ctx.catalogue();
    (
        top_by_count(campaigns, MAX_MATRIX_SIZE.0, |campaign| {
            catalogue.articles_of_campaign(&campaign.id).len()
        }),
        top_by_count(organisations, MAX_MATRIX_SIZE.1, |one| {
            catalogue.articles_of_organisation(&one.id).len()
        }),
    )
}

/// Returns the page with the list and the campaign × organisation matrix.
pub(super) fn campaigns_page(ctx: &PageContext<'_>) -> Markup {
    let w = ctx.words;
    let campaigns = campaigns_by_name(ctx.catalogue().campaigns());
    let reporting = ctx.catalogue().reporting_organisations();
    // Sorted by the names above the columns.
    let organisations = sorted_by_name(reporting, |o| short_name(links::organisation_name(ctx, o)));
    let (rows, columns) = most_reported(ctx, &campaigns, &organisations);
    let is_cut = rows.len() < campaigns.len() || columns.len() < organisations.len();
    html! {
        header.head {
            h1 { (w.nav_campaigns) }
            p.lede { (sentences::campaigns_lede(campaigns.len(), organisations.len(), ctx.lang)) }
            p.jump {
                (w.jump_to) ": "
                a href="#theo-loai" { (w.campaigns_by_kind) }
                " · "
                a href="#bang" { (w.matrix) }
            }
        }
        section aria-labelledby="theo-loai" {
            h2 #theo-loai { (w.campaigns_by_kind) }
            (campaign_list::campaigns_by_kind(ctx, &campaigns))
        }
        section aria-labelledby="bang" {
            h2 #bang { (w.matrix) }
            @if is_cut { p.note { (sentences::matrix_shortened(rows.len(), columns.len(), ctx.lang)) } }
            (matrix::matrix(ctx, &rows, &columns))
        }
    }
}

/// Returns the `limit` items with the highest counts, in their original order.
pub fn top_by_count<'a, T>(items: &[&'a T], limit: usize, count: impl Fn(&T) -> usize) -> Vec<&'a T> {
    let counted = |(place, item): (usize, &&'a T)| (place, Reverse(count(item)), *item);
    let mut counted: Vec<(usize, Reverse<usize>, &T)> = items.iter().enumerate().map(counted).collect();
    sort_by_key(&mut counted, |(_, count, _)| *count);
    counted.truncate(limit);
    sort_by_key(&mut counted, |(place, ..)| *place);
    counted.into_iter().map(|(.., item)| item).collect()
}
