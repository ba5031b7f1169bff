//! Sets of facts: reading them, holding them together, checking them, and looking things up in them.
//!
//! The way of a corpus: [`load`] turns bytes into a document, [`merge`] makes one corpus of several documents,
//! [`validate()`] asks whether it hangs together, [`verify()`] whether every fact stands in the source texts. A
//! corpus without errors goes into a [`Catalogue`]. All of it is pure, and runs in the browser on a reader's own
//! copy of an article as it does at build time.

mod both;
mod catalogue;
mod counts;
mod excerpt;
mod figure_table;
#[cfg(feature = "prerender")]
mod fingerprint;
#[cfg(any(feature = "cli", feature = "desk"))]
mod list_fields;
mod lists;
mod load;
mod load_reason;
mod merge;
mod problem;
mod ragged;
pub mod reading;
mod refs;
#[cfg(feature = "cli")]
mod schema;
mod validate;
mod verify;
mod written;

use crate::text::{fold_space, nfc};

pub(crate) use both::{both, on_both_cores};
pub use catalogue::Catalogue;
pub(crate) use excerpt::facts_of;
pub use figure_table::{FigurePlace, FigureRow, FigureTable};
#[cfg(feature = "prerender")]
pub use fingerprint::Fingerprints;
pub use load::{LoadError, MAX_BYTES, Place, decode, load, load_written};
pub use load_reason::{JsonType, LoadReason, Shape, Syntax};
pub use merge::{Conflict, Document, MergeError, Merged, Origins, merge};
pub use problem::{Problem, Severity, has_errors, sort as sort_problems};
pub use ragged::Ragged;
pub use refs::{FigureRef, Ids, MentionRef, PhaseRef, Totals};
#[cfg(feature = "prerender")]
pub(crate) use refs::{figures_of, phases_of};
#[cfg(feature = "cli")]
pub use schema::json_schema;
pub use validate::{validate, validate_links, validate_written};
pub use verify::{ArticleAttestation, Attestation, Counts, Report, Sources, verify};
pub use written::Written;

/// A text as it is compared: NFC, every run of white space one space, none at the ends.
fn folded(text: &str) -> String {
    fold_space(&nfc(text)).into_owned()
}
