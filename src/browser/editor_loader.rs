//! Loads the editor program where it is used: on the editor page, and where a reader opens their own copy of an
//! article. Afterwards it is only notified of page changes.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, Window};

/// Event dispatched when a page is shown; the editor looks for its elements then.
const PAGE_SHOWN_EVENT: &str = "thidua-shown";
/// Function that starts the program in a single-file site.
const START_FUNCTION: &str = "startDesk";

/// Loads the editor if the page that is shown needs it.
pub fn on_page_shown(window: &Window) {
    let Some(document) = window.document() else { return };
    if document.get_element_by_id("soan").is_some() {
        load();
    }
    load_if_opened(window);
    if let Ok(event) = Event::new(PAGE_SHOWN_EVENT) {
        let _ = document.dispatch_event(&event);
    }
}

/// Loads the editor if the form for an own copy is open: a reader opened it before the app was ready, or followed a link to a
/// paragraph in it.
pub fn load_if_opened(window: &Window) {
    let opened =
        window.document().and_then(|d| d.query_selector("details[open] > [data-do=desk]").ok().flatten());
    if opened.is_some() {
        load();
    }
}

/// Loads the program once.
pub fn load() {
    let Some(window) = web_sys::window() else { return };
    if let Ok(start) =
        js_sys::Reflect::get(&window, &JsValue::from_str(START_FUNCTION)).and_then(JsCast::dyn_into)
    {
        let start: js_sys::Function = start;
        let _ = start.call0(&JsValue::NULL);
        return;
    }
    let Some(document) = window.document() else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    // The attribute is removed so that the script is loaded only once.
    let Some(script) = app.get_attribute("data-desk") else { return };
    let _ = app.remove_attribute("data-desk");
    let _ = app.set_attribute("data-desk-at", &script);
    if let (Ok(element), Some(body)) = (document.create_element("script"), document.body()) {
        let _ = element.set_attribute("src", &script);
        super::notice::await_script(&element);
        let _ = body.append_child(&element);
    }
}
