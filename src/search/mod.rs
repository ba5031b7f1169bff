//! Search over a catalogue: analyser, index, query, rank, facets, highlight.

mod facets;
mod request;
mod results;

pub use facets::{FacetCounts, FacetValue};
pub use request::{Request, Selection, Sort};
pub use results::{Field, Hit, Note, Place, Reason, Results, Tier};

use crate::corpus::Catalogue;

/// For how many hits a search gives reasons.
pub const EXPLAINED: usize = 30;
/// Characters of a query that are read.
pub const QUERY_CHARS: usize = 512;
/// Words of a query that are read.
pub const QUERY_WORDS: usize = 48;

/// The index of a catalogue.
#[derive(Debug, Clone, Default)]
pub struct Index;

impl Index {
    /// Builds the index.
    pub fn build(_catalogue: &Catalogue) -> Index {
        Index
    }
}

/// Searches.
pub fn search(_index: &Index, _request: &Request) -> Results {
    Results::default()
}

/// Why an article that a search found matches: for the hits past [`EXPLAINED`].
pub fn explain(_index: &Index, _request: &Request, _article: &str) -> Vec<Reason> {
    Vec::new()
}
