//! Why something could not be loaded or started, and what the page says in its place.

use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use super::Ctx;
use super::parts::spaced;
use thidua_core::domain::Lang;
use thidua_i18n::failures;

/// Why something cannot be used. Details are for the console; readers get words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// The network does not answer.
    NoNetwork,
    /// No byte has come for too long.
    Slow,
    /// The host answers with this status of HTTP.
    Status(u16),
    /// The host does not have it.
    Missing,
    /// It is not what it should be: cut off, changed, or something else.
    Broken,
    /// It is larger than this program can hold.
    TooLarge,
    /// The program could not be loaded or started.
    Program,
    /// The program met an error of its own.
    Crashed,
}

impl Trouble {
    /// The trouble that a status of HTTP other than success stands for.
    pub const fn of_status(status: u16) -> Trouble {
        match status {
            404 | 410 => Trouble::Missing,
            _ => Trouble::Status(status),
        }
    }

    /// The code by which the scripts of the page know it: see `notice.js`.
    pub fn code(self) -> String {
        match self {
            Trouble::NoNetwork => "offline".to_owned(),
            Trouble::Slow => "slow".to_owned(),
            Trouble::Status(status) => format!("status {status}"),
            Trouble::Missing => "status 404".to_owned(),
            Trouble::Broken => "damaged".to_owned(),
            Trouble::TooLarge => "large".to_owned(),
            Trouble::Program => "program".to_owned(),
            Trouble::Crashed => "crashed".to_owned(),
        }
    }

    /// The trouble of a code. A code that is none of ours stands for a network that does not answer.
    pub fn of_code(code: &str) -> Trouble {
        let status = code.strip_prefix("status ").and_then(|status| status.parse().ok());
        match (code, status) {
            (_, Some(status)) => Trouble::of_status(status),
            ("slow", _) => Trouble::Slow,
            ("damaged", _) => Trouble::Broken,
            ("large", _) => Trouble::TooLarge,
            ("program", _) => Trouble::Program,
            ("crashed", _) => Trouble::Crashed,
            _ => Trouble::NoNetwork,
        }
    }

    /// Whether the same request may succeed a moment later.
    pub const fn may_pass(self) -> bool {
        matches!(self, Trouble::NoNetwork | Trouble::Status(429 | 500..=599))
    }

    /// What readers are told.
    pub fn told(self, lang: Lang) -> String {
        self.words(lang).0
    }

    /// What readers are told, and what they can do.
    fn words(self, lang: Lang) -> (String, &'static str) {
        let fixed = |text: &'static str, help| (text.to_owned(), help);
        match self {
            Trouble::NoNetwork => fixed(failures::offline(lang), failures::offline_help(lang)),
            Trouble::Slow => fixed(failures::slow(lang), failures::host_help(lang)),
            Trouble::Status(status) => (failures::status(status, lang), failures::host_help(lang)),
            Trouble::TooLarge => fixed(failures::too_large(lang), ""),
            Trouble::Program => fixed(failures::program(lang), ""),
            Trouble::Crashed => fixed(failures::crashed(lang), ""),
            _ => fixed(failures::not_loaded(lang), failures::not_loaded_help(lang)),
        }
    }
}

impl Ctx<'_> {
    /// What stands in place of something that could not be loaded, with a button that asks for it again in place.
    pub fn trouble(self, trouble: Trouble) -> Markup {
        let (title, help) = trouble.words(self.lang);
        spaced(html! {
            div.empty role="alert" data-trouble=(trouble.code()) {
                p.empty__title { (title) }
                @if !help.is_empty() { p { (help) } }
                p { (self.retry()) }
            }
        })
    }

    /// What stands above cards whose passages could not be loaded.
    pub fn passages_missing(self, trouble: Trouble) -> Markup {
        let (title, _) = trouble.words(self.lang);
        html! {
            p.note role="status" data-trouble=(trouble.code()) {
                (failures::passages_missing(self.lang)) " " (title) " " (self.retry())
            }
        }
    }

    fn retry(self) -> Markup {
        html! { button.button type="button" data-do="retry" { (failures::try_again(self.lang)) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_is_its_code() {
        let some = [
            Trouble::NoNetwork,
            Trouble::Slow,
            Trouble::Status(403),
            Trouble::Status(503),
            Trouble::Missing,
            Trouble::Broken,
            Trouble::TooLarge,
            Trouble::Program,
            Trouble::Crashed,
        ];
        for trouble in some {
            assert_eq!(Trouble::of_code(&trouble.code()), trouble);
            for lang in Lang::ALL {
                assert!(!trouble.words(lang).0.contains('{'), "{trouble:?}");
            }
        }
    }
}
