//! Fetches files with a stall timeout and a size limit.
//!
//! A response may take any time as long as bytes arrive; [`STALL_MS`] milliseconds without any end it.

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

/// Milliseconds without a byte after which a request is aborted. Readers get a message within ten seconds.
const STALL_MS: f64 = 8_000.0;
/// Interval between two checks of the clock, in milliseconds.
const CHECK_INTERVAL_MS: i32 = 500;

/// Fetches `url` completely. `is_compressed` means that the file itself is gzip and is decompressed. The request ends
/// early when `controller` aborts it.
///
/// # Errors
/// Network, host, time limit, size limit or decompression failed; details go to the console.
pub async fn fetch_bytes(
    url: &str,
    cache: RequestCache,
    is_compressed: bool,
    controller: &AbortController,
) -> Result<Vec<u8>, LoadFailure> {
    let timer = StallTimer::start(controller.clone());
    let result = read_body(url, cache, controller, &timer).await;
    let result = match result {
        Ok(bytes) if is_compressed => {
            decompress(&js_sys::Uint8Array::from(bytes.as_slice())).await.ok_or(LoadFailure::Corrupt)
        }
        Err(_) if timer.has_stalled() => Err(LoadFailure::Timeout),
        result => result,
    };
    timer.stop();
    if let Err(failure) = result
        && (timer.has_stalled() || !controller.signal().aborted())
    {
        log_warning(&format!("{url}: {failure:?}"));
    }
    result
}

/// Writes a warning to the console.
pub fn log_warning(details: &str) {
    web_sys::console::warn_1(&JsValue::from_str(details));
}

/// Waits for some milliseconds.
pub async fn sleep(millis: i32) {
    let mut start = |resolve: js_sys::Function, _| {
        // Workers and windows alike have `setTimeout`.
        let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
        let set = scope.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
        debug_assert!(set.is_ok(), "every scope has a clock");
    };
    let _waited = JsFuture::from(js_sys::Promise::new(&mut start)).await;
}

async fn read_body(
    url: &str,
    cache: RequestCache,
    controller: &AbortController,
    timer: &StallTimer,
) -> Result<Vec<u8>, LoadFailure> {
    let request = Request::get(url).cache(cache).abort_signal(Some(&controller.signal()));
    let response = request.send().await.map_err(|_| LoadFailure::Offline)?;
    if !response.ok() {
        return Err(LoadFailure::from_status(response.status()));
    }
    if content_length(&response).is_some_and(|length| length > MAX_BYTES) {
        return Err(LoadFailure::TooLarge);
    }
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(|_| LoadFailure::Offline)?;
        let value =
            js_sys::Reflect::get(&read, &JsValue::from_str("value")).map_err(|_| LoadFailure::Corrupt)?;
        // The last read has no value.
        let Ok(chunk) = value.dyn_into::<js_sys::Uint8Array>() else { return Ok(bytes) };
        timer.reset();
        bytes.extend(chunk.to_vec());
        if bytes.len() > MAX_BYTES {
            controller.abort();
            return Err(LoadFailure::TooLarge);
        }
    }
}

fn content_length(response: &Response) -> Option<usize> {
    response.headers().get("content-length")?.parse().ok()
}

/// Decompresses gzip with the browser, which also verifies length and checksum. `None` if the bytes are damaged.
pub async fn decompress(bytes: &js_sys::Uint8Array) -> Option<Vec<u8>> {
    let compressed = web_sys::Response::new_with_opt_buffer_source(Some(bytes)).ok()?;
    // web-sys has no binding for it yet.
    let constructor =
        js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("DecompressionStream")).ok()?;
    let format = js_sys::Array::of1(&JsValue::from_str("gzip"));
    let decompressor =
        js_sys::Reflect::construct(constructor.dyn_ref::<js_sys::Function>()?, &format).ok()?;
    let stream = compressed.body()?.pipe_through(decompressor.unchecked_ref::<ReadableWritablePair>());
    let whole = web_sys::Response::new_with_opt_readable_stream(Some(&stream)).ok()?;
    let buffer: JsValue = JsFuture::from(whole.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Aborts a request [`STALL_MS`] milliseconds after its last byte. Reads the clock instead of counting ticks, since
/// timers are late on busy machines.
#[derive(Clone)]
struct StallTimer {
    /// Time of the last byte, in milliseconds since 1970.
    last_byte_ms: Rc<Cell<f64>>,
    is_running: Rc<Cell<bool>>,
    has_stalled: Rc<Cell<bool>>,
}

impl StallTimer {
    fn start(controller: AbortController) -> StallTimer {
        let timer = StallTimer {
            last_byte_ms: Rc::new(Cell::new(js_sys::Date::now())),
            is_running: Rc::new(Cell::new(true)),
            has_stalled: Rc::default(),
        };
        let watched = timer.clone();
        spawn_local(async move {
            loop {
                sleep(CHECK_INTERVAL_MS).await;
                if !watched.is_running.get() {
                    return;
                }
                if js_sys::Date::now() - watched.last_byte_ms.get() >= STALL_MS {
                    watched.has_stalled.set(true);
                    return controller.abort();
                }
            }
        });
        timer
    }

    fn reset(&self) {
        self.last_byte_ms.set(js_sys::Date::now());
    }

    fn stop(&self) {
        self.is_running.set(false);
    }

    fn has_stalled(&self) -> bool {
        self.has_stalled.get()
    }
}
