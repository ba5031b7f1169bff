//! The plain scripts of a site, as they are written into it.

/// A script without its comments, which have lines of their own, and without the white space around its lines. No string in
/// it goes over lines.
pub fn without_comments(script: &str) -> String {
    let is_comment = |line: &str| line.starts_with("//") || (line.starts_with("/**") && line.ends_with("*/"));
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    lines.collect::<Vec<_>>().join("\n")
}
