//! Scroll position before and after a change of page.
//!
//! A new page is rendered shortly after the address has changed, and can be scrolled only then. The position of the
//! page that is left is stored in the browser's history for the way back.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, FocusOptions, HtmlElement, PopStateEvent, Window};

/// Position to take on the next page.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrival {
    /// Top of the page, as after a page load.
    Top,
    /// Former position, in CSS pixels from the top.
    Return(f64),
    /// Position of the same content in another language.
    Translation(ScrollAnchor),
}

/// Position on a page, independent of the language.
#[derive(Debug, Clone, PartialEq)]
pub struct ScrollAnchor {
    /// CSS pixels from the top of the page.
    y: f64,
    /// Id of the last element above or at the top of the window, and its distance from there.
    place: Option<(String, f64)>,
}

/// Returns the current position.
pub fn current_anchor(window: &Window) -> ScrollAnchor {
    let y = window.scroll_y().unwrap_or_default();
    let mut place = None;
    let named = window.document().and_then(|d| d.query_selector_all("main [id]").ok());
    for at in 0..named.as_ref().map_or(0, |named| named.length()) {
        let element = named.as_ref().and_then(|named| named.item(at)?.dyn_into::<Element>().ok());
        let Some(element) = element else { continue };
        let top = element.get_bounding_client_rect().top();
        // Invisible elements have no position.
        if top <= READING_LINE && element.client_height() > 0 {
            place = Some((element.id(), top));
        }
    }
    ScrollAnchor { y, place: place.filter(|_| y > 0.0) }
}

/// Distance from the top of the window within which an element counts as being read, in CSS pixels.
const READING_LINE: f64 = 80.0;

thread_local! {
    /// Id of the target element, if a link named one.
    static PENDING_TARGET: RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
    static PENDING_ARRIVAL: RefCell<Option<Arrival>> = const { RefCell::new(None) };
    /// Id of the element that keeps the focus while the views of a page change.
    static KEPT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Stores the position in the history entry that is about to be left.
pub fn keep_place(window: &Window) {
    if let (Ok(history), Ok(y)) = (window.history(), window.scroll_y()) {
        let _ = history.replace_state_with_url(&JsValue::from_f64(y), "", None);
    }
}

/// The next page is reached by a link.
pub fn expect_top() {
    PENDING_ARRIVAL.set(Some(Arrival::Top));
}

/// The next page is the same in another language.
pub fn expect_translation(anchor: ScrollAnchor) {
    PENDING_ARRIVAL.set(Some(Arrival::Translation(anchor)));
}

/// The next page is reached by Back or Forward.
pub fn expect_return(event: &PopStateEvent) {
    PENDING_ARRIVAL.set(event.state().as_f64().map(Arrival::Return));
}

/// The next page is reached by a link to a target on it.
pub fn expect_place(place: &str) {
    PENDING_ARRIVAL.set(Some(Arrival::Top));
    PENDING_TARGET.set(Some(place.to_owned()));
}

/// The next page is another view of this one: it stays where it is, and the element with this id has the focus, however often
/// the view is drawn until it is complete.
pub fn keep(id: &str) {
    PENDING_ARRIVAL.set(None);
    PENDING_TARGET.set(None);
    KEPT.set(Some(id.to_owned()));
}

/// Returns the focus to the kept element if redrawing has removed the element that had it.
fn focus_kept(window: &Window) {
    let Some(document) = window.document() else { return };
    let is_lost = document.active_element().is_none_or(|active| active.tag_name() == "BODY");
    let kept = KEPT.with_borrow(Clone::clone).filter(|_| is_lost);
    if let Some(element) = kept.and_then(|id| document.get_element_by_id(&id)) {
        focus_without_scrolling(element);
    }
}

fn focus_without_scrolling(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Scrolls to a target on the current page, as the browser does for a fragment: closed details around it are opened, and it is
/// marked with `data-target`, for which the styles of `:target` hold. Returns whether it exists.
pub fn to_place(window: &Window, place: &str) -> bool {
    let Some(document) = window.document() else { return false };
    let Some(element) = document.get_element_by_id(place) else { return false };
    if let Some(before) = document.query_selector("[data-target]").ok().flatten() {
        let _ = before.remove_attribute("data-target");
    }
    let _ = element.set_attribute("data-target", "");
    if let Some(details) = element.closest("details").ok().flatten() {
        let _ = details.set_attribute("open", "");
    }
    element.scroll_into_view();
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
    true
}

/// Scrolls the page that was just rendered.
pub fn arrive(window: &Window) {
    let place = PENDING_TARGET.take();
    let arrival = PENDING_ARRIVAL.take();
    if arrival.is_some() {
        KEPT.set(None);
    }
    if arrival.is_some() && place.is_some_and(|place| to_place(window, &place)) {
        return;
    }
    match arrival {
        None => focus_kept(window),
        Some(Arrival::Return(y)) => window.scroll_to_with_x_and_y(0.0, y),
        Some(Arrival::Translation(anchor)) => arrive_at_translation(window, anchor),
        Some(Arrival::Top) => {
            window.scroll_to_with_x_and_y(0.0, 0.0);
            // Screen readers continue at the top of the new page, as after a page load.
            if let Some(main) = window.document().and_then(|d| d.get_element_by_id("main")) {
                focus_without_scrolling(main);
            }
        }
    }
}

/// Scrolls to the same content, and returns the focus to the language link.
fn arrive_at_translation(window: &Window, ScrollAnchor { y, place }: ScrollAnchor) {
    let Some(document) = window.document() else { return };
    let found = place.and_then(|(id, top)| Some((document.get_element_by_id(&id)?, top)));
    let y = found.map_or(y, |(element, top)| {
        element.get_bounding_client_rect().top() + window.scroll_y().unwrap_or_default() - top
    });
    let link = document.query_selector(".masthead a[hreflang]").ok().flatten();
    if let Some(link) = link {
        focus_without_scrolling(link);
    }
    window.scroll_to_with_x_and_y(0.0, y);
}
