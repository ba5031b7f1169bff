//! XML documents, written with the maud macro, which escapes every text.

use maud::Markup;

use thidua_core::text::hidden_kind;

/// Returns a whole document. A valid corpus holds no character that XML cannot represent; should one come another way, it
/// becomes U+FFFD, so that the document can be read and the place be found.
pub fn document(markup: Markup) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", replace_invalid(&markup.into_string()))
}

/// Replaces characters that XML 1.0 does not have, or that are invisible, by U+FFFD.
fn replace_invalid(text: &str) -> String {
    let one = |c: char| match hidden_kind(c) {
        Some(_) if !matches!(c, '\t' | '\n' | '\r') => '\u{FFFD}',
        _ => c,
    };
    text.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_document_with_any_character_is_well_formed() {
        for c in ('\0'..=char::MAX).filter(|c| hidden_kind(*c).is_some()) {
            let written = document(maud::html! { a { "x" (c) "y" } });
            let read = roxmltree::Document::parse(&written).unwrap_or_else(|e| panic!("{c:?}: {e}"));
            let text = read.root_element().text().unwrap_or_default();
            assert!(text.starts_with('x') && text.ends_with('y'), "{c:?}: {text:?}");
        }
    }
}
