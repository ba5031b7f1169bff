//! Alphabetical order of lists, by the name that is shown.

use thidua_core::domain::{Campaign, Organisation};
use thidua_core::text::sorted_by_name;

use crate::context::PageContext;
use crate::html::components::links;

/// Sorts organisations by their names in the language of the page.
pub fn organisations_by_name<'o>(
    ctx: &PageContext<'_>,
    organisations: impl IntoIterator<Item = &'o Organisation>,
) -> Vec<&'o Organisation> {
    sorted_by_name(organisations, |organisation| organisation_sort_key(ctx, organisation))
}

/// Sort key of an organisation. The abbreviation of the federations counts as their full name.
pub fn organisation_sort_key(ctx: &PageContext<'_>, organisation: &Organisation) -> String {
    let name = links::organisation_name(ctx, organisation);
    match name.strip_prefix("LĐLĐ ") {
        Some(place) => format!("Liên đoàn Lao động {place}"),
        None => name.to_owned(),
    }
}

/// Sorts campaigns by their names.
pub fn campaigns_by_name<'c>(campaigns: impl IntoIterator<Item = &'c Campaign>) -> Vec<&'c Campaign> {
    sorted_by_name(campaigns, |campaign| &campaign.name)
}
