//! The words of the interface in both languages.
//!
//! [`Words`] holds every fixed phrase, both languages on one line of the table, so that neither can be forgotten;
//! [`terms`] names the vocabulary of the field; [`sentences`] builds the phrases that hold numbers or names; [`columns`]
//! heads the tables that are taken away.

use thidua_core::domain::Lang;

/// Returns the Vietnamese or the English one of two values.
pub const fn pick<T: Copy>(lang: Lang, vi: T, en: T) -> T {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// Functions from a language to a phrase, both languages side by side.
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

pub mod charts;
pub mod csv_headings;
pub mod editor;
pub mod editor_page;
pub mod failures;
pub mod load_errors;
pub mod phrases;
pub mod problems;
mod read_errors;
pub mod search_notes;
pub mod sentences;
pub mod terms;
mod words;

pub use read_errors::unreadable;
pub use words::{Words, words};
