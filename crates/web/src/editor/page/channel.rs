//! Channel from the page to the editor service: a worker, or the service in the page itself for a single-file site.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

use crate::editor::message::{FromEditor, ToEditor};
use crate::editor::service::Service;
use thidua_pages::site_model::LoadFailure;

type Handler = Rc<RefCell<Option<Rc<dyn Fn(FromEditor)>>>>;

/// Channel to the editor service.
pub struct Channel {
    peer: Peer,
    handler: Handler,
}

enum Peer {
    Worker(Worker),
    InPage(Rc<Service>),
}

impl Channel {
    /// Opens the channel: to a worker that runs `script`, or to a service in the page if `script` is empty.
    ///
    /// # Errors
    /// The browser cannot start a worker.
    pub fn open(script: &str) -> Result<Channel, LoadFailure> {
        let handler: Handler = Rc::default();
        let peer = if script.is_empty() {
            let handler = handler.clone();
            Peer::InPage(Rc::new(Service::new(move |message| {
                defer({
                    let handler = handler.clone();
                    move || deliver(&handler, message)
                })
            })))
        } else {
            Peer::Worker(Worker::new(script).map_err(|_| LoadFailure::ProgramUnavailable)?)
        };
        Ok(Channel { peer, handler })
    }

    /// Passes every message of the service to `callback` from now on.
    pub fn on_message(&self, callback: impl Fn(FromEditor) + 'static) {
        self.handler.replace(Some(Rc::new(callback)));
        let Peer::Worker(worker) = &self.peer else { return };
        let handler = self.handler.clone();
        let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            // Only strings are messages of the service.
            let Some(text) = event.data().as_string() else { return };
            let message = serde_json::from_str(&text);
            deliver(&handler, message.unwrap_or(FromEditor::Failed(LoadFailure::Crashed)));
        });
        worker.set_onmessage(Some(closure.as_ref().unchecked_ref()));
        closure.forget();
        let handler = self.handler.clone();
        let on_error = Closure::<dyn Fn(Event)>::new(move |_| {
            deliver(&handler, FromEditor::Failed(LoadFailure::ProgramUnavailable));
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
    }

    /// Posts a message.
    pub fn post(&self, message: &ToEditor) {
        self.post_with(message, None);
    }

    /// Posts a message with the bytes of a file, which are transferred.
    pub fn post_with(&self, message: &ToEditor, bytes: Option<js_sys::ArrayBuffer>) {
        match &self.peer {
            Peer::InPage(service) => {
                let (service, message) = (service.clone(), message.clone());
                defer(move || {
                    service.on_message(message, bytes.map(|bytes| js_sys::Uint8Array::new(&bytes).to_vec()));
                });
            }
            Peer::Worker(worker) => {
                let Ok(text) = serde_json::to_string(message) else { return };
                let text = JsValue::from_str(&text);
                let posted = match bytes {
                    None => worker.post_message(&text),
                    Some(bytes) => {
                        let transferred = js_sys::Array::of1(&bytes);
                        let list = js_sys::Array::of2(&text, &bytes);
                        worker.post_message_with_transfer(&list, &transferred)
                    }
                };
                debug_assert!(posted.is_ok(), "text and bytes can be posted");
            }
        }
    }
}

fn deliver(handler: &Handler, message: FromEditor) {
    let on_message = handler.borrow().clone();
    if let Some(on_message) = on_message {
        on_message(message);
    }
}

/// Runs `work` after the current task, as a message from a worker would arrive.
fn defer(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let work = Closure::once_into_js(work);
    let _ = window.set_timeout_with_callback(work.unchecked_ref());
}
