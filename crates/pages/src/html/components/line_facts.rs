//! Persons, phases and mentions: the short facts of a paragraph.

use maud::{Markup, html};

use thidua_core::domain::{Lang, Mention, Person, Phase};
use thidua_core::text::format_period;
use thidua_i18n::terms;

use crate::context::PageContext;
use crate::html::components::links;

/// Returns a person with the role as printed, or in English.
pub fn person(ctx: &PageContext<'_>, person: &Person) -> Markup {
    html! {
        p.person {
            strong lang="vi" { (person.name) }
            @match (ctx.lang, &person.role_en, &person.role) {
                (Lang::En, Some(role), _) => { ", " (role) }
                (_, _, Some(role)) => { span lang="vi" { ", " (role) } }
                _ => {}
            }
        }
    }
}

/// Returns a phase with its dates, theme and printed words.
pub fn phase(ctx: &PageContext<'_>, phase: &Phase) -> Markup {
    let when = phase.when.map(|when| format_period(when, ctx.lang));
    html! {
        div.phase {
            p.phase__when { (when.unwrap_or_else(|| ctx.words.dates_not_stated.to_owned())) }
            p {
                @if let Some(campaign) = ctx.catalogue().campaign(&phase.campaign) {
                    (links::campaign_link(ctx, campaign))
                }
                @if let Some(printed) = &phase.as_written {
                    " " span.printed lang="vi" { "“" (printed) "”" }
                }
            }
            @if let Some(theme) = phase.theme.as_deref().and_then(|id| ctx.catalogue().campaign(id)) {
                p.phase__theme { (ctx.words.theme_of_round) ": " (links::campaign_link(ctx, theme)) }
            }
        }
    }
}

/// Returns a campaign that an article names, with the relation and the sector.
pub fn mention(ctx: &PageContext<'_>, mention: &Mention) -> Markup {
    html! {
        @if let Some(link) = links::campaign_link_by_id(ctx, &mention.campaign) { (link) }
        span.mention__relation { " — " (terms::relation(mention.relation, ctx.lang)) }
        @if let Some(sector) = mention.sector {
            span.mention__relation { " · " (terms::sector(sector, ctx.lang)) }
        }
    }
}
