//! Channel from the page to the editor service: a worker, or the service in the page itself for a single-file site.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use thidua_pages::site_model::LoadFailure;
use thidua_worker_channel::{Json, WorkerPort};

use crate::editor::message::{FromEditor, ToEditor};
use crate::editor::service::Service;

type Handler = Rc<RefCell<Option<Rc<dyn Fn(FromEditor)>>>>;

/// Channel to the editor service.
pub struct Channel {
    peer: Peer,
    handler: Handler,
}

enum Peer {
    Worker(WorkerPort<Json, ToEditor, FromEditor>),
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
            Peer::Worker(WorkerPort::start(script)?)
        };
        Ok(Channel { peer, handler })
    }

    /// Passes every message of the service to `callback` from now on.
    pub fn on_message(&self, callback: impl Fn(FromEditor) + 'static) {
        self.handler.replace(Some(Rc::new(callback)));
        if let Peer::Worker(port) = &self.peer {
            let handler = self.handler.clone();
            port.listen(move |message| deliver(&handler, message.unwrap_or_else(FromEditor::Failed)));
        }
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
            Peer::Worker(port) => match bytes {
                None => port.post(message),
                Some(bytes) => port.post_with_bytes(message, &bytes),
            },
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
