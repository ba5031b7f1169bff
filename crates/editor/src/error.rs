//! Errors of commands. `outcome` words them in both languages.

use std::fmt;

use thidua_core::corpus::{AttestationError, LoadError, NameError, Problem};
use thidua_core::domain::Lang;
use thidua_extract::DiagnosticKind;
use thidua_extract::input::InputError;
use thidua_publish::PackageError;

use super::fact_id::FactId;
use super::origin::OriginProblem;
use super::outcome::reason;

/// Reason why a command failed. A failed command changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// A text cannot be read.
    Unreadable {
        /// Name of the file; empty for pasted text.
        name: String,
        /// Reason.
        reason: InputError,
    },
    /// The file of this name could not be read by the browser.
    FileNotRead(String),
    /// There is a draft of the same text already, of this name.
    Duplicate(String),
    /// No draft is open.
    NothingOpen,
    /// There is no such fact, campaign, line or page.
    NotFound(String),
    /// The fact is not in the text as it is recorded.
    NotVerified(FactId),
    /// There are no words at the selected place.
    WordsNotFound,
    /// No number can be read from these words.
    NoNumber(String),
    /// The number is ambiguous: its words, and the reason.
    AmbiguousNumber(String, DiagnosticKind),
    /// A field of a form is invalid: its name and content.
    InvalidField(&'static str, String),
    /// Address, newspaper or date of an article cannot be recorded, for this reason.
    Origin(OriginProblem),
    /// Names of the corpus cannot be changed, for this reason.
    Names(Box<NameError>),
    /// The draft has no campaign yet.
    NoCampaign,
    /// The draft has no headline.
    NoHeadline,
    /// The draft has no organisation.
    NoOrganisation,
    /// An article with the same text is merged already: another draft, or the article of the corpus with this id.
    SameText(Option<String>),
    /// No fact is accepted.
    NothingAccepted,
    /// The corpus would be invalid: the number of problems, and the first one.
    InvalidCorpus(usize, Box<Problem>),
    /// JSON cannot be written, for this reason.
    Serialization(String),
    /// The file is no corpus, for this reason.
    NotACorpus(LoadError),
    /// The file is no attestation of the corpus in use, for this reason.
    NotAnAttestation(AttestationError),
    /// The file is no corpus package that can be read, for this reason.
    Package(PackageError),
    /// The site has too many articles for a page: their number.
    TooLargeForPage(usize),
    /// A stored draft is damaged (`None`), or of another version.
    UnreadableDraft(Option<u32>),
}

/// The message in English. Readers see that of the outcome, in their language.
impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&reason(self, Lang::En))
    }
}

impl std::error::Error for EditError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            EditError::Unreadable { reason, .. } => Some(reason),
            EditError::NotACorpus(error) => Some(error),
            EditError::NotAnAttestation(error) => Some(error),
            EditError::Names(error) => Some(error),
            EditError::Package(error) => Some(error),
            _ => None,
        }
    }
}
