//! Where on a page the reader stands, before and after a change of page.
//!
//! The page that is come to is drawn a moment after the address has changed; only then can it be scrolled. The place
//! that is left is kept in the browser's history, for the way back.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, FocusOptions, HtmlElement, PopStateEvent, Window};

/// Where to stand on the page that is coming.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrival {
    /// At its top, as after a page load.
    Top,
    /// Where the reader stood before, in CSS pixels from its top.
    Return(f64),
    /// Where the reader stands on the same page in another language.
    Translation(ScrollAnchor),
}

/// Where a reader stands on a page, apart from its words.
#[derive(Debug, Clone, PartialEq)]
pub struct ScrollAnchor {
    /// In CSS pixels from the top of the page.
    y: f64,
    /// The last place above or at the top of the window, and how far it is from there.
    place: Option<(String, f64)>,
}

/// Where the reader stands now.
pub fn current_anchor(window: &Window) -> ScrollAnchor {
    let y = window.scroll_y().unwrap_or_default();
    let mut place = None;
    let named = window.document().and_then(|d| d.query_selector_all("main [id]").ok());
    for at in 0..named.as_ref().map_or(0, |named| named.length()) {
        let element = named.as_ref().and_then(|named| named.item(at)?.dyn_into::<Element>().ok());
        let Some(element) = element else { continue };
        let top = element.get_bounding_client_rect().top();
        // What is not shown has no place.
        if top <= READING_LINE && element.client_height() > 0 {
            place = Some((element.id(), top));
        }
    }
    ScrollAnchor { y, place: place.filter(|_| y > 0.0) }
}

/// What stands so far below the top of the window is being read, in CSS pixels.
const READING_LINE: f64 = 80.0;

thread_local! {
    /// The id of the element to stand at, where a link named one.
    static PENDING_TARGET: RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
    static PENDING_ARRIVAL: RefCell<Option<Arrival>> = const { RefCell::new(None) };
}

/// Keeps the place in the history entry that is about to be left.
pub fn keep_place(window: &Window) {
    if let (Ok(history), Ok(y)) = (window.history(), window.scroll_y()) {
        let _ = history.replace_state_with_url(&JsValue::from_f64(y), "", None);
    }
}

/// The next page is come to by a link.
pub fn expect_top() {
    PENDING_ARRIVAL.set(Some(Arrival::Top));
}

/// The next page is the same in another language.
pub fn expect_translation(anchor: ScrollAnchor) {
    PENDING_ARRIVAL.set(Some(Arrival::Translation(anchor)));
}

/// The next page is come to by Back or Forward.
pub fn expect_return(event: &PopStateEvent) {
    PENDING_ARRIVAL.set(event.state().as_f64().map(Arrival::Return));
}

/// The next page is come to by a link to a place on it.
pub fn expect_place(place: &str) {
    PENDING_ARRIVAL.set(Some(Arrival::Top));
    PENDING_TARGET.set(Some(place.to_owned()));
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
    let place = PENDING_TARGET.take();
    let arrival = PENDING_ARRIVAL.take();
    if arrival.is_some() && place.is_some_and(|place| to_place(window, &place)) {
        return;
    }
    match arrival {
        None => {}
        Some(Arrival::Return(y)) => window.scroll_to_with_x_and_y(0.0, y),
        Some(Arrival::Translation(anchor)) => arrive_at_translation(window, anchor),
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

/// Stands where the reader stood in the other language, and gives the link between the languages the focus that it had.
fn arrive_at_translation(window: &Window, ScrollAnchor { y, place }: ScrollAnchor) {
    let Some(document) = window.document() else { return };
    let found = place.and_then(|(id, top)| Some((document.get_element_by_id(&id)?, top)));
    let y = found.map_or(y, |(element, top)| {
        element.get_bounding_client_rect().top() + window.scroll_y().unwrap_or_default() - top
    });
    let link = document.query_selector(".masthead a[hreflang]").ok().flatten();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = link.focus_with_options(&options);
    }
    window.scroll_to_with_x_and_y(0.0, y);
}
