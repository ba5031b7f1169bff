//! The workbench has a program of its own, which is loaded where it is used: on its page, and where a reader opens their
//! own copy of an article. From then on it is only told when another page is shown.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, Window};

/// Said to the document when a page is shown: the program looks whether it has anything to do there.
const PAGE_SHOWN_EVENT: &str = "thidua-shown";
/// Begins the program in a site that is one file.
const START_FUNCTION: &str = "startDesk";

/// A page is shown: where it is the workbench, its program is loaded.
pub fn on_page_shown(window: &Window) {
    let Some(document) = window.document() else { return };
    // Or a reader has opened the place for an own copy before the app was there.
    let is_open =
        document.query_selector("details[open] > [data-do=desk]").is_ok_and(|found| found.is_some());
    if is_open || document.get_element_by_id("soan").is_some() {
        load();
    }
    if let Ok(event) = Event::new(PAGE_SHOWN_EVENT) {
        let _ = document.dispatch_event(&event);
    }
}

/// Loads the program, once.
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
    // Taken off when it has been read, so that it is read once.
    let Some(script) = app.get_attribute("data-desk") else { return };
    let _ = app.remove_attribute("data-desk");
    let _ = app.set_attribute("data-desk-at", &script);
    if let (Ok(element), Some(body)) = (document.create_element("script"), document.body()) {
        let _ = element.set_attribute("src", &script);
        super::notice::await_script(&element);
        let _ = body.append_child(&element);
    }
}
