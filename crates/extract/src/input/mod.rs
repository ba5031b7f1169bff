//! The bytes of a file to text: kinds of files, encodings, damage, and clear words for what is no text. The same in the
//! command line and in the browser; only the tables of old encodings are the caller's own.

mod decode;
mod error;
mod kind;

pub use decode::{DecodedText, LegacyDecoder, decode};
pub use error::{InputError, TextDamage, TextDamageKind};
pub use kind::{FileKind, kind_of};

use super::prepare::{MAX_TEXT_BYTES, Prepared, prepare};

/// Whether a text is a saved page, by its file's name or its beginning.
pub fn is_html(file: &str, text: &str) -> bool {
    let file = file.to_ascii_lowercase();
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    [".html", ".htm", ".xhtml"].iter().any(|ending| file.ends_with(ending))
        || start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || start.contains("<head")
}

/// Makes a text ready to be read as an article.
///
/// # Errors
/// Where it is too large, empty, the source of a mail, damaged, or in letters of another encoding.
pub fn prepare_input(text: &str) -> Result<Prepared, InputError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(InputError::TooLarge(text.len()));
    }
    // The source of a mail or of a page in one file, pasted as text.
    if let Some(kind) = kind_of(text.as_bytes()) {
        return Err(InputError::Binary(kind));
    }
    if let Some(damage) = TextDamage::replaced(text) {
        return Err(InputError::Damaged(damage));
    }
    let prepared = prepare(text);
    if prepared.text.trim().is_empty() {
        return Err(InputError::Empty);
    }
    match prepared.wrong_encoding {
        Some(encoding) => Err(InputError::WrongEncoding(encoding)),
        None => Ok(prepared),
    }
}
