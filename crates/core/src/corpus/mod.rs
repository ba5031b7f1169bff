//! Corpora: loading, merging, validating and verifying them, and looking facts up in them.
//!
//! The steps: [`load()`] parses bytes into a document, [`merge()`] combines several documents, [`validate()`] checks a
//! corpus without its source texts, and [`verify()`] checks every fact against the source texts. A corpus without
//! errors goes into a [`Catalogue`]. All steps are pure functions. They also run in the browser, on a copy of an
//! article that a reader pastes.
//!
//! Problems are data: a [`Problem`] has a [`ProblemCode`] and a [`FactPath`]; the wording is in the crate
//! `thidua-i18n`.

mod attestation;
mod catalogue;
mod counts;
mod excerpt;
mod fact_path;
mod figure_table;
mod jagged_vec;
mod list_fields;
mod load;
mod load_reason;
mod measure;
mod merge;
mod names;
mod problem;
mod problem_code;
mod refs;
mod reverse_index;
#[cfg(feature = "schema")]
mod schema;
mod validate;
mod verify;
mod years;

use crate::text::{fold_space, nfc};

pub use attestation::{
    ATTESTATION_VERSION, ArticleAttestation, Attestation, AttestationCheck, AttestationError, GuessCounts,
    LossReason, LostMark, facts_sha256,
};
pub use catalogue::Catalogue;
pub use excerpt::facts_of;
pub use fact_path::{FactPath, PathSegment};
pub use figure_table::{FigurePosition, FigureRow, FigureTable};
pub use jagged_vec::JaggedVec;
pub use load::{BROWSER_MAX_BYTES, LoadError, MAX_BYTES, SourcePosition, decode, load};
pub use load_reason::{JsonType, LoadReason, ShapeError, SyntaxError};
pub use measure::{
    Measure, MeasureDifference, MeasureGroup, PeriodKind, Standing, difference, measures, why_not_comparable,
};
pub use merge::{ConflictSubject, CorpusFile, FactOrigins, MergeConflict, MergeError, MergedCorpus, merge};
pub use names::{
    CampaignSplit, NameChanges, NameEdit, NameError, NameNote, NameOperation, NamedObject, carry_marks,
    edit_documents, free_id,
};
pub use problem::{Problem, Severity, has_errors, sort_problems};
pub use problem_code::{IdKind, ProblemCode, ProblemValue, quote};
pub use refs::{FigureRef, MentionRef, PageIds, PhaseRef, Totals};
pub use refs::{figures_of, phases_of};
#[cfg(feature = "schema")]
pub use schema::json_schema;
pub use validate::{is_web_address, validate, validate_links};
pub use verify::{
    ArticleReport, SourceTexts, VerificationReport, VerifiedCounts, completeness, verify, verify_with_marks,
};
pub use years::{FactsByYear, MAX_YEARS, OrganisationFacts, YearCounts, YearFacts};

/// Text in the form in which texts are compared: NFC, every run of white space one space, no white space at the ends.
fn folded(text: &str) -> String {
    fold_space(&nfc(text)).into_owned()
}
