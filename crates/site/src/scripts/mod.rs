//! Scripts of every page, and the WebAssembly programs that pages load.
//!
//! Scripts are plain JavaScript next to the Rust code that fills in their values. `notice.js` and `bootstrap.js` run in every
//! browser and use nothing younger than ES5.

pub mod bootstrap;
pub mod early;
mod strip_comments;
pub mod wasm_bundles;
