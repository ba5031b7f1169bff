//! A file to the text of an article: encodings, saved pages, and clear words for what is neither.

use std::path::Path;

use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::Encoding;

use crate::extract::Prepared;
use crate::extract::intake::{Decoded, ReadError, decode, is_html, ready};

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
/// A [`ReadError`] that says what the file is instead.
pub fn read_text(path: &Path, bytes: &[u8]) -> Result<ReadText, ReadError> {
    let mut notes = Vec::new();
    let Decoded { text, encoding } = decode(bytes, &old)?;
    notes.extend(encoding.map(|name| format!("read as {name}")));
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let (text, url) = if is_html(&name, &text) { article_of(&text, &mut notes)? } else { (text, None) };
    let prepared = ready(&text)?;
    if prepared.text.as_bytes() != bytes {
        notes.push("the source text that is kept is not the file byte for byte".to_owned());
    }
    Ok(ReadText { prepared, notes, url })
}

/// Text in an old encoding.
fn old(label: &str, bytes: &[u8]) -> Option<String> {
    Encoding::for_label(label.as_bytes()).map(|encoding| encoding.decode(bytes).0.into_owned())
}

/// The headline and the text of the article in a saved page, and the page's address.
fn article_of(html: &str, notes: &mut Vec<String>) -> Result<(String, Option<String>), ReadError> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let error = |e: dom_smoothie::ReadabilityError| ReadError::NoArticle(e.to_string());
    let article = Readability::new(html, None, Some(config)).map_err(error)?.parse().map_err(error)?;
    notes.push("the article of a saved page, as a reader view shows it".to_owned());
    let mut text = format!("{}\n\n", article.title.trim());
    if let Some(byline) = article.byline.filter(|byline| !article.text_content.contains(byline.as_str())) {
        text.push_str(byline.trim());
        text.push_str("\n\n");
    }
    for line in article.text_content.lines().map(str::trim) {
        text.push_str(line);
        text.push('\n');
    }
    let url = article.url.filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    Ok((text, url))
}
