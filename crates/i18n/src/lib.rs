//! The wording of the interface in Vietnamese and English.
//!
//! Other crates return codes and numbers; this crate puts them into words. [`Words`] holds fixed phrases, both languages on one
//! line of the table, so that neither can be forgotten; [`terms`] names the vocabulary of the domain; [`sentences`] builds
//! phrases with numbers or names; the other modules have the wording of one topic each.
//!
//! ```
//! use thidua_core::domain::Lang;
//! use thidua_i18n::{sentences, words};
//! assert_eq!(words(Lang::En).nav_figures, "Figures");
//! assert_eq!(sentences::articles(5, Lang::Vi), "5 bài báo");
//! ```

use thidua_core::domain::Lang;

/// Returns `vi` or `en`, by language.
pub const fn pick<T: Copy>(lang: Lang, vi: T, en: T) -> T {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// Defines functions from a language to a phrase, both languages side by side.
macro_rules! phrases {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        $(
            #[doc = $en]
            pub const fn $name(lang: Lang) -> &'static str {
                match lang {
                    Lang::Vi => $vi,
                    Lang::En => $en,
                }
            }
        )*
    };
}

pub mod about;
pub mod activity;
pub mod charts;
pub mod citations;
pub mod command_line;
pub mod comparison;
pub mod csv_headings;
pub mod data_dictionary;
pub mod data_page;
pub mod descriptions;
pub mod differences;
pub mod editor;
pub mod editor_drafts;
pub mod editor_guesses;
pub mod editor_hosts;
pub mod editor_messages;
pub mod editor_names;
pub mod editor_packages;
pub mod editor_page;
pub mod editor_publish;
pub mod editor_site;
pub mod evidence;
pub mod failures;
pub mod guide;
pub mod home;
pub mod load_errors;
pub mod name_changes;
pub mod names;
pub mod phrases;
pub mod problems;
mod read_errors;
pub mod saving;
pub mod search_groups;
pub mod search_notes;
pub mod sentences;
pub mod terms;
mod words;
pub mod workbook;
pub mod years;

pub use read_errors::unreadable;
pub use words::{Words, words};
