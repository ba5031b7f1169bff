//! The text of the article in a saved page.
//!
//! One pass over the tokens of the page, without a tree: time and memory grow with the length of the page, however
//! deeply it is nested. As in a page_parser view, what is surely not the article is left out ([`element`]), blocks become
//! lines, and the cells of a row stand beside each other ([`page_parser`]). Then the element that holds most of the running
//! text is chosen ([`choose`]). What still stands around the article is told apart by extraction, as in a text that was
//! copied. Nothing of the page is run or fetched.

mod choose;
mod element;
mod page_parser;

use choose::choose;
use page_parser::PageParser;

/// The article of a saved page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedPage {
    /// Headline and text, a block on each line, blank lines between them.
    pub text: String,
    /// The address that the page gives as its own.
    pub url: Option<String>,
}

/// Reads the article of a saved page. `None` where the page shows no text.
pub fn read_saved_page(html: &str) -> Option<SavedPage> {
    let page = PageParser::read(html);
    let range = choose(&page);
    let mut lines: Vec<&str> = page.lines.get(range.clone())?.iter().map(|line| line.text.as_str()).collect();
    let has_heading = page.headings.iter().any(|heading| range.contains(heading));
    let title = page.headline(&range).filter(|title| !has_heading && !lines.contains(title));
    if let Some(title) = title {
        lines.insert(0, title);
    }
    if lines.is_empty() {
        return None;
    }
    let url = page.url.as_ref().filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    Some(SavedPage { text: lines.join("\n\n"), url: url.cloned() })
}

#[cfg(test)]
mod tests;
