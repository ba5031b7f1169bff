//! Notices above the page. The script of every page writes them (`notice.js`): it must be able to where this program never
//! arrives.

use wasm_bindgen::{JsCast, JsValue};

use thidua_client::LoadFailure;

/// The global of that script.
const GLOBAL: &str = "thidua";

/// Says above the page what does not work, and offers to try again.
pub fn show_error(trouble: LoadFailure) {
    call("tell", &JsValue::from_str(&trouble.code()));
}

/// Says whether something is being waited for: after some seconds the reader is told that the connection is slow.
pub fn set_waiting(is_waiting: bool) {
    call("wait", &JsValue::from_bool(is_waiting));
}

/// A script was put into the page: where it does not come, the reader is told.
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
