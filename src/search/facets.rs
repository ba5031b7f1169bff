//! Facets: which values the results have, and how many articles each would leave.

use crate::domain::{CampaignKind, Level, OrganisationId, Role, Sector};

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue<T> {
    /// The value.
    pub value: T,
    /// How many articles would be listed if it were the only choice in its facet.
    pub count: usize,
    /// Whether it is chosen.
    pub selected: bool,
}

/// The values of every facet, each list in its fixed order. A value that no article has is listed only while chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetCounts {
    /// In the order of the corpus.
    pub organisations: Vec<FacetValue<OrganisationId>>,
    /// The latest first.
    pub years: Vec<FacetValue<u16>>,
    /// In the order of [`CampaignKind::ALL`].
    pub kinds: Vec<FacetValue<CampaignKind>>,
    /// In the order of [`Sector::ALL`].
    pub sectors: Vec<FacetValue<Sector>>,
    /// In legal order.
    pub levels: Vec<FacetValue<Level>>,
    /// In the order of [`Role::ALL`].
    pub roles: Vec<FacetValue<Role>>,
}
