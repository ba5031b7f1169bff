//! The code of a frame for somebody else's page.
//!
//! A site that was built without its host's name knows only paths; the browser knows where it is, and completes the
//! code as soon as it is looked at.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTextAreaElement};

use super::window::origin;

/// Completes the code in the box that a click opens.
pub fn complete_code(event: &Event, configured: &str) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    if let Some(summary) = target.and_then(|t| t.closest(".embed > summary").ok().flatten()) {
        code_beside(&summary, configured);
    }
}

/// The code in the box in which `inside` stands, complete.
pub fn code_beside(inside: &Element, configured: &str) -> Option<HtmlTextAreaElement> {
    let embed = inside.closest(".embed").ok()??;
    let code: HtmlTextAreaElement = embed.query_selector("textarea").ok()??.dyn_into().ok()?;
    let complete = code.value().replace(" src=\"/", &format!(" src=\"{}/", origin(configured)));
    code.set_value(&complete);
    Some(code)
}
