//! Bytes to a corpus, or the reason why not.
//!
//! The version is looked at before anything else, so that a file of a later version is told apart from a broken
//! one. Every error says what is wrong in plain words and, where a place can be told, where. Whether the facts
//! hang together is not asked here: see [`validate`](super::validate()).

use std::fmt;

use serde::Deserialize;

use crate::domain::{Corpus, SCHEMA_VERSION};

/// The largest document that a browser reads, in bytes: one of 8,000 articles without full texts. A larger one could end
/// the tab.
pub const BROWSER_MAX_BYTES: usize = 32 * 1024 * 1024;
/// The largest document or source text that is read, in bytes: a larger file is a mistake. 10,000 articles with their
/// full texts are half of what the command line reads.
pub const MAX_BYTES: usize = if cfg!(feature = "cli") { 256 * 1024 * 1024 } else { BROWSER_MAX_BYTES };

/// A place in a file, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column, in bytes.
    pub column: usize,
}

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// Where, if one place is to blame.
    pub place: Option<Place>,
    /// The JSON path of the value to blame (`articles[2].figures[0].unit`), where it is known.
    pub path: Option<String>,
    /// What is wrong.
    pub reason: LoadReason,
}

/// What is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadReason {
    /// It has this many bytes, more than [`MAX_BYTES`].
    TooLarge(usize),
    /// It has no bytes.
    Empty,
    /// It is not UTF-8.
    NotUtf8,
    /// It ends in the middle.
    Truncated,
    /// It is not JSON, for this reason.
    NotJson(String),
    /// It says no version.
    NoVersion,
    /// It says this version.
    Version(String),
    /// It is JSON of another shape, in this way.
    Shape(String),
}

impl fmt::Display for LoadReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadReason::TooLarge(bytes) => {
                write!(f, "the file has {bytes} bytes, more than the {MAX_BYTES} that are read")
            }
            LoadReason::Empty => f.write_str("the file is empty"),
            LoadReason::NotUtf8 => f.write_str("the file is not UTF-8 text: save it as UTF-8"),
            LoadReason::Truncated => f.write_str("the file ends in the middle: it is cut off"),
            LoadReason::NotJson(reason) => write!(f, "not JSON: {reason}"),
            LoadReason::NoVersion => {
                write!(f, "no schema_version: not a corpus, or older than version {SCHEMA_VERSION}")
            }
            LoadReason::Version(found) => {
                write!(f, "schema version {found}, this program reads {SCHEMA_VERSION}")
            }
            LoadReason::Shape(reason) => f.write_str(reason),
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place { line, column }) = self.place {
            write!(f, "line {line}, column {column}: ")?;
        }
        if let Some(path) = &self.path {
            write!(f, "{path}: ")?;
        }
        self.reason.fmt(f)
    }
}

impl std::error::Error for LoadError {}

impl LoadError {
    fn without_place(reason: LoadReason) -> Self {
        Self { place: None, path: None, reason }
    }

    fn from_json(error: &serde_json::Error, path: Option<String>) -> Self {
        use serde_json::error::Category;
        let place = (error.line() > 0).then(|| Place { line: error.line(), column: error.column() });
        let text = error.to_string();
        let suffix = format!(" at line {} column {}", error.line(), error.column());
        let message = text.strip_suffix(&suffix).unwrap_or(&text).to_owned();
        let reason = match error.classify() {
            Category::Eof => LoadReason::Truncated,
            Category::Data => LoadReason::Shape(message),
            Category::Syntax | Category::Io => LoadReason::NotJson(message),
        };
        Self { place, path: path.filter(|p| p != "."), reason }
    }
}

/// Only the version: everything else is looked at once this program is known to read it.
#[derive(Deserialize)]
struct Head {
    schema_version: Option<serde_json::Value>,
}

/// Reads one document.
///
/// # Errors
/// A [`LoadError`] for anything but a whole document of version [`SCHEMA_VERSION`] with exactly the known fields.
pub fn load(bytes: &[u8]) -> Result<Corpus, LoadError> {
    let text = decode(bytes)?;
    // Natively most documents are whole, and large: the path of an error is looked for only where there is one.
    #[cfg(feature = "cli")]
    if let Ok(corpus) = serde_json::from_str::<Corpus>(text)
        && corpus.schema_version == SCHEMA_VERSION
    {
        return Ok(corpus);
    }
    let head: Head = serde_json::from_str(text).map_err(|e| LoadError::from_json(&e, None))?;
    match head.schema_version {
        Some(version) if version == SCHEMA_VERSION => parse(text),
        Some(version) => Err(LoadError::without_place(LoadReason::Version(version.to_string()))),
        None => Err(LoadError::without_place(LoadReason::NoVersion)),
    }
}

/// UTF-8 text of at most [`MAX_BYTES`], without its byte order mark.
///
/// # Errors
/// A [`LoadError`] that says which of these it is not.
pub fn decode(bytes: &[u8]) -> Result<&str, LoadError> {
    if bytes.len() > MAX_BYTES {
        return Err(LoadError::without_place(LoadReason::TooLarge(bytes.len())));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|b| **b == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|b| **b != b'\n').count() + 1;
        LoadError { place: Some(Place { line, column }), path: None, reason: LoadReason::NotUtf8 }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(LoadError::without_place(LoadReason::Empty));
    }
    Ok(text)
}

#[cfg(feature = "cli")]
fn parse(text: &str) -> Result<Corpus, LoadError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let corpus = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|e| LoadError::from_json(e.inner(), Some(e.path().to_string())))?;
    deserializer.end().map_err(|e| LoadError::from_json(&e, None))?;
    Ok(corpus)
}

#[cfg(not(feature = "cli"))]
fn parse(text: &str) -> Result<Corpus, LoadError> {
    serde_json::from_str(text).map_err(|e| LoadError::from_json(&e, None))
}
