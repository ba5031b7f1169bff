//! Tests of the crate: one module per feature.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

mod comparison;
mod comparison_corpus;
mod embedded_index;
mod engine;
mod explorer;
mod large_pages;
mod messages;
mod order;
mod pages;
mod partial_index;
mod result_groups;
mod scheduler;
mod suggestions;
