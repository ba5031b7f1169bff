//! Scripts that run before the app: a recorder of events in the head of every page, and a file that handles what needs no
//! app and replays the other events once the app has hydrated the page.

use serde_json::json;

use thidua_pages::route::BasePath;
use thidua_pages::url_state::PARAMETERS;

use super::strip_comments::strip_comments;
use super::wasm_bundles::hash;
use crate::output::OutputFile;

const RECORDER: &str = include_str!("recorder.js");
const SCRIPT: &str = include_str!("early.js");

/// Returns the file; its name contains a hash of its content.
pub fn early_file() -> OutputFile {
    let script = early_script();
    OutputFile::new(format!("early-{}.js", hash(script.as_bytes())), script)
}

/// Returns the elements for the head: the recorder, and the file, which is loaded asynchronously.
pub fn early_head(base: &BasePath, file: &OutputFile) -> String {
    format!(
        "<script>{}</script><script async src=\"{}\"></script>",
        strip_comments(RECORDER),
        base.file(&file.path)
    )
}

/// Returns both scripts in one element, for a site in one file.
pub fn early_inline() -> String {
    format!("<script>{}\n{}</script>", strip_comments(RECORDER), early_script())
}

fn early_script() -> String {
    strip_comments(SCRIPT).replace("PARAMETERS", &json!(PARAMETERS).to_string())
}
