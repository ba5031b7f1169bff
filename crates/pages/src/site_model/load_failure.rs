//! Causes of a failed load.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use thidua_core::domain::Lang;
use thidua_i18n::failures;

/// Cause of a failed load or start. Details are for the console; readers get words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub enum LoadFailure {
    /// The network does not answer.
    Offline,
    /// No byte arrived within the time limit.
    Timeout,
    /// The host answered with this HTTP status.
    HttpStatus(u16),
    /// The host does not have the file.
    NotFound,
    /// The content is cut off, changed, or something else.
    Corrupt,
    /// The content is larger than this program can hold.
    TooLarge,
    /// The program could not be loaded or started. The loader scripts of the site report it by its code.
    ProgramUnavailable,
    /// The program stopped with an error of its own.
    Crashed,
}

impl LoadFailure {
    /// The failure for an HTTP status other than success.
    pub const fn from_status(status: u16) -> LoadFailure {
        match status {
            404 | 410 => LoadFailure::NotFound,
            _ => LoadFailure::HttpStatus(status),
        }
    }

    /// Code of the failure in the scripts of the page; see `notice.js`.
    pub fn code(self) -> String {
        match self {
            LoadFailure::Offline => "offline".to_owned(),
            LoadFailure::Timeout => "slow".to_owned(),
            LoadFailure::HttpStatus(status) => format!("status {status}"),
            LoadFailure::NotFound => "status 404".to_owned(),
            LoadFailure::Corrupt => "damaged".to_owned(),
            LoadFailure::TooLarge => "large".to_owned(),
            LoadFailure::ProgramUnavailable => "program".to_owned(),
            LoadFailure::Crashed => "crashed".to_owned(),
        }
    }

    /// Parses a code. An unknown code counts as a network that does not answer.
    pub fn from_code(code: &str) -> LoadFailure {
        let status = code.strip_prefix("status ").and_then(|status| status.parse().ok());
        match (code, status) {
            (_, Some(status)) => LoadFailure::from_status(status),
            ("slow", _) => LoadFailure::Timeout,
            ("damaged", _) => LoadFailure::Corrupt,
            ("large", _) => LoadFailure::TooLarge,
            ("program", _) => LoadFailure::ProgramUnavailable,
            ("crashed", _) => LoadFailure::Crashed,
            _ => LoadFailure::Offline,
        }
    }

    /// Message for readers.
    pub fn message(self, lang: Lang) -> String {
        self.words(lang).0
    }

    /// Message for readers, and what they can do; the second is empty if there is nothing to do.
    pub(crate) fn words(self, lang: Lang) -> (String, &'static str) {
        let fixed = |text: &'static str, help| (text.to_owned(), help);
        match self {
            LoadFailure::Offline => fixed(failures::offline(lang), failures::offline_help(lang)),
            LoadFailure::Timeout => fixed(failures::slow(lang), failures::host_help(lang)),
            LoadFailure::HttpStatus(status) => (failures::status(status, lang), failures::host_help(lang)),
            LoadFailure::TooLarge => fixed(failures::too_large(lang), ""),
            LoadFailure::ProgramUnavailable => fixed(failures::program(lang), ""),
            LoadFailure::Crashed => fixed(failures::crashed(lang), ""),
            _ => fixed(failures::not_loaded(lang), failures::not_loaded_help(lang)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn load_failure_survives_its_code() {
        let some = [
            LoadFailure::Offline,
            LoadFailure::Timeout,
            LoadFailure::HttpStatus(403),
            LoadFailure::HttpStatus(503),
            LoadFailure::NotFound,
            LoadFailure::Corrupt,
            LoadFailure::TooLarge,
            LoadFailure::ProgramUnavailable,
            LoadFailure::Crashed,
        ];
        for failure in some {
            assert_eq!(LoadFailure::from_code(&failure.code()), failure);
            for lang in Lang::ALL {
                assert!(!failure.words(lang).0.contains('{'), "{failure:?}");
            }
        }
    }
}
