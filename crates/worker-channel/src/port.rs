//! The page's end of a channel.

use std::marker::PhantomData;

use js_sys::{Array, ArrayBuffer, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

use thidua_pages::site_model::LoadFailure;

use crate::Codec;

/// Property of the object that a loader script posts in place of a program that cannot be loaded: code of the failure.
const FAILED: &str = "failed";
/// Property of objects that answer a request of the page's script.
const NUMBER: &str = "number";

/// The page's end of a channel: sends messages of type `Out` to a worker, and receives messages of type `In`, encoded by `C`.
pub struct WorkerPort<C, Out, In> {
    worker: Worker,
    messages: PhantomData<fn(C, Out) -> In>,
}

impl<C: Codec<Out> + Codec<In>, Out, In: 'static> WorkerPort<C, Out, In> {
    /// Creates the channel to a worker, or to a stand-in in the page with the same interface.
    pub fn new(worker: Worker) -> WorkerPort<C, Out, In> {
        WorkerPort { worker, messages: PhantomData }
    }

    /// Starts a worker that runs the script at `url`.
    ///
    /// # Errors
    /// The browser cannot start a worker.
    pub fn start(url: &str) -> Result<WorkerPort<C, Out, In>, LoadFailure> {
        Worker::new(url).map(WorkerPort::new).map_err(|_| LoadFailure::ProgramUnavailable)
    }

    /// Object of the browser.
    pub fn worker(&self) -> &Worker {
        &self.worker
    }

    /// Posts a message.
    pub fn post(&self, message: &Out) {
        if let Some(message) = C::encode(message) {
            let posted = self.worker.post_message(&message);
            debug_assert!(posted.is_ok(), "a message can be posted");
        }
    }

    /// Posts a message with the bytes of a file, which are transferred.
    pub fn post_with_bytes(&self, message: &Out, bytes: &ArrayBuffer) {
        if let Some(message) = C::encode(message) {
            let list = Array::of2(&message, bytes);
            let posted = self.worker.post_message_with_transfer(&list, &Array::of1(bytes));
            debug_assert!(posted.is_ok(), "a message and bytes can be posted");
        }
    }

    /// Passes every message to `handler` from now on, in place of an earlier handler. A message that cannot be read
    /// is [`LoadFailure::Crashed`]; a worker that cannot be started is [`LoadFailure::ProgramUnavailable`], or what its
    /// loader script says.
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
                let data = event.data();
                let (message, bytes) = unpack(&data);
                if let Some(message) = C::decode(&message) {
                    handler(message.map_err(|_| LoadFailure::Crashed), bytes);
                } else if let Some(failure) = failure_of_loader(&data) {
                    handler(Err(failure), None);
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

/// Unpacks an array of a message and bytes. Anything else is a message alone.
fn unpack(data: &JsValue) -> (JsValue, Option<ArrayBuffer>) {
    match data.dyn_ref::<Array>() {
        Some(list) => (list.get(0), list.get(1).dyn_into().ok()),
        None => (data.clone(), None),
    }
}

/// Failure that a loader script reports. `None` if `data` is something else.
fn failure_of_loader(data: &JsValue) -> Option<LoadFailure> {
    let property = |name| Reflect::get(data, &JsValue::from_str(name)).ok();
    let code = property(FAILED)?.as_string()?;
    property(NUMBER)?.is_undefined().then(|| LoadFailure::from_code(&code))
}
