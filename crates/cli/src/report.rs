//! Output of reports: lines for people, one JSON object for programs.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use clap::ValueEnum;
use serde::Serialize;

use thidua_core::corpus::{Problem, Severity};
use thidua_core::text::with_hidden_escaped;

use super::CliError;

/// Format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// One line per problem, then a summary.
    #[default]
    Human,
    /// One JSON object.
    Json,
}

/// Formats a problem as one line: `file:line: path: message (expected …, found …); hint`.
pub fn problem_line(problem: &Problem) -> String {
    let mut text = String::new();
    if let Some(file) = &problem.file {
        text.push_str(file);
        text.push(':');
    }
    if let Some(line) = problem.line {
        text.push_str(&format!("{line}:"));
    }
    if !text.is_empty() {
        text.push(' ');
    }
    match problem.severity {
        Severity::Error => {}
        Severity::Warning => text.push_str("warning: "),
        Severity::Doubt => text.push_str("doubt: "),
        Severity::Note => text.push_str("note: "),
    }
    if !problem.path.is_document() {
        text.push_str(&format!("{}: ", problem.path));
    }
    text.push_str(&problem.code.to_string());
    let expected = problem.expected.iter().map(|e| format!("expected {e}"));
    let found = problem.found.iter().map(|f| format!("found {f}"));
    let values: Vec<String> = expected.chain(found).collect();
    if !values.is_empty() {
        text.push_str(&format!(" ({})", values.join(", ")));
    }
    if let Some(hint) = &problem.hint {
        text.push_str("; ");
        text.push_str(hint);
    }
    text
}

/// Formats all problems, then a summary line.
pub fn human(problems: &[Problem], summary: &str) -> String {
    let mut text = String::new();
    for problem in problems {
        text.push_str(&with_hidden_escaped(&problem_line(problem)));
        text.push('\n');
    }
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}{summary}", tally(problems));
    text
}

/// Returns `2 errors, 1 warning; `, or nothing without problems.
fn tally(problems: &[Problem]) -> String {
    let count = |severity, one: &str| match problems.iter().filter(|p| p.severity == severity).count() {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {one}s")),
    };
    let parts = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Doubt, "doubt"),
        (Severity::Note, "note"),
    ];
    let parts: Vec<String> = parts.into_iter().filter_map(|(severity, one)| count(severity, one)).collect();
    if parts.is_empty() { String::new() } else { format!("{}; ", parts.join(", ")) }
}

/// Returns a value as pretty JSON with a final newline.
///
/// # Errors
/// [`CliError::Json`].
pub fn json(value: &impl Serialize) -> Result<String, CliError> {
    let mut text = serde_json::to_string_pretty(value).map_err(CliError::Json)?;
    text.push('\n');
    Ok(text)
}

/// Prints a line to standard error; ignores that it is closed.
pub fn print_error(text: &str) {
    let _closed = writeln!(io::stderr().lock(), "{}", with_hidden_escaped(text));
}

/// Prints to standard output. A closed pipe (`| head`) is no error.
///
/// # Errors
/// [`CliError::Print`].
pub fn print(text: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CliError::Print(error)),
        _ => Ok(()),
    }
}
