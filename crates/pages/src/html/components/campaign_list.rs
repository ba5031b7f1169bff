//! Campaigns as a list, grouped by kind in the order of the vocabulary.

use maud::{Markup, html};

use thidua_core::domain::{Campaign, CampaignKind};
use thidua_i18n::{sentences, terms};

use crate::context::PageContext;
use crate::html::components::links;
use crate::html::components::sorting::campaigns_by_name;

/// Number of campaigns of a kind that are visible at once; the rest can be opened, with or without scripts.
const MAX_VISIBLE: usize = 100;

/// Returns `campaigns` under the names of their kinds, in alphabetical order; empty kinds are left out.
pub fn campaigns_by_kind(ctx: &PageContext<'_>, campaigns: &[&Campaign]) -> Markup {
    let campaigns = campaigns_by_name(campaigns.iter().copied());
    html! {
        div.kind-groups {
            @for kind in CampaignKind::ALL {
                @if campaigns.iter().any(|c| c.kind == kind) {
                    div.kind-group {
                        h3.kind-group__name { (terms::kinds(kind, ctx.lang)) }
                        ul.name-list {
                            @for campaign in campaigns.iter().filter(|c| c.kind == kind).take(MAX_VISIBLE) {
                                li { (links::campaign_link(ctx, campaign)) }
                            }
                        }
                        @let more = campaigns.iter().filter(|c| c.kind == kind).count().saturating_sub(MAX_VISIBLE);
                        @if more > 0 {
                            details {
                                summary { (sentences::more_items(more, ctx.lang)) }
                                ul.name-list {
                                    @for campaign in campaigns.iter().filter(|c| c.kind == kind).skip(MAX_VISIBLE) {
                                        li { (links::campaign_link(ctx, campaign)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
