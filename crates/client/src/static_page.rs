//! The answer that a built page holds: its title, description and what stands on it.
//!
//! In a corpus that is not loaded, the page that was built is the answer to its address. Only what this program wrote
//! is read, so looking for its own marks will do; a page that has them not is no page of ours.

use super::{PageResponse, View};

/// How what is before the markup of a page that only tells begins, and what is behind it.
const MAIN: [&str; 2] = ["<main id=\"main\"", "</div></main>"];

/// What a fetched page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaticPage {
    /// What stands at its address.
    Page(PageResponse),
    /// That it has moved to this address.
    Redirect(String),
}

/// Reads a page that was built. `None` where it is none of ours, or one that is drawn while it is used.
pub fn parse_static_page(html: &str) -> Option<StaticPage> {
    if let Some(href) = between(html, "<meta http-equiv=\"refresh\" content=\"0; url=", "\">") {
        return Some(StaticPage::Redirect(unescaped(href)));
    }
    let path = unescaped(between(html, " data-path=\"", "\"")?);
    let title = unescaped(between(html, "<title>", "</title>")?);
    let description = unescaped(between(html, "<meta name=\"description\" content=\"", "\">")?);
    let [opening, closing] = MAIN;
    let (_, rest) = html.split_once(opening)?.1.split_once('>')?;
    let (markup, _) = rest.strip_prefix("<div>")?.rsplit_once(closing)?;
    Some(StaticPage::Page(PageResponse { path, title, description, view: View::Static(markup.to_owned()) }))
}

fn between<'h>(html: &'h str, before: &str, after: &str) -> Option<&'h str> {
    let (_, rest) = html.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

/// Text as it was before it was escaped for a page.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
