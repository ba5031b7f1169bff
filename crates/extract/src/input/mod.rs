//! Input files: kinds of files, decoding, damage, and errors for files that are not text. The command line and the
//! browser both use it; the tables of older encodings are given by the caller.
//!
//! ```
//! use thidua_extract::input::{FileKind, InputError, decode, kind_of};
//!
//! let no_older_encodings = |_: &str, _: &[u8]| None;
//! assert_eq!(decode("Thi đua".as_bytes(), &no_older_encodings).unwrap().text, "Thi đua");
//! assert_eq!(kind_of(b"%PDF-1.7"), Some(FileKind::Pdf));
//! assert_eq!(decode(b"%PDF-1.7", &no_older_encodings), Err(InputError::Binary(FileKind::Pdf)));
//! ```

mod decode;
mod error;
mod kind;

pub use decode::{DecodedText, LegacyDecoder, decode};
pub use error::{InputError, TextDamage, TextDamageKind};
pub use kind::{FileKind, kind_of};

use super::prepare::{MAX_TEXT_BYTES, Prepared, prepare};

/// Returns whether a text is a saved page, by the name of its file or its beginning.
pub fn is_html(file: &str, text: &str) -> bool {
    let file = file.to_ascii_lowercase();
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    [".html", ".htm", ".xhtml"].iter().any(|ending| file.ends_with(ending))
        || start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || start.contains("<head")
}

/// Prepares a text to be read as an article.
///
/// # Errors
/// Where it is too large, blank, the source of a mail, damaged, or decoded with a wrong encoding.
pub fn prepare_input(text: &str) -> Result<Prepared, InputError> {
    if text.len() > MAX_TEXT_BYTES {
        return Err(InputError::TooLarge(text.len()));
    }
    // The source of a mail or of a page in one file may be pasted as text.
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
