//! The worker's end of a channel. A worker has one page, so that these are functions of the program.

use std::cell::Cell;

use js_sys::{Array, Reflect, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

thread_local! {
    /// Global that replaces the worker scope if the program runs in the page itself, as in a single-file site.
    static STAND_IN: Cell<&'static str> = const { Cell::new("engineScope") };
}

/// Names the global that replaces the worker scope, in a program that is not the engine.
pub fn use_stand_in(name: &'static str) {
    STAND_IN.set(name);
}

/// Scope of the worker, or its stand-in.
pub fn scope() -> DedicatedWorkerGlobalScope {
    let global = js_sys::global();
    let stand_in = Reflect::get(&global, &JsValue::from_str(STAND_IN.get())).unwrap_or_default();
    if stand_in.is_object() { stand_in.unchecked_into() } else { global.unchecked_into() }
}

/// Posts a message to the page.
pub fn post(message: &impl Serialize) {
    if let Ok(text) = serde_json::to_string(message) {
        let posted = scope().post_message(&JsValue::from_str(&text));
        debug_assert!(posted.is_ok(), "text can be posted");
    }
}

/// Posts a message with bytes, which are transferred.
pub fn post_with_bytes(message: &impl Serialize, bytes: &Uint8Array) {
    if let Ok(text) = serde_json::to_string(message) {
        let buffer = bytes.buffer();
        let list = Array::of2(&JsValue::from_str(&text), &buffer);
        let posted = scope().post_message_with_transfer(&list, &Array::of1(&buffer));
        debug_assert!(posted.is_ok(), "text and bytes can be posted");
    }
}

/// Passes every message of the page to `handler` from now on, with the bytes of its file if it has one. An error is
/// the reason why a message cannot be read.
pub fn listen<In: DeserializeOwned>(handler: impl Fn(Result<(In, Option<Vec<u8>>), String>) + 'static) {
    listen_raw(move |data| {
        if let Some((text, bytes)) = unpack(&data) {
            let message = serde_json::from_str(&text).map_err(|error| error.to_string());
            handler(message.map(|message| (message, bytes)));
        }
    });
}

/// Passes the data of every message of the page to `handler` from now on, as it was posted.
pub fn listen_raw(handler: impl Fn(JsValue) + 'static) {
    let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| handler(event.data()));
    scope().set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Decodes the data of a message. `None` if it is none of this channel; an error is the reason why it cannot be read.
pub fn decode<In: DeserializeOwned>(data: &JsValue) -> Option<Result<In, String>> {
    Some(serde_json::from_str(&data.as_string()?).map_err(|error| error.to_string()))
}

/// Logs every panic to the console, and then posts the message of `crashed` to the page.
pub fn report_panics<Out: Serialize + 'static>(crashed: fn() -> Out) {
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        post(&crashed());
    }));
}

/// Unpacks a message: a string, or an array of a string and the bytes of a file. `None` if it is neither.
fn unpack(data: &JsValue) -> Option<(String, Option<Vec<u8>>)> {
    if let Some(text) = data.as_string() {
        return Some((text, None));
    }
    let list: &Array = data.dyn_ref()?;
    Some((list.get(0).as_string()?, Some(Uint8Array::new(&list.get(1)).to_vec())))
}
