//! Folding of white space.

use std::borrow::Cow;

/// Replaces every run of white space (including no-break and thin spaces, tabs and line ends) by one space, and removes
/// it from both ends. Characters without width are not white space and are kept.
///
/// ```
/// assert_eq!(thidua_core::text::fold_space("\u{A0}248\u{202F} sáng \n kiến"), "248 sáng kiến");
/// ```
pub fn fold_space(text: &str) -> Cow<'_, str> {
    let mut before = ' ';
    let is_folded = text.chars().all(|c| {
        let fits = !c.is_whitespace() || (c == ' ' && before != ' ');
        before = c;
        fits
    });
    if is_folded && !text.ends_with(' ') {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    Cow::Owned(folded)
}
