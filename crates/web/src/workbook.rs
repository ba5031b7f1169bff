//! Program that makes a workbook from its description, loaded when a reader asks for one: in a worker on a host, in the page
//! itself in a single-file site.
//!
//! A message is the description as text; the answer is the file as bytes, or a text that says why there is none.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

use thidua_workbook::workbook_from_json;

/// Global that replaces the worker scope in a single-file site.
const SCOPE_STAND_IN: &str = "workbookScope";

/// Starts the program. Returns at once; messages are handled from now on.
pub fn start() {
    let scope = scope();
    std::panic::set_hook(Box::new({
        move |info| {
            console_error_panic_hook::hook(info);
            post(&JsValue::from_str("crashed"));
        }
    }));
    let handler = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        let Some(description) = event.data().as_string() else { return };
        match workbook_from_json(&description) {
            Ok(bytes) => post(&Uint8Array::from(bytes.as_slice())),
            Err(reason) => post(&JsValue::from_str(&reason.to_string())),
        }
    });
    let set = Reflect::set(&scope, &JsValue::from_str("onmessage"), handler.as_ref());
    debug_assert!(set.is_ok(), "every scope takes a handler");
    handler.forget();
}

fn scope() -> JsValue {
    let global = JsValue::from(js_sys::global());
    let stand_in = Reflect::get(&global, &JsValue::from_str(SCOPE_STAND_IN)).unwrap_or_default();
    if stand_in.is_object() { stand_in } else { global }
}

fn post(message: &JsValue) {
    let scope = scope();
    let post = Reflect::get(&scope, &JsValue::from_str("postMessage"));
    if let Some(post) = post.ok().and_then(|post| post.dyn_into::<Function>().ok()) {
        let posted = post.apply(&scope, &Array::of1(message));
        debug_assert!(posted.is_ok(), "text and bytes can be posted");
    }
}
