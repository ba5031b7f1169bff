//! The editor in the browser: one program for page and worker.
//!
//! In the worker it holds the editor of [`thidua_editor`] and does all reading and verifying. In the page it forwards
//! what the reader does and shows the results. One program for both is loaded once, and only where it is used. A
//! single-file site, which may have no worker, runs both parts in the page.

mod message;
mod page;
mod service;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use message::{FromEditor, ToEditor};
use service::Service;

use crate::fetch::log_warning;
use thidua_pages::site_model::LoadFailure;

/// Starts the part that belongs to the current scope. Returns at once.
pub fn start() {
    if web_sys::window().is_some() {
        page::start();
    } else {
        start_worker();
    }
}

fn start_worker() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        post(&FromEditor::Failed(LoadFailure::Crashed));
    }));
    let service = Service::new(|message: FromEditor| post(&message));
    let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = unpack_message(&event.data()).and_then(|(text, bytes)| {
            let message = serde_json::from_str::<ToEditor>(&text).map_err(|error| error.to_string())?;
            Ok((message, bytes))
        });
        match message {
            Ok((message, bytes)) => service.on_message(message, bytes),
            Err(reason) => {
                log_warning(&reason);
                post(&FromEditor::Failed(LoadFailure::Crashed));
            }
        }
    });
    scope().set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn post(message: &FromEditor) {
    if let Ok(text) = serde_json::to_string(message) {
        let posted = scope().post_message(&JsValue::from_str(&text));
        debug_assert!(posted.is_ok(), "text can be posted");
    }
}

/// Unpacks a message: a string, or an array of a string and the bytes of a file.
///
/// # Errors
/// The data is neither.
fn unpack_message(data: &JsValue) -> Result<(String, Option<Vec<u8>>), String> {
    if let Some(text) = data.as_string() {
        return Ok((text, None));
    }
    let list: &js_sys::Array = data.unchecked_ref();
    let bytes = js_sys::Uint8Array::new(&list.get(1));
    let text = list.get(0).as_string().ok_or("a message without text")?;
    Ok((text, Some(bytes.to_vec())))
}
