//! Names of source texts: what can be the name of a file on every system.

use super::is_reserved_name;

/// The most bytes of a name: file systems allow 255 with the ending, and decomposed letters take more.
pub const MAX_FILE_STEM_BYTES: usize = 200;

/// Why a name cannot be that of a file everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileStemFault {
    /// It holds a separator or another sign that some system refuses, or begins with a point.
    NotPlain,
    /// It begins or ends with a space, or ends with a point: Windows takes these away.
    Ends,
    /// Windows reserves it for a device.
    Reserved,
    /// It has more than [`MAX_FILE_STEM_BYTES`] bytes.
    TooLong,
}

/// Why `stem` cannot be the name of a file, without its ending, on every system; `None` where it can.
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
