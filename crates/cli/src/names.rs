//! Names of files: compared in NFC, since macOS decomposes them; without those that systems and editors write beside.

use std::ffi::OsStr;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

/// The last part of a path in NFC; bytes that are no text are replaced.
pub fn composed_name(path: &Path) -> String {
    // A path that ends in `..` has no name, and none of these is listed.
    composed(&path.file_name().unwrap_or(OsStr::new("")).to_string_lossy())
}

/// A text in NFC, of every script.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Whether a name is one that systems and editors give to files of their own: `._x`, `.DS_Store`, `.#x`, `~$x`, `x~`,
/// `#x#`, `Thumbs.db`, `desktop.ini`.
pub fn is_passed_over(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini")
}

/// A name without `ending`, which is given in lower case and may stand there in any.
pub fn without_ending<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    let (stem, last) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
    last.eq_ignore_ascii_case(ending).then_some(stem)
}
