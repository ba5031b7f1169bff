//! Workbooks: a program that is loaded when a reader asks for one makes the file from its description.

use std::cell::Cell;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

/// Function that starts the program in a single-file site, and returns the page's end of the channel.
const START_FUNCTION: &str = "startWorkbook";
/// Attribute of the root with the address of the program on a host.
const ADDRESS: &str = "data-xlsx";

/// Makes the workbook that `description` describes.
///
/// # Errors
/// The program cannot be loaded, or cannot make the file.
pub async fn workbook(description: String) -> Result<Uint8Array, JsValue> {
    let worker = start()?;
    let answered = JsFuture::from(Promise::new(&mut |resolve: Function, reject: Function| {
        listen(&worker, resolve, reject);
    }));
    worker.post_message(&JsValue::from_str(&description))?;
    let answer = answered.await;
    worker.set_onmessage(None);
    worker.set_onerror(None);
    // Each workbook has a worker of its own, so that its memory is given back.
    worker.terminate();
    // A text says why there is no file; the console has it already, or gets it with the failure.
    answer?.dyn_into::<Uint8Array>()
}

fn start() -> Result<Worker, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let function = Reflect::get(&window, &JsValue::from_str(START_FUNCTION))?;
    if let Ok(function) = function.dyn_into::<Function>() {
        return Ok(function.call0(&JsValue::NULL)?.unchecked_into());
    }
    let root = window.document().and_then(|document| document.get_element_by_id("app"));
    let address = root.and_then(|root| root.get_attribute(ADDRESS)).ok_or("no program for workbooks")?;
    Worker::new(&address)
}

fn listen(worker: &Worker, resolve: Function, reject: Function) {
    let settle = Cell::new(Some(resolve));
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(resolve) = settle.take() {
            let _called = resolve.call1(&JsValue::NULL, &event.data());
        }
    });
    let settle = Cell::new(Some(reject));
    let on_error = Closure::<dyn Fn(Event)>::new(move |_| {
        if let Some(reject) = settle.take() {
            let _called = reject.call1(&JsValue::NULL, &JsValue::NULL);
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    on_message.forget();
    on_error.forget();
}
