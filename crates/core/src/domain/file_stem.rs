//! Names of source texts: rules for names that are valid on every file system.

use super::is_reserved_name;

/// Most bytes of a name. File systems allow 255 with the extension, and decomposed letters need more bytes.
pub const MAX_FILE_STEM_BYTES: usize = 200;

/// Reason why a name is not valid on every file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileStemFault {
    /// The name holds a separator or another character that some system refuses, or begins with a full stop.
    NotPlain,
    /// The name begins or ends with a space, or ends with a full stop: Windows removes these.
    Ends,
    /// Windows reserves the name for a device.
    Reserved,
    /// The name has more than [`MAX_FILE_STEM_BYTES`] bytes.
    TooLong,
}

/// Returns the reason why `stem` cannot be the name of a file, without its extension, on every system. `None` for a
/// valid name.
///
/// ```
/// use thidua_core::domain::{FileStemFault, file_stem_fault};
/// assert_eq!(file_stem_fault("Bài viết Đống Đa"), None);
/// assert_eq!(file_stem_fault("../a"), Some(FileStemFault::NotPlain));
/// assert_eq!(file_stem_fault("CON"), Some(FileStemFault::Reserved));
/// ```
pub fn file_stem_fault(stem: &str) -> Option<FileStemFault> {
    let is_refused =
        |c: char| matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || c.is_control();
    if stem.is_empty() || stem.starts_with('.') || stem.starts_with("~$") || stem.contains(is_refused) {
        Some(FileStemFault::NotPlain)
    } else if stem.ends_with('.') || stem.trim() != stem {
        Some(FileStemFault::Ends)
    } else if is_reserved_name(stem) {
        Some(FileStemFault::Reserved)
    } else if stem.len() > MAX_FILE_STEM_BYTES {
        Some(FileStemFault::TooLong)
    } else {
        None
    }
}
