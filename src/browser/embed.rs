//! Code of a frame for other sites.
//!
//! A site built without the name of its host has only paths in the code. The browser knows the origin and completes
//! the code when it is opened.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTextAreaElement};

use super::window::origin;

/// Completes the code in the box that a click opens.
pub fn complete_code(event: &Event, configured: &str) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    if let Some(summary) = target.and_then(|t| t.closest(".embed > summary").ok().flatten()) {
        completed_frame_code(&summary, configured);
    }
}

/// Completes the code of the box that contains `inside`, and returns its text area.
pub fn completed_frame_code(inside: &Element, configured: &str) -> Option<HtmlTextAreaElement> {
    let embed = inside.closest(".embed").ok()??;
    let code: HtmlTextAreaElement = embed.query_selector("textarea").ok()??.dyn_into().ok()?;
    let complete = code.value().replace(" src=\"/", &format!(" src=\"{}/", origin(configured)));
    code.set_value(&complete);
    Some(code)
}
