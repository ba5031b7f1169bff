//! Tests of the crate: one module per feature.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

mod archive;
mod attestation;
mod build;
mod command_edge_cases;
mod commands;
mod corpus_folder;
mod disks;
mod export;
mod file_names;
mod hidden_names;
mod ingest;
mod input_texts;
mod names;
mod new_github;
mod packages;
mod saving;
mod staging;
mod start;
mod terminal;

use std::fs;
use std::path::Path;

use thidua_sample::{Recipe, sample};

/// Writes a sample corpus without texts.
fn draw(articles: usize, seed: u64, to: &Path) {
    let made = sample(&Recipe { articles, seed, bodies: false }, &[]);
    fs::write(to, serde_json::to_vec(&made.corpus).unwrap()).unwrap();
}
