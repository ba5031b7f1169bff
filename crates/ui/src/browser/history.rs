//! Writing to the browser's history.
//!
//! Typed text is written after a pause, not for every letter: each write takes some milliseconds, and some browsers
//! refuse more than a hundred in half a minute. Call [`flush`] before reading or leaving the address.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::JsValue;
use web_sys::History;

/// Pause in typing before the address is written.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

thread_local! {
    /// URL that waits to replace the current one, and its timer.
    static PENDING: RefCell<Option<(String, Option<TimeoutHandle>)>> = const { RefCell::new(None) };
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// Pushes a URL, a step that Back undoes. Returns whether the browser allowed it.
pub fn push(url: &str) -> bool {
    flush();
    history().is_some_and(|h| h.push_state_with_url(&JsValue::NULL, "", Some(url)).is_ok())
}

/// Replaces the current URL.
pub fn replace(url: &str) {
    discard();
    if let Some(history) = history() {
        // Refused in a document without a URL of its own: the page then shows the right content under an old URL.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// Replaces the current URL as soon as the reader pauses.
pub fn replace_later(url: String) {
    discard();
    let timer = set_timeout_with_handle(flush, TYPING_PAUSE).ok();
    PENDING.set(Some((url, timer)));
}

/// Writes a waiting URL at once.
pub fn flush() {
    if let Some((url, _)) = PENDING.with_borrow(Clone::clone) {
        replace(&url);
    }
}

/// Discards a waiting URL.
pub fn discard() {
    if let Some((_, Some(timer))) = PENDING.take() {
        timer.clear();
    }
}
