//! The publisher: makes a site in the browser, of the app that the site itself carries, as `thidua build` makes it.
//!
//! [`make()`] is the whole of it and knows no browser: package and app in, files out, with a pause after each step. `browser`
//! runs it in a worker on a host, and in the page itself in the one file, which may have no worker.

#[cfg(target_arch = "wasm32")]
pub mod browser;
mod make;

pub use make::{Made, make};
