//! All campaigns: what which organisation did with each, by kind.

use std::cmp::Reverse;

use maud::{Markup, html};

use thidua_core::collections::sort_by_key;
use thidua_core::domain::{Campaign, CampaignKind, Organisation};
use thidua_core::text::sorted_by_name;
use thidua_i18n::{activity, sentences, terms};

use crate::context::PageContext;
use crate::html::components::activity::{Activities, campaign_head, organisation_head};
use crate::html::components::activity_grid::{ActivityGrid, GridRow};
use crate::html::components::campaign_list;
use crate::html::components::sorting::campaigns_by_name;

/// Maximum number of rows and columns of the grid: the campaigns and organisations with the most articles. The page of each has its
/// own in full.
const MAX_GRID_SIZE: (usize, usize) = (60, 24);

/// Returns the page with the campaign × organisation grid, and the names of the campaigns that are not in it.
pub(super) fn campaigns_page(ctx: &PageContext<'_>) -> Markup {
    let w = ctx.words;
    let catalogue = ctx.catalogue();
    let campaigns = campaigns_by_name(catalogue.campaigns());
    // Sorted by the names above the columns.
    let organisations =
        sorted_by_name(catalogue.reporting_organisations(), |o| organisation_head(ctx, o).name);
    let rows = top_by_count(&campaigns, MAX_GRID_SIZE.0, |c| catalogue.articles_of_campaign(&c.id).len());
    let columns =
        top_by_count(&organisations, MAX_GRID_SIZE.1, |o| catalogue.articles_of_organisation(&o.id).len());
    let is_cut = rows.len() < campaigns.len() || columns.len() < organisations.len();
    let rest: Vec<&Campaign> =
        campaigns.iter().filter(|c| !rows.iter().any(|row| row.id == c.id)).copied().collect();
    html! {
        header.head {
            h1 { (w.nav_campaigns) }
            p.lede { (sentences::campaigns_lede(campaigns.len(), organisations.len(), ctx.lang)) }
            (jump_list(ctx, &rows))
        }
        section aria-labelledby="bang" {
            h2 #bang { (w.matrix) }
            @if is_cut { p.note { (sentences::matrix_shortened(rows.len(), columns.len(), ctx.lang)) } }
            (campaign_grid(ctx, &rows, &columns).markup(ctx))
            @if !rest.is_empty() {
                details.rest {
                    summary { (sentences::other_campaigns(rest.len(), ctx.lang)) }
                    (campaign_list::campaigns_by_kind(ctx, &rest))
                }
            }
        }
    }
}

/// Links to the kinds of the grid, with the number of campaigns of each.
fn jump_list(ctx: &PageContext<'_>, rows: &[&Campaign]) -> Markup {
    let number = |kind| ctx.catalogue().campaigns().iter().filter(|campaign| campaign.kind == kind).count();
    html! {
        p.jump #theo-loai {
            (ctx.words.jump_to) ": "
            @for kind in CampaignKind::ALL.into_iter().filter(|kind| rows.iter().any(|c| c.kind == *kind)) {
                a href=(format!("#{}", kind_id(kind))) { (terms::kinds(kind, ctx.lang)) "\u{a0}(" (number(kind)) ")" }
                " "
            }
        }
    }
}

/// Id of the row above the campaigns of a kind.
fn kind_id(kind: CampaignKind) -> String {
    format!("loai-{}", kind.slug())
}

/// Campaigns by kind × organisations, over all years.
fn campaign_grid(
    ctx: &PageContext<'_>,
    campaigns: &[&Campaign],
    organisations: &[&Organisation],
) -> ActivityGrid {
    let activities = Activities::of(ctx, campaigns, false);
    let row = |campaign: &Campaign| {
        let head = campaign_head(ctx, campaign);
        let cell = |organisation: &&Organisation| {
            let column = organisation_head(ctx, organisation).name;
            activities.cell(ctx, (campaign, organisation), None, [&head.name, &column])
        };
        let cells = organisations.iter().map(cell).collect();
        GridRow { head, cells, group: None }
    };
    let mut rows = Vec::new();
    for kind in CampaignKind::ALL {
        let mut group = Some((terms::kinds(kind, ctx.lang).to_owned(), kind_id(kind)));
        let of_kind = campaigns.iter().filter(|campaign| campaign.kind == kind);
        rows.extend(of_kind.map(|campaign| GridRow { group: group.take(), ..row(campaign) }));
    }
    ActivityGrid {
        caption: activity::matrix_caption(ctx.lang).to_owned(),
        corner: ctx.words.campaign.to_owned(),
        columns: organisations.iter().map(|organisation| organisation_head(ctx, organisation)).collect(),
        rows,
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
