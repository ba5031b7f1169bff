//! Native tests: one module per feature.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

mod architecture;
#[cfg(feature = "prerender")]
mod archive;
#[cfg(feature = "prerender")]
mod build;
mod chart;
mod clerk;
mod cli;
mod cli_edges;
mod corpus_folder;
mod corpus_load;
mod desk;
mod engine;
mod explorer;
#[cfg(feature = "prerender")]
mod export;
mod extract;
mod file_names;
mod fixture;
mod hidden_characters;
mod hidden_names;
mod ingest;
mod intake;
mod large_pages;
mod load_messages;
mod offered;
mod order;
mod pages;
#[cfg(feature = "prerender")]
mod place;
mod quantity;
mod search;
#[cfg(feature = "prerender")]
mod site;
#[cfg(feature = "prerender")]
mod site_search;
mod staged;
mod take;
mod text;
mod validate;
mod verify;
mod wire;
mod wrapping;
