//! Names of files: NFC, because macOS decomposes them, and files of systems and editors to ignore.

use std::ffi::OsStr;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

/// Returns the last component of a path in NFC; bytes that are not UTF-8 become U+FFFD.
pub fn nfc_name(path: &Path) -> String {
    // Only a path that ends in `..` has no name, and a listing gives none.
    to_nfc(&path.file_name().unwrap_or(OsStr::new("")).to_string_lossy())
}

/// Normalises a text of any script to NFC.
pub fn to_nfc(text: &str) -> String {
    text.nfc().collect()
}

/// Returns whether systems and editors use names like this for files of their own: `._x`, `.DS_Store`, `.#x`, `~$x`, `x~`,
/// `#x#`, `Thumbs.db`, `desktop.ini`.
pub fn is_ignored(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini")
}

/// Returns `name` without `ending`, which is given in lower case and compared without case. `None` if it ends otherwise.
pub fn without_ending<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    let (stem, last) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
    last.eq_ignore_ascii_case(ending).then_some(stem)
}
