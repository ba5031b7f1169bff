//! Reasons why nothing was saved.

use std::io::ErrorKind;

use thidua_core::corpus::{LoadError, Problem};
use thidua_core::domain::Lang;
use thidua_i18n::{load_errors::load_error, problems::validation_problem, saving};
use thidua_publish::PackageError;

use crate::CliError;

/// Reason why a request to save is refused.
#[derive(Debug)]
pub enum SaveError {
    /// The token is missing or wrong.
    Token,
    /// The request names another host, or comes from the page of another site.
    Origin,
    /// The method is neither GET nor POST.
    Method,
    /// The content is not declared to be a ZIP archive.
    ContentType,
    /// The content is larger than this number of MB.
    TooLarge(usize),
    /// The content ended early.
    CutOff,
    /// The package cannot be read.
    Package(PackageError),
    /// The corpus in the package cannot be read.
    Load(LoadError),
    /// The corpus has this number of errors, of which this is the first.
    Invalid(usize, Box<Problem>),
    /// The page was made of a state of the corpus that is not known.
    UnknownState,
    /// Files have been changed since.
    Changed(Vec<String>),
    /// The corpus cannot be divided among the documents of the folder.
    NotDivisible,
    /// A file cannot be read or written.
    Files(CliError),
}

impl SaveError {
    /// Returns the HTTP status of the answer.
    pub fn status(&self) -> u16 {
        match self {
            SaveError::Token | SaveError::Origin => 403,
            SaveError::Method => 405,
            SaveError::UnknownState | SaveError::Changed(_) => 409,
            SaveError::TooLarge(_) => 413,
            SaveError::ContentType => 415,
            SaveError::CutOff => 400,
            SaveError::Package(_) | SaveError::Load(_) | SaveError::Invalid(..) | SaveError::NotDivisible => {
                422
            }
            SaveError::Files(_) => 500,
        }
    }

    /// Returns the reason as a sentence for the person at the workbench.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            SaveError::Token => saving::wrong_token(lang).to_owned(),
            SaveError::Origin => saving::wrong_origin(lang).to_owned(),
            SaveError::Method => saving::wrong_method(lang).to_owned(),
            SaveError::ContentType => saving::wrong_type(lang).to_owned(),
            SaveError::TooLarge(limit) => saving::too_large(*limit, lang),
            SaveError::CutOff => saving::cut_off(lang).to_owned(),
            SaveError::Package(reason) => saving::unreadable_package(&reason.to_string(), lang),
            SaveError::Load(reason) => saving::unreadable_package(&load_error(reason, lang), lang),
            SaveError::Invalid(number, first) => {
                saving::invalid_corpus(*number, &validation_problem(first, lang), lang)
            }
            SaveError::UnknownState => saving::unknown_state(lang).to_owned(),
            SaveError::Changed(files) => saving::changed_meanwhile(files, lang),
            SaveError::NotDivisible => saving::not_divisible(lang).to_owned(),
            SaveError::Files(CliError::Write(path, reason)) => {
                let reason = match reason.kind() {
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                        saving::no_permission(lang).to_owned()
                    }
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => saving::disk_full(lang).to_owned(),
                    _ => reason.to_string(),
                };
                saving::not_written(&format!("{}: {reason}", path.display()), lang)
            }
            SaveError::Files(reason) => saving::not_written(&reason.to_string(), lang),
        }
    }

    /// Returns the names of the files that the error is about.
    pub fn files(&self) -> &[String] {
        match self {
            SaveError::Changed(files) => files,
            _ => &[],
        }
    }
}

impl From<CliError> for SaveError {
    fn from(error: CliError) -> SaveError {
        SaveError::Files(error)
    }
}
