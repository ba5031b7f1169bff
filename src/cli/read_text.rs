//! A file to the text of an article: encodings, saved pages, and clear words for what is neither.

use std::fmt;
use std::path::Path;

use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1258};

use crate::extract::{Doubt, MAX_TEXT_BYTES, Prepared, prepare};

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

/// Why a file gives no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It has so many bytes.
    TooLarge(usize),
    /// Nothing in it.
    Empty,
    /// A file of this kind.
    Binary(&'static str),
    /// Text in this encoding, which is not read.
    Encoding(String),
    /// A page without an article.
    NoArticle(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::TooLarge(bytes) => write!(
                f,
                "{} MB: an article has some kilobytes, at most {} MB are read; one file an article",
                bytes / 1024 / 1024,
                MAX_TEXT_BYTES / 1024 / 1024
            ),
            ReadError::Empty => f.write_str("the file is empty"),
            ReadError::Binary(kind) => {
                write!(f, "{kind}, not text: open it, copy the text of the article and save it as UTF-8")
            }
            ReadError::Encoding(name) => {
                write!(
                    f,
                    "the text is in {name}: convert it to Unicode (UTF-8), with UniKey's tools for example"
                )
            }
            ReadError::NoArticle(reason) => write!(f, "no article in this page: {reason}"),
        }
    }
}

/// How files of other kinds begin.
const KINDS: [(&[u8], &str); 8] = [
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word document or another zipped file"),
    (b"\xD0\xCF\x11\xE0", "an old Word or Excel document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1F\x8B", "a compressed file"),
];

/// The text of a file.
///
/// # Errors
/// A [`ReadError`] that says what the file is instead.
pub fn read_text(path: &Path, bytes: &[u8]) -> Result<ReadText, ReadError> {
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(ReadError::TooLarge(bytes.len()));
    }
    if let Some((_, kind)) = KINDS.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return Err(ReadError::Binary(kind));
    }
    let mut notes = Vec::new();
    let text = decoded(bytes, &mut notes)?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let (text, url) = if is_html(path, &text) { article_of(&text, &mut notes)? } else { (text, None) };
    let prepared = prepare(&text);
    if prepared.text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(wrong) = prepared.diagnostics.iter().find(|d| d.doubt == Doubt::Encoding) {
        return Err(ReadError::Encoding(wrong.found.clone().unwrap_or_default()));
    }
    if prepared.text.as_bytes() != bytes {
        notes.push("the source text that is kept is not the file byte for byte".to_owned());
    }
    Ok(ReadText { prepared, notes, url })
}

/// Bytes to text: UTF-8, UTF-16 with a mark, the encoding that a page declares, Windows-1258.
fn decoded(bytes: &[u8], notes: &mut Vec<String>) -> Result<String, ReadError> {
    let declared = declared(bytes);
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).filter(|encoding| *encoding != UTF_8);
    if let Some(encoding) = marked.or(declared.filter(|e| *e != UTF_8 && std::str::from_utf8(bytes).is_err()))
    {
        notes.push(format!("read as {}", encoding.name()));
        return Ok(encoding.decode(bytes).0.into_owned());
    }
    if bytes.contains(&0) {
        return Err(ReadError::Binary("a binary file"));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let latin = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    if let Some(wrong) = prepare(&latin).diagnostics.into_iter().find(|d| d.doubt == Doubt::Encoding) {
        return Err(ReadError::Encoding(wrong.found.unwrap_or_default()));
    }
    let (text, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    let text = prepare(&text).text;
    let vietnamese = text.chars().filter(|c| matches!(c, '\u{1EA0}'..='\u{1EF9}' | 'đ' | 'ơ' | 'ư')).count();
    if vietnamese * 50 < text.chars().count() {
        return Err(ReadError::Encoding("an unknown encoding, or damaged".to_owned()));
    }
    notes.push("read as windows-1258".to_owned());
    Ok(text)
}

/// The encoding that a page declares in its first kilobyte.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024))?).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label: String = rest
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    Encoding::for_label(label.as_bytes())
}

fn is_html(path: &Path, text: &str) -> bool {
    let named =
        path.extension().is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"));
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    named || start.starts_with("<!doctype html") || start.starts_with("<html") || start.contains("<head")
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
