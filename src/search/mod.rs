//! Search over a catalogue, for Vietnamese first.
//!
//! From texts to an index: [`passages`](self) are the texts with their places, `index` their words in a row,
//! `lexicon` the spellings. From a query to results: `query` reads what is typed, `plan` holds it against the
//! lexicon, `walk` and `find` follow phrases, `rank` orders, `facets` counts, `explain` and `highlight` show why.
//!
//! Words are syllables and their neighbourhood; there is no word segmentation, because a phrase of syllables is
//! the Vietnamese word. Marks are neither folded away nor required: see `spelling`.

mod document;
mod engine;
mod explain;
mod facets;
mod fields;
mod find;
mod highlight;
mod index;
mod lexicon;
mod passages;
mod plan;
mod query;
mod rank;
mod request;
mod results;
mod spelling;
mod synonyms;
mod walk;
mod weights;

pub use engine::{explain, search};
pub use facets::{FacetCounts, FacetValue};
pub use highlight::highlight;
pub use index::Index;
pub use query::Query;
pub use request::{Request, Selection, Sort};
pub use results::{Field, Hit, Note, Place, Reason, Results, Tier};

/// For how many hits a search gives reasons.
pub const EXPLAINED: usize = 20;
/// Characters of a query that are read.
pub const QUERY_CHARS: usize = 512;
/// Words of a query that are read.
pub const QUERY_WORDS: usize = 48;
