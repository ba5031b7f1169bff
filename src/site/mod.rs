//! The site as files, built natively: every route as real HTML that the app takes over.
//!
//! [`prerender`] fills a folder in which the browser build already lies (shell `index.html`, script, WebAssembly,
//! styles and the public files): one `index.html` a route, `404.html`, and a page for every old id. [`companions`] are
//! the files beside the pages: sitemap, feeds, tables, citations.

mod companions;
mod data;
mod embed;
mod engine_files;
mod error;
mod feed;
mod files;
mod head;
mod json_ld;
mod place;
mod policy;
mod prerender;
mod previews;
mod render;
mod shell;
mod sitemap;
mod tables;
mod xml;

pub use companions::{Beside, beside};
pub use error::SiteError;
pub use prerender::{Options, Summary, prerender};
