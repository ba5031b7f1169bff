//! The site as files, built natively: every route as real HTML that the app takes over.
//!
//! [`build`] takes the [`App`] as the browser build left it and the [`Documents`] with the facts, and writes into an
//! [`Output`]: the app's own files, one `index.html` a route, `404.html`, a page for every old id, and beside the
//! pages what machines read. [`publish`] lets the whole take the place of an older site at once.

mod app;
mod beside;
mod build;
mod companions;
mod data;
mod early;
mod edition;
mod embed;
mod error;
mod exports;
mod feed;
mod head;
mod headers;
mod json_ld;
mod maker;
mod offline;
mod output;
mod parts;
mod place;
mod policy;
mod prerender;
mod previews;
mod programs;
mod publish;
mod qr;
mod render;
mod script;
mod search_files;
mod shape;
mod shell;
mod single;
mod sitemap;
mod staging;
mod stamp;
mod starter;
mod system;
mod tables;
mod works;
mod xml;

pub use app::App;
pub use build::{Progress, Site, Summary, build};
pub use companions::Companion;
pub use data::{Documents, Misfit, Published};
pub use error::SiteError;
pub use output::Output;
pub use programs::Program;
pub use publish::{Made, Setting, publish};
pub use search_files::{Loading, WHOLE_UP_TO, WHOLE_UP_TO_BYTES};
pub use single::{MARK, single};
