//! Requests of the programs in workers: a file whole, within a time limit, or the reason why not.
//!
//! A response may take as long as it likes while bytes keep coming; [`STALL`] milliseconds without any end it.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::{Request, Response};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReadableWritablePair, RequestCache, WorkerGlobalScope,
};

use thidua_core::corpus::MAX_BYTES;
use thidua_pages::site_model::LoadFailure;

/// Milliseconds without a byte after which a request is given up. Readers are told within ten seconds.
const STALL: f64 = 8_000.0;
/// Milliseconds between two looks at the clock.
const LOOK: i32 = 500;

/// Fetches `url`; `is_packed` says that it was compressed by us, and is unpacked. The request ends when `controller` aborts it.
///
/// # Errors
/// The network, the host, the time limit, the size, or the compression is at fault; details go to the console.
pub async fn obtain(
    url: &str,
    cache: RequestCache,
    is_packed: bool,
    controller: &AbortController,
) -> Result<Vec<u8>, LoadFailure> {
    let clock = Clock::start(controller.clone());
    let got = bytes(url, cache, controller, &clock).await;
    let got = match got {
        Ok(bytes) if is_packed => unpacked(&bytes).await.ok_or(LoadFailure::Corrupt),
        Err(_) if clock.is_over() => Err(LoadFailure::Timeout),
        got => got,
    };
    clock.stop();
    if let Err(trouble) = got
        && (clock.is_over() || !controller.signal().aborted())
    {
        log(&format!("{url}: {trouble:?}"));
    }
    got
}

/// Writes details of a failure to the console.
pub fn log(details: &str) {
    web_sys::console::warn_1(&JsValue::from_str(details));
}

/// Waits.
pub async fn sleep(millis: i32) {
    let mut start = |resolve: js_sys::Function, _| {
        // Workers and windows alike have it.
        let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
        let set = scope.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
        debug_assert!(set.is_ok(), "every scope has a clock");
    };
    let _waited = JsFuture::from(js_sys::Promise::new(&mut start)).await;
}

async fn bytes(
    url: &str,
    cache: RequestCache,
    controller: &AbortController,
    clock: &Clock,
) -> Result<Vec<u8>, LoadFailure> {
    let request = Request::get(url).cache(cache).abort_signal(Some(&controller.signal()));
    let response = request.send().await.map_err(|_| LoadFailure::Offline)?;
    if !response.ok() {
        return Err(LoadFailure::of_status(response.status()));
    }
    if length(&response).is_some_and(|length| length > MAX_BYTES) {
        return Err(LoadFailure::TooLarge);
    }
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(|_| LoadFailure::Offline)?;
        let value =
            js_sys::Reflect::get(&read, &JsValue::from_str("value")).map_err(|_| LoadFailure::Corrupt)?;
        // At the end there is none.
        let Ok(chunk) = value.dyn_into::<js_sys::Uint8Array>() else { return Ok(bytes) };
        clock.reset();
        bytes.extend(chunk.to_vec());
        if bytes.len() > MAX_BYTES {
            controller.abort();
            return Err(LoadFailure::TooLarge);
        }
    }
}

fn length(response: &Response) -> Option<usize> {
    response.headers().get("content-length")?.parse().ok()
}

/// The browser unpacks, and with it checks that nothing is missing and no bit has changed.
async fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    let bytes = js_sys::Uint8Array::from(bytes);
    let packed = web_sys::Response::new_with_opt_buffer_source(Some(&bytes)).ok()?;
    // web-sys has no name for it yet.
    let maker = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("DecompressionStream")).ok()?;
    let format = js_sys::Array::of1(&JsValue::from_str("gzip"));
    let unpacking = js_sys::Reflect::construct(maker.dyn_ref::<js_sys::Function>()?, &format).ok()?;
    let stream = packed.body()?.pipe_through(unpacking.unchecked_ref::<ReadableWritablePair>());
    let whole = web_sys::Response::new_with_opt_readable_stream(Some(&stream)).ok()?;
    let buffer: JsValue = JsFuture::from(whole.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Aborts a request [`STALL`] milliseconds after its last byte. The time is read and not counted: timers are late where the
/// machine is busy.
#[derive(Clone)]
struct Clock {
    /// When the last byte came, in milliseconds since 1970.
    last: Rc<Cell<f64>>,
    is_running: Rc<Cell<bool>>,
    is_over: Rc<Cell<bool>>,
}

impl Clock {
    fn start(controller: AbortController) -> Clock {
        let clock = Clock {
            last: Rc::new(Cell::new(js_sys::Date::now())),
            is_running: Rc::new(Cell::new(true)),
            is_over: Rc::default(),
        };
        let watching = clock.clone();
        spawn_local(async move {
            loop {
                sleep(LOOK).await;
                if !watching.is_running.get() {
                    return;
                }
                if js_sys::Date::now() - watching.last.get() >= STALL {
                    watching.is_over.set(true);
                    return controller.abort();
                }
            }
        });
        clock
    }

    fn reset(&self) {
        self.last.set(js_sys::Date::now());
    }

    fn stop(&self) {
        self.is_running.set(false);
    }

    fn is_over(&self) -> bool {
        self.is_over.get()
    }
}
