//! Vietnamese text: normal forms, folding, syllables, printed numbers, quantities and dates.
//!
//! Everything here is a pure function of its input and never panics, whatever the text.

mod case;
mod collation;
mod fold;
mod format;
mod hidden;
mod keystrokes;
pub mod letter;
mod level;
mod nfc;
mod number;
mod phrase;
pub mod printed_date;
pub mod quantity;
mod sha256;
mod slice;
mod space;
pub mod syllable;
pub mod token;
mod wrapping;

pub use case::{capitalise, lower, lowercase, upper};
pub use collation::{CollationKey, collation_key, sorted_by_name};
pub use fold::{fold, key, slug};
pub use format::{format_count, format_date, format_number, format_period};
pub use hidden::{HiddenKind, first_hidden, hidden_kind, with_hidden_escaped};
pub use keystrokes::from_keystrokes;
pub use level::stated_levels;
pub use nfc::nfc;
pub use number::{Numeral, PrintedNumber, numbers, numerals, parse_number};
pub use phrase::{is_word_char, match_ranges, next_char, phrase_end, phrase_start, prev_char};
pub use sha256::sha256;
pub use slice::slice;
pub use space::fold_space;
pub use token::{Token, tokens};
pub use wrapping::{BrokenLine, JoinedText, broken_lines, is_near_end, is_near_start, join_lines};
