//! All organisations: those with articles of their own, then those that articles name.

use maud::{Markup, html};

use thidua_core::domain::Organisation;
use thidua_i18n::{sentences, terms};

use crate::context::PageContext;
use crate::html::components::{links, sorting};

/// Returns the page with the list of organisations.
pub(super) fn organisations_page(ctx: &PageContext<'_>) -> Markup {
    let w = ctx.words;
    let reporting = sorting::organisations_by_name(ctx, ctx.catalogue().reporting_organisations());
    let campaigns = ctx.catalogue().campaign_counts();
    let others = ctx.catalogue().organisations().iter();
    let others =
        sorting::organisations_by_name(ctx, others.filter(|o| !reporting.iter().any(|r| r.id == o.id)));
    html! {
        header.head {
            h1 { (w.nav_organisations) }
            p.lede { (sentences::organisations_lede(reporting.len(), ctx.lang)) }
        }
        section aria-labelledby="co-bai" {
            h2 #co-bai { (w.reporting_organisations) }
            ul.rows {
                @for o in &reporting {
                    (reporting_row(ctx, o, campaigns.get(&o.id).copied().unwrap_or_default()))
                }
            }
        }
        section aria-labelledby="duoc-neu" {
            h2 #duoc-neu { (w.peers_named) }
            ul.name-list {
                @for o in others {
                    li {
                        @if let Some(link) = links::organisation_link(ctx, &o.id) { (link) }
                        span.kind { " · " (terms::organisation_kind(o.kind, ctx.lang)) }
                    }
                }
            }
        }
    }
}

fn reporting_row(ctx: &PageContext<'_>, organisation: &Organisation, campaigns: usize) -> Markup {
    let id = &organisation.id;
    let counts = [
        sentences::articles(ctx.catalogue().articles_of_organisation(id).len(), ctx.lang),
        sentences::campaigns(campaigns, ctx.lang),
        sentences::figures(ctx.catalogue().figures_of_organisation(id).len(), ctx.lang),
    ];
    html! {
        li.row {
            p.row__name { @if let Some(link) = links::organisation_link(ctx, id) { (link) } }
            p.row__more { (counts.join(" · ")) }
        }
    }
}
