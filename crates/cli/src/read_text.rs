//! A file to the text of an article: encodings, saved pages, broken lines, and clear words for what is none of them.

use std::path::Path;

use clap::ValueEnum;
use encoding_rs::Encoding;
use mail_parser::MessageParser;

use thidua_extract::input::{DecodedText, FileKind, InputError, decode, is_html, kind_of, prepare_input};
use thidua_extract::saved_page::{SavedPage, read_saved_page};
use thidua_extract::{MAX_TEXT_BYTES, Prepared};

/// What is done with a text whose lines are broken inside sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum OnBrokenLines {
    /// The text is not taken.
    #[default]
    Refuse,
    /// The lines are joined in the copy that is kept as source text.
    Join,
    /// The text is taken as it is. A figure at a broken line does not verify.
    Keep,
}

/// The text of a file.
#[derive(Debug)]
pub struct ReadText {
    /// Made ready, with what was found.
    pub prepared: Prepared,
    /// How the file was read, where it was not plain UTF-8: to be said.
    pub notes: Vec<String>,
    /// The address that a saved page gives as its own.
    pub url: Option<String>,
}

/// The text of a file.
///
/// # Errors
/// A [`InputError`] that says what the file is instead.
pub fn read_text(path: &Path, bytes: &[u8], broken: OnBrokenLines) -> Result<ReadText, InputError> {
    let mut notes = Vec::new();
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let (text, is_page) = if kind_of(bytes) == Some(FileKind::Mhtml) {
        notes.push("a page that a browser saved as one file (MHTML)".to_owned());
        (page_in_message(bytes)?, true)
    } else {
        let DecodedText { text, encoding } = decode(bytes, &old)?;
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
        (_, None) | (OnBrokenLines::Keep, _) => {}
        (OnBrokenLines::Refuse, Some(lines)) if !is_page => return Err(InputError::BrokenLines(lines)),
        // The text of a page is a copy in any case.
        (_, Some(_)) => prepared = prepared.with_joined_lines(),
    }
    if prepared.text.as_bytes() != bytes {
        notes.push("the source text that is kept is not the file byte for byte".to_owned());
    }
    Ok(ReadText { prepared, notes, url })
}

/// Text in an old encoding.
fn old(label: &str, bytes: &[u8]) -> Option<String> {
    Encoding::for_label(label.as_bytes()).map(|encoding| encoding.decode(bytes).0.into_owned())
}

/// The page in a message: its first part that is HTML.
fn page_in_message(bytes: &[u8]) -> Result<String, InputError> {
    let unread = || InputError::Binary(FileKind::Mhtml);
    let message = MessageParser::new().parse(bytes).ok_or_else(unread)?;
    let page = message.parts.iter().find(|part| part.is_text_html()).ok_or_else(unread)?;
    Ok(page.text_contents().ok_or_else(unread)?.to_owned())
}
