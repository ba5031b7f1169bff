//! XML documents, written as the markup of pages is: by the maud macro, which escapes every text.

use maud::Markup;

/// A whole document. Characters that XML has no way to write are left out.
pub fn document(markup: Markup) -> String {
    let text = markup.into_string();
    let allowed = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n",
        text.chars().filter(allowed).collect::<String>()
    )
}
