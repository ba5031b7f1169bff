//! A problem of a corpus, as data: path, code, the expected and the found value, and a hint.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::fact_path::FactPath;
use super::problem_code::{ProblemCode, ProblemValue};

/// Severity of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The corpus must not be published.
    Error,
    /// Unusual: a person should check it.
    Warning,
    /// The print near by speaks against a guess: a person should confirm it. A confirmed field has no doubt.
    Doubt,
    /// For information.
    Note,
}

/// A problem of a corpus. Its JSON form holds the code as its English text, in the field `message`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Severity.
    pub severity: Severity,
    /// The file to correct: the source text of a fact, or the document.
    pub file: Option<String>,
    /// Line of that file, from 1.
    pub line: Option<u32>,
    /// Path of the value.
    pub path: FactPath,
    /// The rule that is broken.
    #[serde(rename = "message")]
    pub code: ProblemCode,
    /// The value or form that the rule asks for.
    pub expected: Option<ProblemValue>,
    /// The value in the document.
    pub found: Option<ProblemValue>,
    /// Advice, in English.
    pub hint: Option<String>,
}

/// Path, message, expected and found value, on one line.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.code)?;
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
    pub fn error(path: FactPath, code: ProblemCode) -> Self {
        Self {
            severity: Severity::Error,
            file: None,
            line: None,
            path,
            code,
            expected: None,
            found: None,
            hint: None,
        }
    }

    /// A doubt at `path`.
    pub fn doubt(path: FactPath, code: ProblemCode) -> Self {
        Self::error(path, code).severity(Severity::Doubt)
    }

    /// Replaces the severity.
    #[must_use]
    pub fn severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// Adds the value or form that the rule asks for.
    #[must_use]
    pub fn expected(self, expected: impl Into<ProblemValue>) -> Self {
        Self { expected: Some(expected.into()), ..self }
    }

    /// Adds the value in the document.
    #[must_use]
    pub fn found(self, found: impl Into<ProblemValue>) -> Self {
        Self { found: Some(found.into()), ..self }
    }

    /// Adds advice.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Adds the file, and the line in it, from 1.
    #[must_use]
    pub fn in_file(self, file: &str, line: Option<u32>) -> Self {
        Self { file: Some(file.to_owned()), line, ..self }
    }
}

/// Sorts problems by path, line, message and found value, and removes duplicates.
pub fn sort_problems(problems: &mut Vec<Problem>) {
    problems.sort_by_cached_key(|p| {
        (p.path.clone(), p.line, p.code.to_string(), p.found.as_ref().map(ToString::to_string))
    });
    problems.dedup();
}

/// Returns whether any problem is an error.
pub fn has_errors(problems: &[Problem]) -> bool {
    problems.iter().any(|p| p.severity == Severity::Error)
}
