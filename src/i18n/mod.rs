//! The words of the interface in both languages.
//!
//! [`Words`] holds every fixed phrase, both languages on one line of the table, so that neither can be forgotten;
//! [`terms`] names the vocabulary of the field; [`sentences`] builds the phrases that hold numbers or names; [`columns`]
//! heads the tables that are taken away.

pub mod columns;
pub mod notes;
pub mod phrases;
pub mod sentences;
pub mod terms;
mod words;

pub use words::{Words, words};
