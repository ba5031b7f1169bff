//! Writing to the browser's history.
//!
//! What is typed is written after a pause, not at every letter: each write costs the browser some milliseconds, and
//! some browsers refuse more than a hundred in half a minute. Whoever reads or leaves the address calls [`flush`]
//! first.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::JsValue;
use web_sys::History;

/// How long the reader must have stopped typing.
const TYPING_PAUSE: Duration = Duration::from_millis(250);

thread_local! {
    /// What is still to be written in place of the current address, and the timer that will write it.
    static PENDING: RefCell<Option<(String, Option<TimeoutHandle>)>> = const { RefCell::new(None) };
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// Goes to `url`, a step that Back undoes. Says whether the browser allowed it.
pub fn push(url: &str) -> bool {
    flush();
    history().is_some_and(|h| h.push_state_with_url(&JsValue::NULL, "", Some(url)).is_ok())
}

/// Writes `url` in place of the current address.
pub fn replace(url: &str) {
    discard();
    if let Some(history) = history() {
        // Refused in a document without an address of its own: the page then shows the right thing under an old one.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// Writes `url` in place of the current address as soon as the reader pauses.
pub fn replace_later(url: String) {
    discard();
    let timer = set_timeout_with_handle(flush, TYPING_PAUSE).ok();
    PENDING.set(Some((url, timer)));
}

/// Writes at once what is still to be written.
pub fn flush() {
    if let Some((url, _)) = PENDING.with_borrow(Clone::clone) {
        replace(&url);
    }
}

/// What was to be written is out of date.
pub fn discard() {
    if let Some((_, Some(timer))) = PENDING.take() {
        timer.clear();
    }
}
