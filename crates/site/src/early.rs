//! The scripts that run before the app: a recorder in the head of every page, and a file, loaded beside the page, that does what needs
//! no app and repeats the rest once the app has taken the page over.

use serde_json::json;

use super::Companion;
use super::programs::hash;
use super::script::without_comments;
use thidua_pages::route::BasePath;
use thidua_pages::url_state::PARAMETERS;

const RECORDER: &str = include_str!("recorder.js");
const SCRIPT: &str = include_str!("early.js");

/// The file, named by what is in it.
pub fn early_file() -> Companion {
    let script = early_script();
    Companion::new(format!("early-{}.js", hash(script.as_bytes())), script)
}

/// The elements of the head that record, and load the file: whenever it comes, so that nothing waits for it.
pub fn early_head(base: &BasePath, file: &Companion) -> String {
    format!(
        "<script>{}</script><script async src=\"{}\"></script>",
        without_comments(RECORDER),
        base.file(&file.path)
    )
}

/// Both scripts in one element, for a site that is one file.
pub fn early_inline() -> String {
    format!("<script>{}\n{}</script>", without_comments(RECORDER), early_script())
}

fn early_script() -> String {
    without_comments(SCRIPT).replace("PARAMETERS", &json!(PARAMETERS).to_string())
}
