//! Keys of whole texts: for comparison, sorting and addresses.

use super::token::{Token, tokens};

/// Canonical keys of the words of a text, joined by spaces. Texts that differ only in case, spacing, punctuation or
/// spelling variants have the same key.
///
/// ```
/// use thidua_core::text::key;
/// assert_eq!(key("Hoà thuận, KỲ 1"), key("hòa thuận – kì 1"));
/// assert_ne!(key("má"), key("mà"));
/// ```
pub fn key(text: &str) -> String {
    join(text, " ", |token| token.key)
}

/// Words of a text without marks, joined by spaces.
///
/// ```
/// assert_eq!(thidua_core::text::fold("Đổi mới, SÁNG TẠO"), "doi moi sang tao");
/// ```
pub fn fold(text: &str) -> String {
    join(text, " ", |token| token.fold)
}

/// Slug of a text: its ASCII letters and digits without marks, in groups joined by hyphens. Empty where the text has no
/// letters or digits.
///
/// ```
/// assert_eq!(thidua_core::text::slug("LĐLĐ quận Hoàng Mai – 2022"), "ldld-quan-hoang-mai-2022");
/// ```
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let parts = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

fn join(text: &str, by: &str, pick: impl Fn(Token) -> String) -> String {
    tokens(text).into_iter().map(pick).collect::<Vec<_>>().join(by)
}
