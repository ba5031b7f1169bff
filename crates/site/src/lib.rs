//! Site builder: turns a corpus and settings into the files of a whole static site, as named bytes.
//!
//! The crate touches no file, clock or network and compiles to WebAssembly. [`build()`] takes a [`SiteInput`] and passes
//! every file to a [`SiteSink`]: the command line writes them to a folder, [`MemorySink`] keeps them. Files are made on all
//! cores; no file depends on another, so the same input always gives the same bytes. [`single_file()`] gives the whole site
//! as one HTML document.
//!
//! | module | content |
//! | --- | --- |
//! | `source`, `app_bundle`, `address` | the inputs: the corpus with its attestation, the compiled browser app, the place of the site |
//! | `bundle_manifest` | the app as a site publishes it, so that a page can make a site again |
//! | `archive_sink`, `file_list` | a site as one ZIP archive |
//! | `build`, `context`, `unit`, `writer`, `page_assets` | what a build consists of, and the loop that makes it |
//! | `html/` | pages: template, head, JSON-LD, policy, embedded charts, Leptos rendering |
//! | `scripts/` | scripts of every page, and the WebAssembly programs under names with their hashes |
//! | `built_pages/` | content of pages that only the builder makes: data dictionary |
//! | `exports/` | tables, archive, citations, feeds, sitemap, QR codes |
//! | `social_cards/` | preview pictures of links |
//! | `offline/` | service worker, web app manifest, edition file, headers of hosts |
//! | `search_index` | the search index as files |
//!
//! # Example
//! ```
//! use thidua_pages::route::BasePath;
//! use thidua_site::{AppBundle, DataLoading, MemorySink, SiteInput, SiteSource, build};
//!
//! // The app as a browser build would leave it, here without any code.
//! let template = "<html lang=\"vi\"><head><title></title></head><body><div id=\"app\"></div></body></html>";
//! let programs = ["search", "engine", "desk"].map(|name| [format!("{name}.js"), format!("{name}_bg.wasm")]);
//! let programs = programs.concat().into_iter().map(|name| (format!("thi-dua-{name}"), Vec::new()));
//! let template = [("index.html".to_owned(), template.as_bytes().to_vec())];
//! let app = AppBundle::from_files(programs.chain(template).collect())?;
//!
//! let corpus = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json"));
//! let input = SiteInput {
//!     app: &app,
//!     source: SiteSource::read(corpus.to_vec(), None)?,
//!     base: BasePath::new("/"),
//!     origin: String::new(),
//!     loading: DataLoading::Auto,
//! };
//! let sink = MemorySink::default();
//! let summary = build(input, &sink, &|_| {})?;
//! let files = sink.into_files();
//! assert!(summary.pages > 100 && files.contains_key("phong-trao/index.html"));
//! # Ok::<(), thidua_site::SiteError>(())
//! ```

mod address;
mod app_bundle;
mod archive_sink;
mod build;
mod built_pages;
mod bundle_manifest;
mod context;
mod error;
mod exports;
mod file_list;
mod html;
mod offline;
mod output;
mod page_assets;
mod page_meta;
mod parallel;
mod scripts;
mod search_index;
mod single_file;
mod social_cards;
mod source;
mod unit;
mod urls;
mod writer;

pub use address::{AddressError, SiteAddress};
pub use app_bundle::AppBundle;
pub use archive_sink::ArchiveSink;
pub use build::{BuildProgress, BuildSummary, SiteInput, build, build_in_steps};
pub use built_pages::engine_with_built_pages;
pub use bundle_manifest::{BundleEntry, BundleManifest};
pub use error::SiteError;
pub use file_list::{FILE_LIST, file_list};
pub use offline::SERVICE_WORKER;
pub use output::{MemorySink, OutputFile, SiteSink};
pub use scripts::wasm_bundles::WasmBundle;
pub use search_index::{DataLoading, FULL_UP_TO_ARTICLES, FULL_UP_TO_BYTES};
pub use single_file::{DataFile, GENERATOR_MARK, bundle_of_single_file, single_file};
pub use source::{AttestationMismatch, PublishedFiles, SiteSource};
