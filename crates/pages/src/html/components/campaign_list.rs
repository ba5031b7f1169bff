//! Campaigns as a list, grouped by kind in the order of the vocabulary.

use crate::html::components::links;
use maud::{Markup, html};

use super::sorting::campaigns_by_name;
use crate::context::PageContext;
use thidua_core::domain::{Campaign, CampaignKind};
use thidua_i18n::{sentences, terms};

/// So many campaigns of a kind stand open; the rest can be opened, with or without scripts.
const MOST_OPEN: usize = 100;

/// `campaigns` under the names of their kinds, in alphabetical order; kinds without any are left out.
pub fn campaigns_by_kind(ctx: &PageContext<'_>, campaigns: &[&Campaign]) -> Markup {
    let campaigns = campaigns_by_name(campaigns.iter().copied());
    html! {
        div.kind-groups {
            @for kind in CampaignKind::ALL {
                @if campaigns.iter().any(|c| c.kind == kind) {
                    div.kind-group {
                        h3.kind-group__name { (terms::kinds(kind, ctx.lang)) }
                        ul.name-list {
                            @for campaign in campaigns.iter().filter(|c| c.kind == kind).take(MOST_OPEN) {
                                li { (links::campaign_link(ctx, campaign)) }
                            }
                        }
                        @let more = campaigns.iter().filter(|c| c.kind == kind).count().saturating_sub(MOST_OPEN);
                        @if more > 0 {
                            details {
                                summary { (sentences::more_of_them(more, ctx.lang)) }
                                ul.name-list {
                                    @for campaign in campaigns.iter().filter(|c| c.kind == kind).skip(MOST_OPEN) {
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
