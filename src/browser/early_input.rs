//! What the reader did before the app was ready. The script of every page (`crates/site/src/scripts/page`) has searched, and has
//! recorded everything else.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Name of the script's global.
const GLOBAL: &str = "early";

/// Calls a function of the script. `None` if the page does not have it: old browsers ignore it.
fn call(name: &str) -> Option<JsValue> {
    call_with(name, &[])
}

fn call_with(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let window = web_sys::window()?;
    let script = Reflect::get(&window, &JsValue::from_str(GLOBAL)).ok()?;
    let function: Function = Reflect::get(&script, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    function.apply(&script, &arguments.iter().collect()).ok()
}

/// Records typed text, selections, clicks, caret and scroll position before hydration.
pub fn save_input() {
    let _kept = call("keep");
}

/// Repeats what the reader did before hydration.
pub fn restore_input() {
    let _restored = call("restore");
}

/// Writes the search that the reader is typing into the address, without waiting for a pause.
pub fn write_address() {
    let _written = call("flush");
}

/// Number of cards that the reader has asked for on the home page. `None` if the page has no search before the app.
pub fn requested_cards() -> Option<usize> {
    call("cards")?.as_string()?.parse().ok()
}

/// Returns whether the reader has searched before the app.
pub fn is_searched() -> bool {
    call("isSearched").is_some_and(|response| response.is_truthy())
}

/// Returns whether the search before the app shows these cards.
pub fn shows_cards(markup: &str) -> bool {
    call_with("shows", &[JsValue::from_str(markup)]).is_some_and(|response| response.is_truthy())
}

/// Runs a check of the document without the texts that the search before the app has filled in where the built page has none.
pub fn without_filled_texts<T>(check: impl FnOnce() -> T) -> T {
    let _emptied = call("empty");
    let result = check();
    let _filled = call("refill");
    result
}

/// Returns whether an input method is composing a word, or something is being pressed. The element must not be replaced then.
pub fn is_busy() -> bool {
    call("isBusy").is_some_and(|response| response.is_truthy())
}

/// Waits until composition and press end or pause.
pub async fn until_released() {
    if let Some(Ok(promise)) = call("released").map(|response| response.dyn_into::<Promise>()) {
        let _resolved = JsFuture::from(promise).await;
    }
}
