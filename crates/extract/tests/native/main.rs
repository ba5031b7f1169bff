//! Tests of the crate: one module per feature.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

mod acts;
mod attribution;
mod cases;
mod joining;
mod numbers;
mod organisations;
mod page_lines;
mod plain_names;
mod quantity;
mod roles;
mod vocabulary_units;
mod wrapping;
