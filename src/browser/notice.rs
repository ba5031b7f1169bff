//! Notices above the page. The script `notice.js` of every page writes them, since it must also work where this
//! program does not start.

use wasm_bindgen::{JsCast, JsValue};

use thidua_client::LoadFailure;

/// Name of the script's global.
const GLOBAL: &str = "thidua";

/// Shows what failed and a retry button.
pub fn show_error(failure: LoadFailure) {
    call("tell", &JsValue::from_str(&failure.code()));
}

/// Sets whether a response is pending: after some seconds the reader is told that the connection is slow.
pub fn set_waiting(is_waiting: bool) {
    call("wait", &JsValue::from_bool(is_waiting));
}

/// Watches a script element, and informs the reader if it fails to load.
pub fn await_script(script: &JsValue) {
    call("load", script);
}

fn call(name: &str, argument: &JsValue) {
    let Some(window) = web_sys::window() else { return };
    let Ok(notice) = js_sys::Reflect::get(&window, &JsValue::from_str(GLOBAL)) else { return };
    let function = js_sys::Reflect::get(&notice, &JsValue::from_str(name)).and_then(JsCast::dyn_into);
    if let Ok(function) = function {
        let function: js_sys::Function = function;
        let _ = function.call1(&notice, argument);
    }
}
