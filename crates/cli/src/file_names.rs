//! Names of files: NFC, because macOS decomposes them, and files of systems and editors to ignore.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

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

/// Returns a path as people write it. Windows begins a resolved path with `\\?\`; nobody types that, and messages with it read
/// like an error of their own.
pub fn without_verbatim_prefix(path: PathBuf) -> PathBuf {
    let Some(rest) = path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) else { return path };
    match rest.strip_prefix(r"UNC\") {
        Some(share) => PathBuf::from(format!(r"\\{share}")),
        None if rest.as_bytes().get(1) == Some(&b':') => PathBuf::from(rest),
        // A disk without a letter has no other name.
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolved_path_of_windows_is_printed_as_people_write_it() {
        for (resolved, written) in [
            (r"\\?\C:\Kho bài\trang", r"C:\Kho bài\trang"),
            (r"\\?\UNC\may-chu\kho", r"\\may-chu\kho"),
            (r"\\?\Volume{26a21bda}\trang", r"\\?\Volume{26a21bda}\trang"),
            ("/srv/trang", "/srv/trang"),
        ] {
            assert_eq!(without_verbatim_prefix(resolved.into()), Path::new(written));
        }
    }
}
