//! The bytes of a file to text: encodings, and clear words for what is no text. The same in the command line and in the
//! browser; only the tables of old encodings are whoever calls' own.

use std::fmt;

use super::doubt::Doubt;
use super::prepare::{MAX_TEXT_BYTES, Prepared, prepare};

/// Turns bytes into text by the label of an encoding, as browsers know it ("windows-1258"). Nothing where the label is
/// unknown.
pub type Decode<'a> = &'a dyn Fn(&str, &[u8]) -> Option<String>;

/// A kind of file that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A Word document or another zipped file.
    Zipped,
    /// A Word or Excel document of the old form.
    OldOffice,
    /// A picture.
    Picture,
    /// A rich-text document.
    RichText,
    /// A compressed file.
    Compressed,
    /// Anything else that holds bytes no text has.
    Binary,
}

impl FileKind {
    /// What it is, for the command line.
    pub const fn name(self) -> &'static str {
        match self {
            FileKind::Pdf => "a PDF document",
            FileKind::Zipped => "a Word document or another zipped file",
            FileKind::OldOffice => "an old Word or Excel document",
            FileKind::Picture => "a picture",
            FileKind::RichText => "a rich-text document",
            FileKind::Compressed => "a compressed file",
            FileKind::Binary => "a binary file",
        }
    }
}

/// Why a file gives no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It has so many bytes.
    TooLarge(usize),
    /// Nothing in it.
    Empty,
    /// A file of this kind.
    Binary(FileKind),
    /// Text in this encoding, which is not read.
    Encoding(String),
    /// Neither UTF-8 nor a known old encoding, or damaged.
    UnknownEncoding,
    /// A page without an article, and why.
    NoArticle(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let convert = "convert it to Unicode (UTF-8), with UniKey's tools for example";
        match self {
            ReadError::TooLarge(bytes) => write!(
                f,
                "{} MB: an article has some kilobytes, at most {} MB are read; one file an article",
                bytes / 1024 / 1024,
                MAX_TEXT_BYTES / 1024 / 1024
            ),
            ReadError::Empty => f.write_str("the file is empty"),
            ReadError::Binary(kind) => {
                let kind = kind.name();
                write!(f, "{kind}, not text: open it, copy the text of the article and save it as UTF-8")
            }
            ReadError::Encoding(name) => write!(f, "the text is in {name}: {convert}"),
            ReadError::UnknownEncoding => {
                write!(f, "the text is in an unknown encoding, or damaged: {convert}")
            }
            ReadError::NoArticle(reason) => write!(f, "no article in this page: {reason}"),
        }
    }
}

/// Text that was read from bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding that it was in, where that was not UTF-8.
    pub encoding: Option<String>,
}

/// How files of other kinds begin.
const KINDS: [(&[u8], FileKind); 8] = [
    (b"%PDF", FileKind::Pdf),
    (b"PK\x03\x04", FileKind::Zipped),
    (b"\xD0\xCF\x11\xE0", FileKind::OldOffice),
    (b"\x89PNG", FileKind::Picture),
    (b"\xFF\xD8\xFF", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"{\\rtf", FileKind::RichText),
    (b"\x1F\x8B", FileKind::Compressed),
];

/// Bytes to text: UTF-8, UTF-16 with a mark, the encoding that a page declares, Windows-1258.
///
/// # Errors
/// A [`ReadError`] that says what the file is instead.
pub fn decode(bytes: &[u8], old: Decode<'_>) -> Result<Decoded, ReadError> {
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(ReadError::TooLarge(bytes.len()));
    }
    if let Some((_, kind)) = KINDS.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return Err(ReadError::Binary(*kind));
    }
    let utf8 = std::str::from_utf8(bytes).ok();
    let marked = [(&b"\xFF\xFE"[..], "utf-16le"), (b"\xFE\xFF", "utf-16be")];
    let marked =
        marked.into_iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, label)| label.to_owned());
    if let Some(label) = marked.or_else(|| declared(bytes).filter(|_| utf8.is_none()))
        && let Some(text) = old(&label, bytes)
    {
        return Ok(Decoded { text, encoding: Some(label) });
    }
    if bytes.contains(&0) {
        return Err(ReadError::Binary(FileKind::Binary));
    }
    if let Some(text) = utf8 {
        return Ok(Decoded { text: text.to_owned(), encoding: None });
    }
    let sign = |text: &str| prepare(text).diagnostics.into_iter().find(|d| d.doubt == Doubt::Encoding);
    if let Some(wrong) = old("windows-1252", bytes).and_then(|latin| sign(&latin)) {
        return Err(ReadError::Encoding(wrong.found.unwrap_or_default()));
    }
    let text = old("windows-1258", bytes).map(|text| prepare(&text).text).unwrap_or_default();
    let vietnamese = text.chars().filter(|c| matches!(c, '\u{1EA0}'..='\u{1EF9}' | 'đ' | 'ơ' | 'ư')).count();
    if text.is_empty() || vietnamese * 50 < text.chars().count() {
        return Err(ReadError::UnknownEncoding);
    }
    Ok(Decoded { text, encoding: Some("windows-1258".to_owned()) })
}

/// The encoding that a page declares in its first kilobyte, unless it is UTF-8.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024))?).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label: String = rest
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    (!label.is_empty() && label != "utf-8" && label != "utf8").then_some(label)
}

/// Whether a text is a saved page, by its file's name or its beginning.
pub fn is_html(file: &str, text: &str) -> bool {
    let file = file.to_ascii_lowercase();
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    file.ends_with(".html")
        || file.ends_with(".htm")
        || start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || start.contains("<head")
}

/// Makes a text ready to be read as an article.
///
/// # Errors
/// Where it is too large, empty, or in letters of another encoding.
pub fn ready(text: &str) -> Result<Prepared, ReadError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(ReadError::TooLarge(text.len()));
    }
    let prepared = prepare(text);
    if prepared.text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    match prepared.diagnostics.iter().find(|d| d.doubt == Doubt::Encoding) {
        Some(wrong) => Err(ReadError::Encoding(wrong.found.clone().unwrap_or_default())),
        None => Ok(prepared),
    }
}
