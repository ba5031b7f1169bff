//! Scripts of every page, and the WebAssembly programs that pages load.
//!
//! Scripts are plain JavaScript next to the Rust code that fills in their values. `notice.js`, `compile.js` and `bootstrap.js` run in
//! every browser and use nothing younger than ES5; `page/*.js` are joined into one file.

pub mod bootstrap;
pub mod page_script;
mod strip_comments;
pub mod template_program;
pub mod wasm_bundles;
