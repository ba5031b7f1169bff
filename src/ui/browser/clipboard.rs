//! The clipboard and the share sheet.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Copies `text`; `false` where the browser has no clipboard for us (plain http, old browsers) or refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let has_clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    has_clipboard && JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Selects the text of `element`, for copying by hand.
pub fn select(element: &Element) {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if let Some(selection) = selection {
        // Nothing more can be done where the browser forbids that, too: the text stands there.
        let _ = selection.select_all_children(element);
    }
}

/// Whether the browser has a share sheet.
pub fn can_share() -> bool {
    web_sys::window().is_some_and(|window| {
        js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("share"))
            .is_ok_and(|share| share.is_instance_of::<js_sys::Function>())
    })
}

/// Opens the share sheet. That the reader closes it again is no error.
pub async fn share(title: &str, url: &str) {
    let Some(window) = web_sys::window() else { return };
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(url);
    let _closed = JsFuture::from(window.navigator().share_with_data(&data)).await;
}
