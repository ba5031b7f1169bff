//! Parsing of corpus documents.
//!
//! The version is checked first, so that a document of a later version is told apart from a malformed one. Every error
//! says in plain words what is wrong, and where, if there is one position. References between facts are not checked
//! here: see [`validate`](super::validate()).

use serde::Deserialize;
use thiserror::Error;

use super::load_reason::{JsonType, LoadReason, ShapeError, SyntaxError};
use crate::domain::{Corpus, SCHEMA_VERSION};

/// Largest document that a browser reads, in bytes: 8,000 articles without full texts. A larger document could exhaust
/// the memory of the tab.
pub const BROWSER_MAX_BYTES: usize = 32 * 1024 * 1024;
/// Largest document or source text that is read, in bytes. A larger file is taken for a mistake: 10,000 articles with
/// full texts are half of the native limit.
pub const MAX_BYTES: usize = if cfg!(target_arch = "wasm32") { BROWSER_MAX_BYTES } else { 256 * 1024 * 1024 };

/// Position in a file. Both numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourcePosition {
    /// Line.
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

/// Error of a document that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}{reason}", location(*.position, .path.as_deref()))]
pub struct LoadError {
    /// Position of the error. `None` where the error is about the whole document.
    pub position: Option<SourcePosition>,
    /// JSON path of the value (`articles[2].figures[0].unit`), where it is known.
    pub path: Option<String>,
    /// Kind of error.
    pub reason: LoadReason,
}

/// Beginning of a message: `line 3, column 7: articles[2].id: `, as far as it is known.
fn location(position: Option<SourcePosition>, path: Option<&str>) -> String {
    let position = position.map(|SourcePosition { line, column }| format!("line {line}, column {column}: "));
    let path = path.map(|path| format!("{path}: "));
    position.into_iter().chain(path).collect()
}

impl LoadError {
    fn without_position(reason: LoadReason) -> Self {
        Self { position: None, path: None, reason }
    }

    fn from_json(error: &serde_json::Error, text: &str, path: Option<String>) -> Self {
        use serde_json::error::Category;
        let position = (error.line() > 0).then(|| SourcePosition {
            line: error.line(),
            column: column_in_characters(text, error.line(), error.column()),
        });
        let full_message = error.to_string();
        let suffix = format!(" at line {} column {}", error.line(), error.column());
        let message = full_message.strip_suffix(&suffix).unwrap_or(&full_message);
        let path = path.filter(|path| path != ".");
        let reason = match error.classify() {
            Category::Eof => LoadReason::Truncated,
            Category::Data => LoadReason::Shape(Box::new(
                ShapeError::parse_type(message).unwrap_or_else(|| ShapeError::parse(message)),
            )),
            Category::Syntax | Category::Io => match (SyntaxError::parse(message), &path) {
                // The only lists of a fixed length are pairs, so trailing characters inside a value are a third item.
                (SyntaxError::Trailing, Some(_)) => LoadReason::Shape(Box::new(ShapeError::Count(2))),
                (syntax, _) => LoadReason::NotJson(syntax),
            },
        };
        Self { position, path, reason }
    }
}

/// Converts a column in bytes to a column in characters, both from 1.
fn column_in_characters(text: &str, line: usize, column: usize) -> usize {
    let of_line = text.split('\n').nth(line.saturating_sub(1));
    let before = of_line.and_then(|of_line| of_line.as_bytes().get(..column));
    before.map_or(column, |before| String::from_utf8_lossy(before).chars().count())
}

/// The version of a document. Other fields are read only after the version is known to be supported.
#[derive(Deserialize)]
struct Head {
    schema_version: Option<serde_json::Value>,
}

/// Parses one document.
///
/// # Errors
/// A [`LoadError`] unless the bytes are a whole document of version [`SCHEMA_VERSION`] with exactly the known fields.
pub fn load(bytes: &[u8]) -> Result<Corpus, LoadError> {
    let text = decode(bytes)?;
    // Native documents are mostly valid and large, so the parser that reports paths runs only after the plain one has
    // failed.
    #[cfg(not(target_arch = "wasm32"))]
    let whole =
        serde_json::from_str::<Corpus>(text).ok().filter(|corpus| corpus.schema_version == SCHEMA_VERSION);
    #[cfg(target_arch = "wasm32")]
    let whole = None;
    let read = match whole {
        Some(read) => read,
        None => read_text(text)?,
    };
    if let Some(position) = super::list_fields::first_misplaced_list(text) {
        let shape = ShapeError::Type { expected: JsonType::Object, found: JsonType::List, value: None };
        return Err(LoadError {
            position: Some(position),
            path: None,
            reason: LoadReason::Shape(Box::new(shape)),
        });
    }
    Ok(read)
}

fn read_text(text: &str) -> Result<Corpus, LoadError> {
    // The message would otherwise depend on what the list holds.
    if text.trim_start().starts_with('[') {
        let shape = ShapeError::Type { expected: JsonType::Object, found: JsonType::List, value: None };
        return Err(LoadError::without_position(LoadReason::Shape(Box::new(shape))));
    }
    let head: Head = serde_json::from_str(text).map_err(|e| LoadError::from_json(&e, text, None))?;
    match head.schema_version {
        Some(version) if version == SCHEMA_VERSION => parse(text),
        Some(version) => Err(LoadError::without_position(LoadReason::Version(version.to_string()))),
        None => Err(LoadError::without_position(LoadReason::NoVersion)),
    }
}

/// Returns bytes as UTF-8 text without its byte order mark.
///
/// # Errors
/// A [`LoadError`] where the bytes are more than [`MAX_BYTES`], not UTF-8, or blank.
pub fn decode(bytes: &[u8]) -> Result<&str, LoadError> {
    if bytes.len() > MAX_BYTES {
        return Err(LoadError::without_position(LoadReason::TooLarge(bytes.len())));
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(LoadError::without_position(LoadReason::Utf16));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| not_utf8(bytes))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(LoadError::without_position(LoadReason::Empty));
    }
    Ok(text)
}

/// Position of the first byte that is not UTF-8.
fn not_utf8(bytes: &[u8]) -> LoadError {
    // Text before that byte. A byte order mark has no column.
    let before = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let before = before.strip_prefix('\u{FEFF}').unwrap_or(before);
    let last = before.rsplit('\n').next().unwrap_or(before);
    let position =
        SourcePosition { line: before.matches('\n').count() + 1, column: last.chars().count() + 1 };
    LoadError { position: Some(position), path: None, reason: LoadReason::NotUtf8 }
}

#[cfg(not(target_arch = "wasm32"))]
fn parse(text: &str) -> Result<Corpus, LoadError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let corpus = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|e| LoadError::from_json(e.inner(), text, Some(e.path().to_string())))?;
    deserializer.end().map_err(|e| LoadError::from_json(&e, text, None))?;
    Ok(corpus)
}

#[cfg(target_arch = "wasm32")]
fn parse(text: &str) -> Result<Corpus, LoadError> {
    serde_json::from_str(text).map_err(|e| LoadError::from_json(&e, text, None))
}
