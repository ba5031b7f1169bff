//! The page's end of a channel.

use std::marker::PhantomData;

use js_sys::{Array, ArrayBuffer};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

use thidua_pages::site_model::LoadFailure;

/// The page's end of a channel: sends messages of type `Out` to a worker, and receives messages of type `In`.
pub struct WorkerPort<Out, In> {
    worker: Worker,
    messages: PhantomData<fn(Out) -> In>,
}

impl<Out: Serialize, In: DeserializeOwned + 'static> WorkerPort<Out, In> {
    /// Creates the channel to a worker, or to a stand-in in the page with the same interface.
    pub fn new(worker: Worker) -> WorkerPort<Out, In> {
        WorkerPort { worker, messages: PhantomData }
    }

    /// Starts a worker that runs the script at `url`.
    ///
    /// # Errors
    /// The browser cannot start a worker.
    pub fn start(url: &str) -> Result<WorkerPort<Out, In>, LoadFailure> {
        Worker::new(url).map(WorkerPort::new).map_err(|_| LoadFailure::ProgramUnavailable)
    }

    /// Object of the browser.
    pub fn worker(&self) -> &Worker {
        &self.worker
    }

    /// Posts a message.
    pub fn post(&self, message: &Out) {
        if let Ok(text) = serde_json::to_string(message) {
            let posted = self.worker.post_message(&JsValue::from_str(&text));
            debug_assert!(posted.is_ok(), "text can be posted");
        }
    }

    /// Posts a message with the bytes of a file, which are transferred.
    pub fn post_with_bytes(&self, message: &Out, bytes: &ArrayBuffer) {
        if let Ok(text) = serde_json::to_string(message) {
            let list = Array::of2(&JsValue::from_str(&text), bytes);
            let posted = self.worker.post_message_with_transfer(&list, &Array::of1(bytes));
            debug_assert!(posted.is_ok(), "text and bytes can be posted");
        }
    }

    /// Passes every message to `handler` from now on, in place of an earlier handler. A message that cannot be read
    /// is [`LoadFailure::Crashed`]; a worker that cannot be started is [`LoadFailure::ProgramUnavailable`].
    pub fn listen(&self, handler: impl Fn(Result<In, LoadFailure>) + Clone + 'static) {
        self.listen_with_bytes(move |message, _| handler(message));
    }

    /// Like [`WorkerPort::listen`]; `handler` also gets the bytes that come with a message.
    pub fn listen_with_bytes(
        &self,
        handler: impl Fn(Result<In, LoadFailure>, Option<ArrayBuffer>) + Clone + 'static,
    ) {
        let on_message = Closure::<dyn Fn(MessageEvent)>::new({
            let handler = handler.clone();
            move |event: MessageEvent| {
                if let Some((text, bytes)) = unpack(&event.data()) {
                    handler(serde_json::from_str(&text).map_err(|_| LoadFailure::Crashed), bytes);
                }
            }
        });
        self.worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let on_error =
            Closure::<dyn Fn(Event)>::new(move |_| handler(Err(LoadFailure::ProgramUnavailable), None));
        self.worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
    }

    /// Stops the worker. Its messages are not handled any more.
    pub fn close(self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Unpacks a message: a string, or an array of a string and bytes. `None` if it is neither.
fn unpack(data: &JsValue) -> Option<(String, Option<ArrayBuffer>)> {
    if let Some(text) = data.as_string() {
        return Some((text, None));
    }
    let list: &Array = data.dyn_ref()?;
    Some((list.get(0).as_string()?, list.get(1).dyn_into().ok()))
}
