//! Vietnamese text: normal forms, folding, syllables, printed numbers, quantities and dates.
//!
//! All functions are pure and do not panic on any input.
//!
//! ```
//! use thidua_core::domain::Lang;
//! use thidua_core::text::{fold, format_count, key, slug};
//!
//! assert_eq!(key("Hoà thuận, KỲ 1"), key("hòa thuận – kì 1"));
//! assert_eq!(fold("Đổi mới"), "doi moi");
//! assert_eq!(slug("LĐLĐ quận Hoàng Mai"), "ldld-quan-hoang-mai");
//! assert_eq!(format_count(4750, Lang::Vi), "4.750");
//! ```

pub mod act;
mod case;
mod collation;
mod fold;
mod format;
mod hidden;
mod keystrokes;
mod label_level;
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
pub mod stated_number;
pub mod syllable;
pub mod token;
mod wrapping;

pub use case::{capitalise, lower, lowercase, upper};
pub use collation::{CollationKey, collation_key, sorted_by_name};
pub use fold::{fold, key, slug};
pub use format::{format_count, format_date, format_number, format_period};
pub use hidden::{HiddenKind, first_hidden, hidden_kind, with_hidden_escaped};
pub use keystrokes::from_keystrokes;
pub use label_level::label_levels;
pub use level::stated_levels;
pub use nfc::nfc;
pub use number::{Numeral, PrintedNumber, numbers, numerals, parse_number};
pub use phrase::{is_word_char, match_ranges, next_char, phrase_end, phrase_start, prev_char};
pub use sha256::sha256;
pub use slice::slice;
pub use space::fold_space;
pub use token::{Token, tokens};
pub use wrapping::{BrokenLine, JoinedText, broken_lines, is_near_end, is_near_start, join_lines};
