//! Domain types, Vietnamese text, and corpora: the code that all other crates share.
//!
//! The crate is pure: it compiles natively and to WebAssembly, and uses no files, clocks or browser functions.
//!
//! A corpus goes through these steps: [`corpus::load`] reads a document, [`corpus::validate()`] checks it, and
//! [`corpus::Catalogue`] looks things up in it.
//!
//! ```
//! use thidua_core::corpus::{Catalogue, load, validate};
//!
//! let document = r#"{"schema_version": 1, "title": {"vi": "Kho", "en": "Archive"}, "sources": [],
//!     "organisations": [], "units": [], "campaigns": [{"id": "lao-dong-gioi", "name": "Lao động giỏi",
//!     "name_en": null, "kind": "movement", "aliases": [], "sector": null, "launched_by": null,
//!     "summary": {"vi": "Một phong trào.", "en": "A movement."}, "see_also": []}],
//!     "glossary": [], "redirects": {}, "articles": []}"#;
//! let corpus = load(document.as_bytes()).unwrap();
//! assert_eq!(validate(&corpus), []);
//! assert_eq!(Catalogue::new(corpus).campaign("lao-dong-gioi").unwrap().name, "Lao động giỏi");
//! ```

pub mod collections;
pub mod corpus;
pub mod domain;
pub mod parallel;
pub mod text;
