//! The engine: asked for an address, it answers with what stands there.
//!
//! It holds the facts, the index, the charts and the pages, so that whoever shows them needs none of these: the builder
//! asks it for every page of the site, and in the browser it runs in a worker, where a long search cannot hold up
//! what the reader does. Questions and answers are plain data that travel as JSON.
//!
//! ```
//! use thidua_client::{Ask, Engine, Settings, View};
//! let corpus = br#"{"schema_version": 1, "title": {"vi": "Kho", "en": "Archive"}, "sources": [], "organisations": [],
//!     "units": [], "campaigns": [], "glossary": [], "redirects": {}, "articles": []}"#;
//! let engine = Engine::load(corpus, &Settings::default())?;
//! let answer = engine.answer(&Ask::page("phong-trao/"));
//! assert!(matches!(answer.view, View::Told(_)));
//! # Ok::<(), String>(())
//! ```

mod answer;
mod answering;
mod ask;
mod built;
mod clerk;
mod explorer;
mod home;
mod making;
mod message;
mod staged;
mod taking;

pub use answer::{Answer, ExplorerView, Facet, FacetRow, FilterControl, FilterOption, HomeView, View};
pub use answering::Engine;
pub use ask::{Ask, Settings};
pub use built::{Built, built};
pub use clerk::{Action, Clerk, Event, Freshness, Source, answered};
pub use explorer::Explorer;
pub use message::{FromEngine, Lost, Part, ToEngine};
pub use staged::Staged;
pub use taking::{DownloadFile, DownloadFormat, Wanted};
pub use thidua_pages::site_model::LoadFailure;
