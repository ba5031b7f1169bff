//! Client: page and download requests and their responses, without I/O.
//!
//! The [`Engine`] holds a whole corpus with its index and answers requests; the builder asks it for every page of the
//! site. In the browser a [`Scheduler`] runs in a worker, where a long search cannot block the page. It decides which files to
//! fetch, and answers from a [`PartialIndex`], and from [`PartialFigures`] or, on a small site, an [`Engine`]; `docs/client.md`
//! describes it. Messages between page and worker ([`ToEngine`], [`FromEngine`]) are plain data that travel as bytes.
//!
//! ```
//! use thidua_client::{PageRequest, Engine, ClientSettings, View};
//! let corpus = br#"{"schema_version": 1, "title": {"vi": "Kho", "en": "Archive"}, "sources": [], "organisations": [],
//!     "units": [], "campaigns": [], "glossary": [], "redirects": {}, "articles": []}"#;
//! let engine = Engine::load(corpus, &ClientSettings::default())?;
//! let response = engine.respond(&PageRequest::page("phong-trao/"));
//! assert!(matches!(response.view, View::Static(_)));
//! # Ok::<(), thidua_client::InvalidCorpus>(())
//! ```

mod download;
mod download_job;
mod engine;
mod home_view;
mod message;
mod partial_figures;
mod partial_index;
mod request;
mod response;
mod result_groups;
mod scheduler;
mod static_page;
mod suggestion;

pub use download::{DownloadFile, DownloadFormat, DownloadRequest};
pub use engine::{BuiltPages, Engine, InvalidCorpus};
pub use message::{DownloadError, DownloadPart, FromEngine, ToEngine};
pub use partial_figures::PartialFigures;
pub use partial_index::PartialIndex;
pub use request::{ClientSettings, PageRequest, Parsed};
pub use response::{ExplorerView, Facet, FacetRow, FilterControl, HomeView, PageResponse, View};
pub use scheduler::{Action, CacheMode, Event, Resource, Scheduler, prebuilt_routes};
pub use static_page::{StaticPage, parse_static_page};
pub use suggestion::{SuggestRequest, Suggestion};
pub use thidua_pages::html::FilterOption;
pub use thidua_pages::site_model::LoadFailure;
