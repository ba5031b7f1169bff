//! Whole texts as keys: for comparing, sorting, addresses.

use super::token::{Token, tokens};

/// The canonical keys of a text's words, joined by spaces: texts that differ only in case, spacing, punctuation
/// or spelling variants have one key.
///
/// ```
/// use thidua_core::text::key;
/// assert_eq!(key("Hoà thuận, KỲ 1"), key("hòa thuận – kì 1"));
/// assert_ne!(key("má"), key("mà"));
/// ```
pub fn key(text: &str) -> String {
    join(text, " ", |token| token.key)
}

/// The words of a text without marks, joined by spaces.
///
/// ```
/// assert_eq!(thidua_core::text::fold("Đổi mới, SÁNG TẠO"), "doi moi sang tao");
/// ```
pub fn fold(text: &str) -> String {
    join(text, " ", |token| token.fold)
}

/// A slug made of a text: its ASCII letters and digits without marks, in groups joined by hyphens; empty where
/// the text has none.
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
