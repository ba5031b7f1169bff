//! The window: printing, the head of the document, absolute addresses.

use crate::domain::Lang;
use crate::page_meta::PageMeta;

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused by some embedded browsers, which have no printer either.
        let _ = window.print();
    }
}

/// Shows title, description and language of a new page, as a page load would.
pub fn show_meta(meta: &PageMeta, lang: Lang) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    document.set_title(&meta.title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", lang.tag());
    }
    if let Ok(Some(description)) = document.query_selector("meta[name=description]") {
        let _ = description.set_attribute("content", &meta.description);
    }
}

/// `href` with the host's origin before it: the one that was configured, else the browser's.
pub fn absolute(origin: &str, href: &str) -> String {
    if !origin.is_empty() {
        return format!("{origin}{href}");
    }
    let here = web_sys::window().and_then(|w| w.location().origin().ok()).unwrap_or_default();
    format!("{here}{href}")
}

/// The address that is shown, query included.
pub fn here(origin: &str) -> String {
    let Some(location) = web_sys::window().map(|w| w.location()) else { return String::new() };
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    absolute(origin, &format!("{path}{query}"))
}
