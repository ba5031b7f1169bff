//! Links of the search results.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Selector of the result links.
pub const RESULT_LINKS: &str = "[data-result]";

/// Focuses the first result.
pub fn focus_first_result() {
    let first = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.query_selector(RESULT_LINKS).ok().flatten());
    if let Some(Ok(link)) = first.map(|e| e.dyn_into::<HtmlElement>()) {
        let _ = link.focus();
    }
}
