//! Facts of emulation campaigns, Vietnamese text, and corpora: everything that the other crates share.
//!
//! The crate is pure: it compiles natively and to WebAssembly and knows nothing of files, clocks or the page.

pub mod collections;
pub mod corpus;
pub mod domain;
pub mod parallel;
pub mod text;
