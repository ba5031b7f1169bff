//! Search requests: words, facet selection and sort order.

use thidua_core::collections::SortedSet;
use thidua_core::domain::{CampaignKind, Level, OrganisationId, Role, Sector};

/// Sort order of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// Best match first; newest first if there are no words to match.
    #[default]
    Relevance,
    /// Newest first, undated articles last.
    Newest,
    /// Oldest first, undated articles last.
    Oldest,
    /// Most figures first.
    MostFigures,
}

impl Sort {
    /// All sort orders as the interface lists them: the one of the built page, which has no words to match, comes first.
    pub const ALL: [Sort; 4] = [Sort::Newest, Sort::Relevance, Sort::Oldest, Sort::MostFigures];

    /// Slug in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
            Sort::MostFigures => "most-figures",
        }
    }

    /// Parses a slug.
    pub fn from_slug(slug: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.slug() == slug)
    }
}

/// Selected facet values. Values of one facet are alternatives; every facet with a selection must be met.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetSelection {
    /// Organisations that an article reports on.
    pub organisations: SortedSet<OrganisationId>,
    /// Years that an article covers.
    pub years: SortedSet<u16>,
    /// Kinds of the mentioned campaigns.
    pub kinds: SortedSet<CampaignKind>,
    /// Sectors of the mentions.
    pub sectors: SortedSet<Sector>,
    /// Levels of the figures.
    pub levels: SortedSet<Level>,
    /// Roles of the figures.
    pub roles: SortedSet<Role>,
}

impl FacetSelection {
    /// Returns whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self == &FacetSelection::default()
    }

    /// Number of selected values over all facets.
    pub fn len(&self) -> usize {
        let FacetSelection { organisations, years, kinds, sectors, levels, roles } = self;
        organisations.len() + years.len() + kinds.len() + sectors.len() + levels.len() + roles.len()
    }
}

/// A search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchRequest {
    /// Typed text in the syntax of [`super::Query`].
    pub query: String,
    /// Facet selection.
    pub selection: FacetSelection,
    /// Sort order.
    pub sort: Sort,
}
