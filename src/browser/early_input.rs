//! Input before the app was ready, recorded by `crates/site/src/scripts/early.js` in every page.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Name of the script's global.
const GLOBAL: &str = "early";

/// Calls a function of the script. `None` if the page does not have it: old browsers ignore it.
fn call(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    let script = Reflect::get(&window, &JsValue::from_str(GLOBAL)).ok()?;
    let function: Function = Reflect::get(&script, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    function.call0(&script).ok()
}

/// Records typed text, selections, clicks, caret and scroll position before hydration.
pub fn save_input() {
    let _kept = call("keep");
}

/// Repeats what the reader did before hydration.
pub fn restore_input() {
    let _restored = call("restore");
}

/// Returns whether an input method is composing a word. Its field must not be touched then.
pub fn is_composing() -> bool {
    call("isComposing").is_some_and(|response| response.is_truthy())
}

/// Waits until the composition ends or pauses.
pub async fn composition_end() {
    if let Some(Ok(promise)) = call("composed").map(|response| response.dyn_into::<Promise>()) {
        let _resolved = JsFuture::from(promise).await;
    }
}
