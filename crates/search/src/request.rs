//! What a reader asks for: words, choices among facets, an order.

use std::collections::BTreeSet;

use thidua_core::domain::{CampaignKind, Level, OrganisationId, Role, Sector};

/// The order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// The best match first; without words to match, the newest first.
    #[default]
    Relevance,
    /// The newest first, undated articles last.
    Newest,
    /// The oldest first, undated articles last.
    Oldest,
    /// The article with most figures first.
    MostFigures,
}

impl Sort {
    /// Every order, as offered.
    pub const ALL: [Sort; 4] = [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::MostFigures];

    /// The slug used in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
            Sort::MostFigures => "most-figures",
        }
    }

    /// The order of that slug.
    pub fn from_slug(slug: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.slug() == slug)
    }
}

/// Choices among facets. Within a facet any chosen value will do; every facet with a choice must be met.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetSelection {
    /// The organisation that an article reports on.
    pub organisations: BTreeSet<OrganisationId>,
    /// Years that it covers.
    pub years: BTreeSet<u16>,
    /// Kinds of the campaigns that it names.
    pub kinds: BTreeSet<CampaignKind>,
    /// Sectors among which they are run.
    pub sectors: BTreeSet<Sector>,
    /// Levels that its figures recognise at.
    pub levels: BTreeSet<Level>,
    /// Roles of its figures.
    pub roles: BTreeSet<Role>,
}

impl FacetSelection {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self == &FacetSelection::default()
    }

    /// How many values are chosen, over all facets.
    pub fn len(&self) -> usize {
        let FacetSelection { organisations, years, kinds, sectors, levels, roles } = self;
        organisations.len() + years.len() + kinds.len() + sectors.len() + levels.len() + roles.len()
    }
}

/// One search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchRequest {
    /// The words as typed; the syntax is that of [`super::Query`].
    pub query: String,
    /// Choices among facets.
    pub selection: FacetSelection,
    /// The order of the results.
    pub sort: Sort,
}
