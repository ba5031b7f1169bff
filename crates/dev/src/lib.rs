//! Tools for developers of the program: evaluation of extraction, and sample corpora for measurements.

pub mod eval;
pub mod sample;
pub mod score;
