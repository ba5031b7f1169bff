//! The window: whether the app runs it, the head of the document, where the site is.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlAnchorElement};

use crate::domain::Lang;

/// On the root element while the app runs the page; styles hide by it what only the app can do.
const LIVE: &str = "data-live";

/// Says whether the app runs the page.
pub fn set_live(live: bool) {
    if let Some(root) = root() {
        let _ = if live { root.set_attribute(LIVE, "") } else { root.remove_attribute(LIVE) };
    }
}

/// Whether the app runs the page. If not, links and forms are the browser's.
pub fn is_live() -> bool {
    root().is_some_and(|root| root.has_attribute(LIVE))
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// Shows title, description and language of a new page, as a page load would.
pub fn show_meta(title: &str, description: &str, lang: Lang) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", lang.tag());
    }
    if let Ok(Some(meta)) = document.query_selector("meta[name=description]") {
        let _ = meta.set_attribute("content", description);
    }
}

/// The host's origin: the one that was configured, else the browser's. Empty for a page opened from a file.
pub fn origin(configured: &str) -> String {
    if !configured.is_empty() {
        return configured.to_owned();
    }
    let here = web_sys::window().and_then(|w| w.location().origin().ok()).unwrap_or_default();
    if here == "null" { String::new() } else { here }
}

/// Where the page's own link to the home page leads: rewritten, where an archive or a proxy has done so.
pub fn home_link(document: &Document) -> Option<String> {
    let link = document.query_selector("a.masthead__name").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    Some(link.pathname())
}
