//! Full-text search over a corpus of Vietnamese articles.
//!
//! Index side: [`Index::build`] collects the passages of every article (`passages`), turns them into terms
//! (`tokenized`, `term_dict`) and writes postings with positions (`postings`). Query side: [`Query::parse`] reads the
//! typed text, `plan` resolves it against the term dictionary, `rank` scores the matching articles with the help of
//! `phrase_postings`, `proximity` and `phrase_matcher`, `facets` counts, `reasons` and [`highlight()`] show why an
//! article matches. [`index_format`] splits an index into files for corpora that are too large to be loaded at once.
//!
//! A term is one syllable. There is no word segmentation: a phrase of syllables is the Vietnamese word. Diacritics
//! are neither folded away nor required; `spelling` has the rules.
//!
//! ```
//! use thidua_core::corpus::Catalogue;
//! use thidua_search::{Index, SearchRequest, search};
//! let corpus = r#"{"schema_version": 1, "title": {"vi": "Kho", "en": "Archive"}, "sources": [], "organisations": [],
//!     "units": [], "campaigns": [], "glossary": [], "redirects": {}, "articles": []}"#;
//! let index = Index::build(&Catalogue::new(serde_json::from_str(corpus)?));
//! let request = SearchRequest { query: "lao dong gioi".to_owned(), ..SearchRequest::default() };
//! assert!(search(&index, &request).hits.is_empty());
//! # Ok::<(), serde_json::Error>(())
//! ```

mod activity;
mod bitset;
mod bytes;
mod decode_cache;
mod doc_values;
mod facets;
mod field_filters;
mod highlight;
mod index;
pub mod index_format;
mod names;
mod passages;
mod phrase_matcher;
mod phrase_postings;
mod places;
mod plan;
mod positions;
mod postings;
mod proximity;
mod query;
mod query_terms;
mod rank;
mod reasons;
mod relaxation;
mod request;
mod results;
mod score_breakdown;
mod searcher;
mod spelling;
mod synonyms;
mod term_dict;
mod term_interner;
mod tokenized;
mod ways_out;
mod weights;

pub use activity::{Activity, YearSummary};
pub use facets::{FacetCounts, FacetValue};
pub use highlight::highlight;
pub use index::Index;
pub use names::{NameIndex, NameMatch, NameMatches};
pub use query::Query;
pub use request::{FacetSelection, SearchRequest, Sort};
pub use results::{
    Condition, Hit, MatchTier, PassageLocation, QueryField, QueryNote, Reason, SearchResults, WayOut,
};
pub use score_breakdown::{ClauseShare, ScoreBreakdown};
pub use searcher::{explain, search};
pub use synonyms::GENERAL_ABBREVIATIONS;

/// Number of hits for which a search returns reasons.
pub const EXPLAINED_HITS: usize = 20;
/// Number of articles above which an index counts as large: an unfinished last word is then searched with restraint.
pub const LARGE_INDEX: usize = 1_000;
/// Characters of a query that are read; the rest is ignored.
pub const MAX_QUERY_CHARS: usize = 512;
/// Words of a query that are read; the rest is ignored.
pub const MAX_QUERY_WORDS: usize = 48;
