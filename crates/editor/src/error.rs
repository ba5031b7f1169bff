//! Why something that was asked of the desk was not done; in words elsewhere.

use super::fact_id::FactId;
use thidua_core::corpus::{LoadError, Problem};
use thidua_extract::DiagnosticKind;
use thidua_extract::input::InputError;

/// Why something was not done. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// A text could not be read.
    Unreadable {
        /// The name of the file; empty for pasted text.
        name: String,
        /// What it is instead.
        reason: InputError,
    },
    /// The bytes of the file of this name did not come.
    FileNotRead(String),
    /// The same text lies on the desk already, under this name.
    Duplicate(String),
    /// No draft is open.
    NothingOpen,
    /// No such fact, campaign, line or page.
    NotFound(String),
    /// The fact does not stand in the text as it is recorded.
    NotVerified(FactId),
    /// No words stand at the chosen place.
    WordsNotFound,
    /// No number can be read at the chosen place.
    NoNumber(String),
    /// The number at the chosen place cannot be read for certain: its words, and why.
    AmbiguousNumber(String, DiagnosticKind),
    /// The field cannot be read; its name and what stands there.
    InvalidField(&'static str, String),
    /// The draft names no campaign yet.
    NoCampaign,
    /// No headline is chosen.
    NoHeadline,
    /// No organisation is chosen.
    NoOrganisation,
    /// No fact is accepted.
    NothingAccepted,
    /// The corpus would not hang together: so many problems, and the first.
    InvalidCorpus(usize, Box<Problem>),
    /// Something could not be written as JSON, and why.
    Serialization(String),
    /// A file that is no corpus, for this reason.
    NotACorpus(LoadError),
    /// A kept draft that cannot be read, or of another version.
    UnreadableDraft(Option<u32>),
}
