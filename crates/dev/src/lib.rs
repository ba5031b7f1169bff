//! Tools for developers: how good extraction is, and made-up corpora for measuring.

pub mod eval;
pub mod sample;
pub mod score;
