//! Search over a catalogue, for Vietnamese first.
//!
//! From texts to an index: `passages` are the texts with their places, `term_dict` the spellings, `postings` where each
//! stands, `texts` the words in a row. From a query to results: `query` reads what is typed, `plan` holds it against
//! the lexicon, `phrase`, `window` and `matcher` follow phrases, `rank` orders, `facets` counts, `explain` and `highlight`
//! show why.
//!
//! Words are syllables and their neighbourhood; there is no word segmentation, because a phrase of syllables is
//! the Vietnamese word. Marks are neither folded away nor required: see `spelling`.

mod bitset;
mod bytes;
mod decode_cache;
mod doc_values;
mod facets;
mod field_filters;
mod highlight;
mod index;
pub mod index_format;
mod passages;
mod phrase_matcher;
mod phrase_postings;
mod plan;
mod positions;
mod postings;
mod proximity;
mod query;
mod query_terms;
mod rank;
mod reasons;
mod request;
mod results;
mod score_breakdown;
mod searcher;
mod spelling;
mod synonyms;
mod term_dict;
mod term_interner;
mod tokenized;
mod weights;

pub use facets::{FacetCounts, FacetValue};
pub use highlight::highlight;
pub use index::Index;
pub use query::Query;
pub use request::{FacetSelection, SearchRequest, Sort};
pub use results::{Hit, MatchTier, PassageLocation, QueryField, QueryNote, Reason, SearchResults};
pub use score_breakdown::{ClauseShare, ScoreBreakdown};
pub use searcher::{explain, search};

/// For how many hits a search gives reasons.
pub const EXPLAINED_HITS: usize = 20;
/// With more articles than this a single consonant at the end of a query is not searched yet.
pub const LARGE_INDEX: usize = 1_000;
/// Characters of a query that are read.
pub const MAX_QUERY_CHARS: usize = 512;
/// Words of a query that are read.
pub const MAX_QUERY_WORDS: usize = 48;
