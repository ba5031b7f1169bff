//! The worker's end of a channel. A worker has one page, so that these are functions of the program.

use std::cell::Cell;

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::Codec;

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
pub fn post<C: Codec<Out>, Out>(message: &Out) {
    if let Some(message) = C::encode(message) {
        let posted = scope().post_message(&message);
        debug_assert!(posted.is_ok(), "a message can be posted");
    }
}

/// Posts a message with bytes, which are transferred.
pub fn post_with_bytes<C: Codec<Out>, Out>(message: &Out, bytes: &Uint8Array) {
    if let Some(message) = C::encode(message) {
        let buffer = bytes.buffer();
        let list = Array::of2(&message, &buffer);
        let posted = scope().post_message_with_transfer(&list, &Array::of1(&buffer));
        debug_assert!(posted.is_ok(), "a message and bytes can be posted");
    }
}

/// Passes every message of the page to `handler` from now on, with the bytes of its file if it has one. An error is
/// the reason why a message cannot be read.
pub fn listen<C: Codec<In>, In>(handler: impl Fn(Result<(In, Option<Vec<u8>>), String>) + 'static) {
    listen_raw(move |data| {
        let (message, bytes) = unpack(data);
        if let Some(message) = C::decode(&message) {
            handler(message.map(|message| (message, bytes)));
        }
    });
}

/// Passes everything that the page posts to `handler` from now on, not decoded.
pub fn listen_raw(handler: impl Fn(JsValue) + 'static) {
    let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| handler(event.data()));
    scope().set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Logs every panic to the console, and then posts the message of `crashed` to the page.
pub fn report_panics<C: Codec<Out>, Out: 'static>(crashed: fn() -> Out) {
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        post::<C, Out>(&crashed());
    }));
}

/// Unpacks an array of a message and the bytes of a file. Anything else is a message alone.
fn unpack(data: JsValue) -> (JsValue, Option<Vec<u8>>) {
    match data.dyn_into::<Array>() {
        Ok(list) => (list.get(0), Some(Uint8Array::new(&list.get(1)).to_vec())),
        Err(message) => (message, None),
    }
}
