//! Native tests: one module per feature.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

#[cfg(feature = "prerender")]
mod amend;
mod architecture;
#[cfg(feature = "prerender")]
mod build;
mod chart;
mod clerk;
mod cli;
mod corpus_load;
mod desk;
mod engine;
mod explorer;
#[cfg(feature = "prerender")]
mod export;
mod extract;
mod fixture;
mod ingest;
mod large_pages;
mod pages;
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
