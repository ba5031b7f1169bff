//! Vietnamese text: normal forms, folding, syllables, printed numbers, quantities and dates.
//!
//! Everything here is a pure function of its input and never panics, whatever the text.

mod format;

pub use format::{format_date, format_number, format_period};
