//! The inline script that runs before the app: does what needs no app, and records the rest of what a reader does until
//! the app has taken the page over.

use serde_json::json;

use crate::filters::PARAMETERS;

const SCRIPT: &str = include_str!("early.js");

/// The script as an element of the head.
pub fn early() -> String {
    let code = SCRIPT.lines().map(str::trim).filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n");
    format!("<script>{}</script>", code.replace("PARAMETERS", &json!(PARAMETERS).to_string()))
}

/// Comments have lines of their own. They do not travel with every page.
fn is_comment(line: &str) -> bool {
    line.is_empty() || line.starts_with("//") || (line.starts_with("/**") && line.ends_with("*/"))
}
