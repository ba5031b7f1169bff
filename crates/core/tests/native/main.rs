//! Tests of the crate: one module per feature.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

mod attestation;
mod binary;
mod corpus_load;
mod measure;
mod mutations;
mod names;
mod text;
mod validate;
mod verify;
mod years;
