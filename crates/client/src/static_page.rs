//! Parser of prerendered pages.
//!
//! If the corpus is not loaded, the prerendered page is the response to its address. Only pages written by this
//! program are parsed, so that searching for known markers is enough; a page without them is not one of ours.

use super::{PageResponse, View};

/// Start and end of the page markup in a static page.
const MAIN: [&str; 2] = ["<main id=\"main\"", "</div></main>"];

/// Content of a fetched page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaticPage {
    /// Page at its address.
    Page(Box<PageResponse>),
    /// Redirect to this address.
    Redirect(String),
}

/// Parses a prerendered page. `None` if the page is not one of ours, or is interactive.
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
    let view = View::Static(markup.to_owned());
    Some(StaticPage::Page(Box::new(PageResponse { path, title, description, view })))
}

fn between<'h>(html: &'h str, before: &str, after: &str) -> Option<&'h str> {
    let (_, rest) = html.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

/// Reverses HTML escaping.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
