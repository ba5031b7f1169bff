//! The window: whether the app runs it, the head of the document, where the site is.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlAnchorElement};

use thidua_core::domain::Lang;
use thidua_pages::route::BasePath;

/// On the root element while the app runs the page; styles hide by it what only the app can do.
const LIVE: &str = "data-live";

/// Says whether the app runs the page.
pub fn set_live(live: bool) {
    if let Some(root) = root() {
        let _ = if live { root.set_attribute(LIVE, "") } else { root.remove_attribute(LIVE) };
    }
    if live {
        // Whatever was said of its start is over.
        super::notice::set_waiting(false);
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
    let Some(location) = web_sys::window().map(|w| w.location()) else { return String::new() };
    // Browsers disagree on the origin of a file: "null", "file://".
    let is_of_host =
        location.protocol().is_ok_and(|protocol| ["http:", "https:"].contains(&protocol.as_str()));
    location.origin().ok().filter(|_| is_of_host).unwrap_or_default()
}

/// What makes a link of the site whole outside of it: the origin; of a site that is one file on a host, the address of
/// that file. Empty for a page opened from a file: its address leads nowhere on another computer.
pub fn link_prefix(configured: &str, base: &BasePath) -> String {
    let origin = origin(configured);
    if origin.is_empty() || !configured.is_empty() || !base.is_single_file() {
        return origin;
    }
    this_document()
}

/// The address of the document, without the place in it.
fn this_document() -> String {
    let here = web_sys::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    here.split('#').next().unwrap_or_default().to_owned()
}

/// Puts the origin before the addresses in the page that was built without it (see `pages::parts::citation`).
pub fn complete_addresses() {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let Ok(places) = document.query_selector_all("[data-host]") else { return };
    let origin = origin("");
    for place in (0..places.length()).filter_map(|at| places.get(at)) {
        place.set_text_content(Some(&origin));
    }
}

/// Where the page's own link to the home page leads: rewritten, where an archive or a proxy has done so.
pub fn home_link(document: &Document) -> Option<String> {
    let link = document.query_selector("a.masthead__name").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    Some(link.pathname())
}
