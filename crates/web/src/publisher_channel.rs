//! The page's line to the publisher: begun when somebody publishes, in a worker on a host, in the page itself in the one file.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

use thidua_pages::site_model::LoadFailure;
use thidua_publish::{FromPublisher, PublishFailure, ToPublisher};
use thidua_worker_channel::{Json, WorkerPort};

/// Function that starts the publisher in the one file, and returns the page's end of the line.
const START_FUNCTION: &str = "startPublisher";
/// Object of the page's scripts, and its property with the address of the publisher on a host.
const PAGE_OBJECT: &str = "thidua";
const ADDRESS: &str = "publisher";

type Port = WorkerPort<Json, ToPublisher, FromPublisher>;
type Handler = Rc<dyn Fn(FromPublisher, Option<Uint8Array>)>;

/// Line to the publisher. Clones are the same line.
#[derive(Clone)]
pub struct PublisherChannel {
    port: Rc<RefCell<Option<Port>>>,
    handler: Handler,
}

impl PublisherChannel {
    /// Makes a line that is not begun yet. `handler` gets every message, with the bytes that come with it.
    pub fn new(handler: impl Fn(FromPublisher, Option<Uint8Array>) + 'static) -> PublisherChannel {
        PublisherChannel { port: Rc::default(), handler: Rc::new(handler) }
    }

    /// Posts a message; starts the publisher if it does not run. One that cannot be started is answered with
    /// [`PublishFailure::ProgramUnavailable`].
    pub fn post(&self, message: &ToPublisher) {
        self.with_port(|port| port.post(message));
    }

    /// Posts a message with bytes, which are transferred.
    pub fn post_with_bytes(&self, message: &ToPublisher, bytes: &ArrayBuffer) {
        self.with_port(|port| port.post_with_bytes(message, bytes));
    }

    fn with_port(&self, post: impl FnOnce(&Port)) {
        if self.port.borrow().is_none() {
            match start() {
                Ok(port) => {
                    self.listen(&port);
                    self.port.replace(Some(port));
                }
                Err(_) => return self.fail(PublishFailure::ProgramUnavailable),
            }
        }
        if let Some(port) = &*self.port.borrow() {
            post(port);
        }
    }

    fn listen(&self, port: &Port) {
        let channel = self.clone();
        port.listen_with_bytes(move |message, bytes| match message {
            Ok(FromPublisher::Failed { job: None, failure }) => channel.fail(failure),
            Ok(message) => (channel.handler)(message, bytes.map(|bytes| Uint8Array::new(&bytes))),
            Err(LoadFailure::ProgramUnavailable) => channel.fail(PublishFailure::ProgramUnavailable),
            Err(_) => channel.fail(PublishFailure::Crashed),
        });
    }

    /// Drops a publisher that has failed, so that the next message starts another, and reports it.
    fn fail(&self, failure: PublishFailure) {
        if let Some(port) = self.port.take() {
            port.close();
        }
        (self.handler)(FromPublisher::Failed { job: None, failure }, None);
    }
}

/// Starts the publisher.
fn start() -> Result<Port, LoadFailure> {
    let global = js_sys::global();
    let property = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from_str(name)).ok();
    if let Some(start) = property(&global, START_FUNCTION).and_then(|value| value.dyn_into::<Function>().ok())
    {
        let end = start.call0(&JsValue::NULL).map_err(|_| LoadFailure::ProgramUnavailable)?;
        return Ok(WorkerPort::new(end.unchecked_into::<Worker>()));
    }
    let address = property(&global, PAGE_OBJECT).and_then(|page| property(&page, ADDRESS)?.as_string());
    match address.filter(|address| !address.is_empty()) {
        Some(address) => WorkerPort::start(&address),
        None => Err(LoadFailure::ProgramUnavailable),
    }
}
