//! The order of lists of one kind: alphabetical, by the name that is shown.

use crate::html::PageContext;
use thidua_core::domain::{Campaign, Organisation};
use thidua_core::text::sorted_by_name;

impl PageContext<'_> {
    /// Organisations by their names in the language of the page.
    pub fn organisations_by_name<'o>(
        self,
        organisations: impl IntoIterator<Item = &'o Organisation>,
    ) -> Vec<&'o Organisation> {
        sorted_by_name(organisations, |organisation| self.sort_name(organisation))
    }

    /// The name by which an organisation is ordered. The printed abbreviation of the federations counts as their full name.
    pub fn sort_name(self, organisation: &Organisation) -> String {
        let name = self.organisation_name(organisation);
        match name.strip_prefix("LĐLĐ ") {
            Some(place) => format!("Liên đoàn Lao động {place}"),
            None => name.to_owned(),
        }
    }
}

/// Campaigns by their names.
pub fn campaigns_by_name<'c>(campaigns: impl IntoIterator<Item = &'c Campaign>) -> Vec<&'c Campaign> {
    sorted_by_name(campaigns, |campaign| &campaign.name)
}
