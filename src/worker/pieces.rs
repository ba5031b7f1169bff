//! Does what a [`Clerk`] says: fetches, unpacks, waits, gives up.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo_net::http::{Request, Response};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, ReadableWritablePair, RequestCache};

use super::{say, scope};
use crate::engine::{Action, Clerk, Event, Settings, Source, Trouble};

/// A clerk with hands.
pub(super) struct Pieces<const WHOLE: bool> {
    clerk: Rc<RefCell<Clerk<WHOLE>>>,
    under_way: Rc<RefCell<BTreeMap<Source, AbortController>>>,
}

impl<const WHOLE: bool> Clone for Pieces<WHOLE> {
    fn clone(&self) -> Self {
        Pieces { clerk: self.clerk.clone(), under_way: self.under_way.clone() }
    }
}

impl<const WHOLE: bool> Pieces<WHOLE> {
    /// For a site whose index is in pieces.
    pub(super) fn new(settings: Settings) -> Pieces<WHOLE> {
        Pieces { clerk: Rc::new(RefCell::new(Clerk::new(settings))), under_way: Rc::default() }
    }

    /// Tells what has happened, and does what is to be done.
    pub(super) fn tell(&self, event: Event) {
        let actions = self.clerk.borrow_mut().hear(event);
        for action in actions {
            match action {
                Action::Say(message) => say(&message),
                Action::Wait(number, millis) => self.wait(number, millis),
                Action::Fetch(source) => self.fetch(source),
                Action::Drop(source) => {
                    if let Some(controller) = self.under_way.borrow_mut().remove(&source) {
                        controller.abort();
                    }
                }
            }
        }
    }

    fn wait(&self, number: u32, millis: u32) {
        let pieces = self.clone();
        let over = Closure::once_into_js(move || pieces.tell(Event::Waited(number)));
        let millis = i32::try_from(millis).unwrap_or(i32::MAX);
        let set = scope().set_timeout_with_callback_and_timeout_and_arguments_0(over.unchecked_ref(), millis);
        debug_assert!(set.is_ok(), "a worker has a clock");
    }

    fn fetch(&self, source: Source) {
        let Ok(controller) = AbortController::new() else { return };
        let address = self.clerk.borrow().address(&source);
        let signal = controller.signal();
        self.under_way.borrow_mut().insert(source.clone(), controller);
        let pieces = self.clone();
        spawn_local(async move {
            let mut request = Request::get(&address).abort_signal(Some(&signal));
            if source == Source::Manifest {
                request = request.cache(RequestCache::NoStore);
            }
            let got = match request.send().await {
                Ok(response) => content(&source, &response).await,
                Err(_) => Err(Trouble::NoNetwork),
            };
            // What was dropped is nobody's any more.
            if signal.aborted() {
                return;
            }
            pieces.under_way.borrow_mut().remove(&source);
            pieces.tell(match got {
                Ok(bytes) => Event::Came(source, bytes),
                Err(trouble) => Event::Failed(source, trouble),
            });
        });
    }
}

/// The bytes of a response, unpacked where they were packed by us.
async fn content(source: &Source, response: &Response) -> Result<Vec<u8>, Trouble> {
    match response.status() {
        200..=299 => {}
        // Behind a gateway a host that cannot be reached answers so.
        502..=504 => return Err(Trouble::NoNetwork),
        _ => return Err(Trouble::Missing),
    }
    if !matches!(source, Source::Piece(_)) {
        return response.binary().await.map_err(|_| Trouble::NoNetwork);
    }
    unpacked(response).await.ok_or(Trouble::Broken)
}

/// The browser unpacks, and with it checks that nothing is missing and no bit has changed.
async fn unpacked(response: &Response) -> Option<Vec<u8>> {
    let body = response.body()?;
    // web-sys has no name for it yet.
    let maker = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("DecompressionStream")).ok()?;
    let format = js_sys::Array::of1(&JsValue::from_str("gzip"));
    let unpacking = js_sys::Reflect::construct(maker.dyn_ref::<js_sys::Function>()?, &format).ok()?;
    let stream = body.pipe_through(unpacking.unchecked_ref::<ReadableWritablePair>());
    let whole = web_sys::Response::new_with_opt_readable_stream(Some(&stream)).ok()?;
    let buffer: JsValue = JsFuture::from(whole.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
