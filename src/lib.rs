//! **Thi đua** turns newspaper articles about Vietnamese trade-union emulation campaigns into searchable
//! cards, campaign pages and charts, every figure traced to its printed words.
//!
//! Arrows point one way, and a native test reads `src/` to keep it so:
//!
//! `domain, text ← corpus, extract, search, chart, cite ← route, filters, i18n ← page_meta ← take ← pages ← engine ← ui,
//! worker ← site ← cli`; the workbench stands beside it: `pages ← desk`
//!
//! Everything left of `ui` compiles natively and to WebAssembly and knows nothing of Leptos, files or clocks.

#[cfg(all(feature = "web", feature = "prerender"))]
compile_error!("features `web` and `prerender` name two modes of Leptos that exclude each other: choose one");

pub mod chart;
pub mod cite;
#[cfg(feature = "cli")]
pub mod cli;
pub mod corpus;
#[cfg(any(feature = "cli", feature = "desk"))]
pub mod desk;
pub mod domain;
pub mod engine;
pub mod extract;
pub mod filters;
pub mod i18n;
#[cfg(any(feature = "desk", feature = "worker"))]
pub mod obtain;
pub mod order;
pub mod page_meta;
pub mod pages;
pub mod route;
#[cfg(feature = "cli")]
pub mod sample;
pub mod search;
#[cfg(feature = "prerender")]
pub mod site;
pub mod take;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(feature = "desk")]
pub mod workbench;
#[cfg(feature = "worker")]
pub mod worker;
