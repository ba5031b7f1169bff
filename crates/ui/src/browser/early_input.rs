//! What the reader did before the app was there, recorded by the script `crates/site/src/scripts/early.js` of every page.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The name of the global.
const GLOBAL: &str = "early";

/// Calls a function of the script. `None` where the page has it not: old browsers do not read it.
fn call(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    let script = Reflect::get(&window, &JsValue::from_str(GLOBAL)).ok()?;
    let function: Function = Reflect::get(&script, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    function.call0(&script).ok()
}

/// Notes what was typed, chosen and pressed, where the caret and the page stand: the page is about to be taken over.
pub fn save_input() {
    let _kept = call("keep");
}

/// Does again what was done before the page was taken over.
pub fn restore_input() {
    let _restored = call("restore");
}

/// Whether an input method is in the middle of a word. The field that it writes to must not be touched.
pub fn is_composing() -> bool {
    call("isComposing").is_some_and(|answer| answer.is_truthy())
}

/// Waits until the word is finished, or rests.
pub async fn composition_end() {
    if let Some(Ok(promise)) = call("composed").map(|answer| answer.dyn_into::<Promise>()) {
        let _resolved = JsFuture::from(promise).await;
    }
}
