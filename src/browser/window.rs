//! The window: document head, origin, addresses.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlAnchorElement};

use thidua_core::domain::Lang;

/// Sets title, description and language of a new page, as a page load would.
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

/// Returns the configured origin, or else the browser's. Empty for a page opened from a file.
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

/// Writes the origin before the addresses of a page that was built without it, see `thidua_pages::html::components`.
pub fn complete_addresses() {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let Ok(places) = document.query_selector_all("[data-host]") else { return };
    let origin = origin("");
    for place in (0..places.length()).filter_map(|at| places.get(at)) {
        place.set_text_content(Some(&origin));
    }
}

/// Path of the page's own link to the home page, which archives and proxies rewrite.
pub fn home_link(document: &Document) -> Option<String> {
    let link = document.query_selector("a.masthead__name").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    Some(link.pathname())
}
