//! Search over a catalogue, for Vietnamese first.
//!
//! From texts to an index: `passages` are the texts with their places, `lexicon` the spellings, `postings` where each
//! stands, `texts` the words in a row. From a query to results: `query` reads what is typed, `plan` holds it against
//! the lexicon, `sequence`, `scene` and `walk` follow phrases, `rank` orders, `facets` counts, `explain` and `highlight`
//! show why.
//!
//! Words are syllables and their neighbourhood; there is no word segmentation, because a phrase of syllables is
//! the Vietnamese word. Marks are neither folded away nor required: see `spelling`.

mod at;
mod bits;
mod bytes;
mod document;
mod engine;
mod explain;
mod facets;
mod fields;
mod highlight;
mod index;
mod kept;
mod lexicon;
mod looked_up;
mod numbering;
mod passages;
mod plan;
mod postings;
mod query;
mod rank;
mod request;
mod results;
mod scene;
mod score;
mod sequence;
mod spelling;
mod synonyms;
mod texts;
mod walk;
mod weights;
pub mod wire;

pub use engine::{explain, search};
pub use facets::{FacetCounts, FacetValue};
pub use highlight::highlight;
pub use index::Index;
pub use query::Query;
pub use request::{Request, Selection, Sort};
pub use results::{Field, Hit, Note, Place, Reason, Results, Tier};
pub use score::{Score, Share};

/// For how many hits a search gives reasons.
pub const EXPLAINED: usize = 20;
/// With more articles than this a single consonant at the end of a query is not searched yet.
pub const PATIENT_FROM: usize = 1_000;
/// Characters of a query that are read.
pub const QUERY_CHARS: usize = 512;
/// Words of a query that are read.
pub const QUERY_WORDS: usize = 48;
