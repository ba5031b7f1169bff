//! XML documents, written as the markup of pages is: by the maud macro, which escapes every text.

use maud::Markup;

use thidua_core::text::hidden_kind;

/// A whole document. Validation lets none of the characters into a corpus that XML cannot write; should one come another
/// way, it is written as U+FFFD, so that the document can be read and the place be found.
pub fn document(markup: Markup) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", writable(&markup.into_string()))
}

/// A text in which every character stands that XML 1.0 has and that a reader can see; others are U+FFFD.
fn writable(text: &str) -> String {
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
    fn whatever_text_it_is_given_the_document_is_well_formed() {
        for c in ('\0'..=char::MAX).filter(|c| hidden_kind(*c).is_some()) {
            let written = document(maud::html! { a { "x" (c) "y" } });
            let read = roxmltree::Document::parse(&written).unwrap_or_else(|e| panic!("{c:?}: {e}"));
            let text = read.root_element().text().unwrap_or_default();
            assert!(text.starts_with('x') && text.ends_with('y'), "{c:?}: {text:?}");
        }
    }
}
