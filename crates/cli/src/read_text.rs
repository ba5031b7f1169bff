//! Text of an article from a file: encodings, saved pages, broken lines, and clear messages for everything else.

use std::path::Path;

use clap::ValueEnum;
use encoding_rs::Encoding;
use mail_parser::MessageParser;

use thidua_extract::input::{DecodedText, FileKind, InputError, decode, is_html, kind_of, prepare_input};
use thidua_extract::saved_page::{SavedPage, read_saved_page};
use thidua_extract::{MAX_TEXT_BYTES, Prepared};

/// Treatment of a text whose lines are broken inside sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum BrokenLinesPolicy {
    /// Refuse the text.
    #[default]
    Refuse,
    /// Join the lines in the copy that is kept as source text.
    Join,
    /// Keep the text as it is. A figure at a broken line does not verify.
    Keep,
}

/// Text of a file.
#[derive(Debug)]
pub struct ReadText {
    /// Prepared text, with diagnostics.
    pub prepared: Prepared,
    /// Notes on the way in which the file was read, if it was not plain UTF-8.
    pub notes: Vec<String>,
    /// URL that a saved page states as its own.
    pub url: Option<String>,
}

/// Reads the text of a file.
///
/// # Errors
/// An [`InputError`] that says what the file is instead.
pub fn read_text(path: &Path, bytes: &[u8], broken: BrokenLinesPolicy) -> Result<ReadText, InputError> {
    let mut notes = Vec::new();
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let (text, is_page) = if kind_of(bytes) == Some(FileKind::Mhtml) {
        notes.push("a page that a browser saved as one file (MHTML)".to_owned());
        (html_part(bytes)?, true)
    } else {
        let DecodedText { text, encoding } = decode(bytes, &decode_legacy)?;
        notes.extend(encoding.map(|name| format!("read as {name}")));
        let is_page = is_html(&name, &text);
        (text, is_page)
    };
    if text.trim().is_empty() {
        return Err(InputError::Empty);
    }
    if text.len() > MAX_TEXT_BYTES {
        return Err(InputError::TooLarge(text.len()));
    }
    let (text, url) = if is_page {
        notes.push("the article of a saved page, as a reader view shows it".to_owned());
        let SavedPage { text, url } = read_saved_page(&text).ok_or(InputError::NoArticle)?;
        (text, url)
    } else {
        (text, None)
    };
    let mut prepared = prepare_input(&text)?;
    match (broken, prepared.broken_lines()) {
        (_, None) | (BrokenLinesPolicy::Keep, _) => {}
        (BrokenLinesPolicy::Refuse, Some(lines)) if !is_page => return Err(InputError::BrokenLines(lines)),
        // The text of a page is a copy in any case.
        (_, Some(_)) => prepared = prepared.with_joined_lines(),
    }
    if prepared.text.as_bytes() != bytes {
        notes.push("the source text that is kept is not the file byte for byte".to_owned());
    }
    Ok(ReadText { prepared, notes, url })
}

/// Decodes text in a legacy encoding. `None` for an unknown label.
fn decode_legacy(label: &str, bytes: &[u8]) -> Option<String> {
    Encoding::for_label(label.as_bytes()).map(|encoding| encoding.decode(bytes).0.into_owned())
}

/// Returns the page in an MHTML message: its first HTML part.
fn html_part(bytes: &[u8]) -> Result<String, InputError> {
    let unreadable = || InputError::Binary(FileKind::Mhtml);
    let message = MessageParser::new().parse(bytes).ok_or_else(unreadable)?;
    let page = message.parts.iter().find(|part| part.is_text_html()).ok_or_else(unreadable)?;
    Ok(page.text_contents().ok_or_else(unreadable)?.to_owned())
}
