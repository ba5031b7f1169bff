//! Sets of facts: reading them, holding them together, checking them, and looking things up in them.
//!
//! The way of a corpus: [`load`] turns bytes into a document, [`merge`] makes one corpus of several documents,
//! [`validate()`] asks whether it hangs together, [`verify()`] whether every fact stands in the source texts. A
//! corpus without errors goes into a [`Catalogue`]. All of it is pure, and runs in the browser on a reader's own
//! copy of an article as it does at build time.

mod catalogue;
mod counts;
mod excerpt;
mod fact_path;
mod figure_table;
mod jagged_vec;
mod list_fields;
mod load;
mod load_reason;
mod merge;
mod problem;
mod problem_code;
mod refs;
mod reverse_index;
#[cfg(feature = "schema")]
mod schema;
mod validate;
mod verify;

use crate::text::{fold_space, nfc};

pub use catalogue::Catalogue;
pub use excerpt::facts_of;
pub use fact_path::{FactPath, PathSegment};
pub use figure_table::{FigurePosition, FigureRow, FigureTable};
pub use jagged_vec::JaggedVec;
pub use load::{BROWSER_MAX_BYTES, LoadError, MAX_BYTES, SourcePosition, decode, load};
pub use load_reason::{JsonType, LoadReason, ShapeError, SyntaxError};
pub use merge::{ConflictSubject, CorpusFile, FactOrigins, MergeConflict, MergeError, MergedCorpus, merge};
pub use problem::{Problem, Severity, has_errors, sort_problems};
pub use problem_code::{IdKind, ProblemCode, ProblemValue, quote};
pub use refs::{FigureRef, MentionRef, PageIds, PhaseRef, Totals};
pub use refs::{figures_of, phases_of};
#[cfg(feature = "schema")]
pub use schema::json_schema;
pub use validate::{validate, validate_links};
pub use verify::{
    ArticleAttestation, ArticleReport, Attestation, SourceTexts, VerificationReport, VerifiedCounts, verify,
};

/// A text as it is compared: NFC, every run of white space one space, none at the ends.
fn folded(text: &str) -> String {
    fold_space(&nfc(text)).into_owned()
}
