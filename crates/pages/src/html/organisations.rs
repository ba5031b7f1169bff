//! All organisations: those with articles first, then those that are named in them.

use maud::{Markup, html};

use super::PageContext;
use thidua_core::domain::Organisation;
use thidua_i18n::{sentences, terms};

impl PageContext<'_> {
    /// The list of organisations.
    pub(super) fn organisations_page(self) -> Markup {
        let w = self.w;
        let reporting = self.organisations_by_name(self.catalogue().reporting_organisations());
        let campaigns = self.catalogue().campaign_counts();
        let others = self.catalogue().organisations().iter();
        let others = self.organisations_by_name(others.filter(|o| !reporting.iter().any(|r| r.id == o.id)));
        html! {
            header.head {
                h1 { (w.nav_organisations) }
                p.lede { (sentences::organisations_lede(reporting.len(), self.lang)) }
            }
            section aria-labelledby="co-bai" {
                h2 #co-bai { (w.reporting_organisations) }
                ul.rows {
                    @for o in &reporting {
                        (self.reporting_row(o, campaigns.get(&o.id).copied().unwrap_or_default()))
                    }
                }
            }
            section aria-labelledby="duoc-neu" {
                h2 #duoc-neu { (w.peers_named) }
                ul.name-list {
                    @for o in others {
                        li {
                            @if let Some(link) = self.organisation_link(&o.id) { (link) }
                            span.kind { " · " (terms::organisation_kind(o.kind, self.lang)) }
                        }
                    }
                }
            }
        }
    }

    fn reporting_row(self, organisation: &Organisation, campaigns: usize) -> Markup {
        let id = &organisation.id;
        let counts = [
            sentences::articles(self.catalogue().articles_of_organisation(id).len(), self.lang),
            sentences::campaigns(campaigns, self.lang),
            sentences::figures(self.catalogue().figures_of_organisation(id).len(), self.lang),
        ];
        html! {
            li.row {
                p.row__name { @if let Some(link) = self.organisation_link(id) { (link) } }
                p.row__more { (counts.join(" · ")) }
            }
        }
    }
}
