//! Tests of corpus packages, also with other programs.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

mod other_programs;
mod package;
