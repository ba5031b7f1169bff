//! Causes of a failed load.

use serde::{Deserialize, Serialize};

use thidua_core::domain::Lang;
use thidua_i18n::failures;

/// Why something cannot be used. Details are for the console; readers get words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LoadFailure {
    /// The network does not answer.
    Offline,
    /// No byte has come for too long.
    Timeout,
    /// The host answers with this status of HTTP.
    HttpStatus(u16),
    /// The host does not have it.
    NotFound,
    /// It is not what it should be: cut off, changed, or something else.
    Corrupt,
    /// It is larger than this program can hold.
    TooLarge,
    /// The program could not be loaded or started.
    ProgramUnavailable,
    /// The program met an error of its own.
    Crashed,
}

impl LoadFailure {
    /// The trouble that a status of HTTP other than success stands for.
    pub const fn of_status(status: u16) -> LoadFailure {
        match status {
            404 | 410 => LoadFailure::NotFound,
            _ => LoadFailure::HttpStatus(status),
        }
    }

    /// The code by which the scripts of the page know it: see `notice.js`.
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

    /// The trouble of a code. A code that is none of ours stands for a network that does not answer.
    pub fn of_code(code: &str) -> LoadFailure {
        let status = code.strip_prefix("status ").and_then(|status| status.parse().ok());
        match (code, status) {
            (_, Some(status)) => LoadFailure::of_status(status),
            ("slow", _) => LoadFailure::Timeout,
            ("damaged", _) => LoadFailure::Corrupt,
            ("large", _) => LoadFailure::TooLarge,
            ("program", _) => LoadFailure::ProgramUnavailable,
            ("crashed", _) => LoadFailure::Crashed,
            _ => LoadFailure::Offline,
        }
    }

    /// Whether the same request may succeed a moment later.
    pub const fn is_retryable(self) -> bool {
        matches!(self, LoadFailure::Offline | LoadFailure::HttpStatus(429 | 500..=599))
    }

    /// What readers are told.
    pub fn message(self, lang: Lang) -> String {
        self.words(lang).0
    }

    /// What readers are told, and what they can do.
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
    fn every_trouble_is_its_code() {
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
            assert_eq!(LoadFailure::of_code(&failure.code()), failure);
            for lang in Lang::ALL {
                assert!(!failure.words(lang).0.contains('{'), "{failure:?}");
            }
        }
    }
}
