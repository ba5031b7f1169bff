//! What is wrong with a corpus, as data: the place, what stood there, what should have, and what to do.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The corpus must not be published.
    Error,
    /// Unusual: somebody should look.
    Warning,
    /// Good to know.
    Note,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// How much it weighs.
    pub severity: Severity,
    /// The file to look into: the source text of a fact, or the document.
    pub file: Option<String>,
    /// The line of that file, from 1.
    pub line: Option<u32>,
    /// The JSON path of the value (`articles[2].figures[0].unit`).
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What the rule asks for.
    pub expected: Option<String>,
    /// What stands there.
    pub found: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
}

/// Place, reason, and what was expected and found: one line.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)?;
        match (&self.expected, &self.found) {
            (Some(expected), Some(found)) => write!(f, " (expected {expected}, found {found})"),
            (Some(expected), None) => write!(f, " (expected {expected})"),
            (None, Some(found)) => write!(f, " (found {found})"),
            (None, None) => Ok(()),
        }
    }
}

impl Problem {
    /// An error at `path`.
    pub fn error(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            file: None,
            line: None,
            path: path.into(),
            message: message.into(),
            expected: None,
            found: None,
            hint: None,
        }
    }

    /// The same with another weight.
    pub fn severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// The same with what the rule asks for.
    pub fn expected(self, expected: impl ToString) -> Self {
        Self { expected: Some(expected.to_string()), ..self }
    }

    /// The same with what stands there.
    pub fn found(self, found: impl ToString) -> Self {
        Self { found: Some(found.to_string()), ..self }
    }

    /// The same with advice.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// The same at a place in a file.
    pub fn at(self, file: &str, line: Option<u32>) -> Self {
        Self { file: Some(file.to_owned()), line, ..self }
    }
}

/// Sorts problems by their place in the document (`articles[2]` before `articles[10]`), then by message, and drops
/// what is said twice.
pub fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by_cached_key(|p| (place_key(&p.path), p.line, p.message.clone(), p.found.clone()));
    problems.dedup();
}

/// Whether any problem is an error.
pub fn has_errors(problems: &[Problem]) -> bool {
    problems.iter().any(|p| p.severity == Severity::Error)
}

/// A path whose numbers sort by size.
fn place_key(path: &str) -> String {
    let number = |digits: &str| digits.parse::<usize>().map_or(digits.to_owned(), |n| format!("{n:010}"));
    path.split(['[', ']']).map(number).collect::<Vec<_>>().join("\u{0}")
}

/// A short quotation for a message: at most 80 characters, control characters escaped.
pub(super) fn quote(text: &str) -> String {
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("{short:?}")
}
