//! Persons, phases and mentions: the small facts of a paragraph.

use maud::{Markup, html};

use crate::html::PageContext;
use thidua_core::domain::{Lang, Mention, Person, Phase};
use thidua_core::text::format_period;
use thidua_i18n::terms;

impl PageContext<'_> {
    /// A person with the role as printed, or in English.
    pub fn person(self, person: &Person) -> Markup {
        html! {
            p.person {
                strong lang="vi" { (person.name) }
                @match (self.lang, &person.role_en, &person.role) {
                    (Lang::En, Some(role), _) => { ", " (role) }
                    (_, _, Some(role)) => { span lang="vi" { ", " (role) } }
                    _ => {}
                }
            }
        }
    }

    /// A phase with its dates, theme and printed words.
    pub fn phase(self, phase: &Phase) -> Markup {
        let when = phase.when.map(|when| format_period(when, self.lang));
        html! {
            div.phase {
                p.phase__when { (when.unwrap_or_else(|| self.w.dates_not_stated.to_owned())) }
                p {
                    @if let Some(campaign) = self.catalogue().campaign(&phase.campaign) {
                        (self.campaign_link(campaign))
                    }
                    @if let Some(printed) = &phase.as_written {
                        " " span.printed lang="vi" { "“" (printed) "”" }
                    }
                }
                @if let Some(theme) = phase.theme.as_deref().and_then(|id| self.catalogue().campaign(id)) {
                    p.phase__theme { (self.w.theme_of_round) ": " (self.campaign_link(theme)) }
                }
            }
        }
    }

    /// A campaign as an article names it, with what was done and among whom.
    pub fn mention(self, mention: &Mention) -> Markup {
        html! {
            @if let Some(link) = self.campaign_by_id(&mention.campaign) { (link) }
            span.mention__relation { " — " (terms::relation(mention.relation, self.lang)) }
            @if let Some(sector) = mention.sector {
                span.mention__relation { " · " (terms::sector(sector, self.lang)) }
            }
        }
    }
}
