//! Sets of facts: reading them, holding them together, checking them, and looking things up in them.
//!
//! The way of a corpus: [`load`] turns bytes into a document, [`merge`] makes one corpus of several documents,
//! [`validate()`] asks whether it hangs together, [`verify()`] whether every fact stands in the source texts. A
//! corpus without errors goes into a [`Catalogue`]. All of it is pure, and runs in the browser on a reader's own
//! copy of an article as it does at build time.

mod catalogue;
mod counts;
mod excerpt;
mod figure_table;
mod list_fields;
mod lists;
mod load;
mod load_reason;
mod merge;
mod parallel;
mod problem;
mod ragged;
mod refs;
#[cfg(feature = "schema")]
mod schema;
mod validate;
mod verify;

use crate::text::{fold_space, nfc};

pub use catalogue::Catalogue;
pub use excerpt::facts_of;
pub use figure_table::{FigurePlace, FigureRow, FigureTable};
pub use load::{BROWSER_MAX_BYTES, LoadError, MAX_BYTES, Place, decode, load};
pub use load_reason::{JsonType, LoadReason, Shape, Syntax};
pub use merge::{Conflict, Document, MergeError, Merged, Origins, merge};
pub use parallel::{join, map, map_halves};
pub use problem::{Problem, Severity, has_errors, sort as sort_problems};
pub use ragged::Ragged;
pub use refs::{FigureRef, Ids, MentionRef, PhaseRef, Totals};
pub use refs::{figures_of, phases_of};
#[cfg(feature = "schema")]
pub use schema::json_schema;
pub use validate::{validate, validate_links};
pub use verify::{ArticleAttestation, Attestation, Counts, Report, Sources, verify};

/// A text as it is compared: NFC, every run of white space one space, none at the ends.
fn folded(text: &str) -> String {
    fold_space(&nfc(text)).into_owned()
}
