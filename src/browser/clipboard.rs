//! Clipboard access.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies a text. Returns false if there is no clipboard (plain http, old browsers) or the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let has_clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    has_clipboard && JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
