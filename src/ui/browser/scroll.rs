//! Where on a page the reader stands, before and after a change of page.
//!
//! The page that is come to is drawn a moment after the address has changed; only then can it be scrolled. The place
//! that is left is kept in the browser's history, for the way back.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{FocusOptions, HtmlElement, PopStateEvent, Window};

/// Where to stand on the page that is coming.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arrival {
    /// At its top, as after a page load.
    Top,
    /// Where the reader stood before, in CSS pixels from its top.
    Return(f64),
}

thread_local! {
    /// The id of the element to stand at, where a link named one.
    static PLACE: std::cell::RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
    static COMING: Cell<Option<Arrival>> = const { Cell::new(None) };
}

/// Keeps the place in the history entry that is about to be left.
pub fn keep_place(window: &Window) {
    if let (Ok(history), Ok(y)) = (window.history(), window.scroll_y()) {
        let _ = history.replace_state_with_url(&JsValue::from_f64(y), "", None);
    }
}

/// The next page is come to by a link.
pub fn expect_top() {
    COMING.set(Some(Arrival::Top));
}

/// The next page is come to by Back or Forward.
pub fn expect_return(event: &PopStateEvent) {
    COMING.set(event.state().as_f64().map(Arrival::Return));
}

/// The next page is come to by a link to a place on it.
pub fn expect_place(place: &str) {
    COMING.set(Some(Arrival::Top));
    PLACE.set(Some(place.to_owned()));
}

/// Scrolls to a place on the page that is shown. Says whether there is such a place.
pub fn to_place(window: &Window, place: &str) -> bool {
    let Some(element) = window.document().and_then(|d| d.get_element_by_id(place)) else { return false };
    element.scroll_into_view();
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
    true
}

/// The page is drawn: stands where the reader expects to stand.
pub fn arrive(window: &Window) {
    let place = PLACE.take();
    let coming = COMING.take();
    if coming.is_some() && place.is_some_and(|place| to_place(window, &place)) {
        return;
    }
    match coming {
        None => {}
        Some(Arrival::Return(y)) => window.scroll_to_with_x_and_y(0.0, y),
        Some(Arrival::Top) => {
            window.scroll_to_with_x_and_y(0.0, 0.0);
            // The reader of a screen reader stands at the top of the new page, as after a real page load.
            let main = window.document().and_then(|d| d.get_element_by_id("main"));
            if let Some(Ok(main)) = main.map(|m| m.dyn_into::<HtmlElement>()) {
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = main.focus_with_options(&options);
            }
        }
    }
}
