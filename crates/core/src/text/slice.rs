//! Slices of a text at ranges that were found in it.

use std::ops::Range;

/// The part of `text` at a range in bytes that was found in `text`: the range of a token, a quantity, a quote.
///
/// Such ranges are in order and at character boundaries. Any other range is a bug: a debug assertion fails, and a release
/// build gives the empty string.
///
/// ```
/// use thidua_core::text::{slice, tokens};
/// let text = "Đổi mới, sáng tạo";
/// assert_eq!(slice(text, tokens(text)[2].range.clone()), "sáng");
/// ```
pub fn slice(text: &str, range: Range<usize>) -> &str {
    let part = text.get(range.clone());
    debug_assert!(part.is_some(), "{range:?} is not a range of {text:?}");
    part.unwrap_or("")
}
