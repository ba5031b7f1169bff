//! Moving to one of the three steps.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::Page;

/// Id of the first step, and of the box for its text.
const PASTE: [&str; 2] = ["soan-dan", "soan-van-ban"];

impl Page {
    /// Scrolls to the section of a step and moves the focus there.
    pub fn go_to_step(&self, id: &str) {
        let Some(section) = self.element(id) else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        section.scroll_into_view_with_scroll_into_view_options(&options);
        let [paste, text] = PASTE;
        let place = if id == paste { self.element(text).unwrap_or(section) } else { section };
        if let Some(place) = place.dyn_ref::<HtmlElement>() {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = place.focus_with_options(&options);
        }
    }
}
