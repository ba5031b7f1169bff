//! The site as files, built natively: every route as real HTML that the app takes over.
//!
//! [`prerender`] fills a folder in which the browser build already lies (shell `index.html`, script, WebAssembly,
//! styles and the public files): one `index.html` a route, `404.html`, and a page for every old id.

mod data;
mod engine_files;
mod error;
mod head;
mod policy;
mod prerender;
mod render;
mod shell;

pub use error::SiteError;
pub use prerender::{Options, Summary, prerender};
