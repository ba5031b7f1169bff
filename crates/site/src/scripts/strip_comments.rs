//! Removal of comments from the plain scripts of a site.

/// Removes comments and indentation from a script, such as one that wasm-bindgen has made. Comments must be whole lines (`// …` or `/** … */` on one line), and no
/// string may span lines.
pub fn strip_comments(script: &str) -> String {
    let is_comment = |line: &str| line.starts_with("//") || (line.starts_with("/**") && line.ends_with("*/"));
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    lines.collect::<Vec<_>>().join("\n")
}
