//! Text of the article in a saved page.
//!
//! The tokens of the page are read in one pass, without a tree: time and memory are linear in the length of the page,
//! however deep it is nested. As in the reader view of a browser, elements that are not part of an article are left out
//! ([`element`]), blocks become lines, and the cells of a row are put on one line ([`page_parser`]). Then the element
//! with most of the running text is chosen (`choose`). Lines around the article that remain are recognised by
//! extraction, as in copied text. Nothing of the page is run or fetched.
//!
//! ```
//! use thidua_extract::saved_page::read_saved_page;
//!
//! let page = read_saved_page("<nav>Trang chủ</nav><article><h1>Tin mới</h1><p>Một hai ba.</article>").unwrap();
//! assert_eq!(page.text, "Tin mới\n\nMột hai ba.");
//! ```

mod choose;
mod element;
mod page_parser;

use choose::choose;
use page_parser::PageParser;

/// Article of a saved page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedPage {
    /// Headline and text: one block per line, with blank lines between them.
    pub text: String,
    /// Address that the page states.
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
