//! The line to the desk: a worker, or in a site that is one file the desk in the page itself.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker};

use crate::workbench::end::End;
use crate::workbench::message::{FromDesk, ToDesk};
use thidua_pages::site_model::LoadFailure;

type Hear = Rc<RefCell<Option<Rc<dyn Fn(FromDesk)>>>>;

/// A line to the desk.
pub struct Line {
    far: Far,
    hear: Hear,
}

enum Far {
    Worker(Worker),
    Here(Rc<End>),
}

impl Line {
    /// Opens the line: to a worker of the script at `script`, or to a desk in the page where there is no such script.
    ///
    /// # Errors
    /// Where the browser has no worker for us.
    pub fn open(script: &str) -> Result<Line, LoadFailure> {
        let hear: Hear = Rc::default();
        let far = if script.is_empty() {
            let hear = hear.clone();
            Far::Here(Rc::new(End::new(move |message| {
                later({
                    let hear = hear.clone();
                    move || heard(&hear, message)
                })
            })))
        } else {
            Far::Worker(Worker::new(script).map_err(|_| LoadFailure::ProgramUnavailable)?)
        };
        Ok(Line { far, hear })
    }

    /// Gives every message of the desk to `take` from now on.
    pub fn listen(&self, take: impl Fn(FromDesk) + 'static) {
        self.hear.replace(Some(Rc::new(take)));
        let Far::Worker(worker) = &self.far else { return };
        let hear = self.hear.clone();
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            // Whatever is no text is no message of the desk.
            let Some(text) = event.data().as_string() else { return };
            let message = serde_json::from_str(&text);
            heard(&hear, message.unwrap_or(FromDesk::Failed(LoadFailure::Crashed)));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let hear = self.hear.clone();
        let on_error = Closure::<dyn Fn(Event)>::new(move |_| {
            heard(&hear, FromDesk::Failed(LoadFailure::ProgramUnavailable));
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
    }

    /// Sends a message.
    pub fn send(&self, message: &ToDesk) {
        self.send_with(message, None);
    }

    /// Sends a message with the bytes of a file, which are handed over.
    pub fn send_with(&self, message: &ToDesk, bytes: Option<js_sys::ArrayBuffer>) {
        match &self.far {
            Far::Here(end) => {
                let (end, message) = (end.clone(), message.clone());
                later(move || {
                    end.hear(message, bytes.map(|bytes| js_sys::Uint8Array::new(&bytes).to_vec()));
                });
            }
            Far::Worker(worker) => {
                let Ok(text) = serde_json::to_string(message) else { return };
                let text = JsValue::from_str(&text);
                let posted = match bytes {
                    None => worker.post_message(&text),
                    Some(bytes) => {
                        let handed_over = js_sys::Array::of1(&bytes);
                        let list = js_sys::Array::of2(&text, &bytes);
                        worker.post_message_with_transfer(&list, &handed_over)
                    }
                };
                debug_assert!(posted.is_ok(), "text and bytes can be posted");
            }
        }
    }
}

fn heard(hear: &Hear, message: FromDesk) {
    let take = hear.borrow().clone();
    if let Some(take) = take {
        take(message);
    }
}

/// Does something when the code that asked for it has run, as a message from a worker would arrive.
fn later(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let work = Closure::once_into_js(work);
    let _ = window.set_timeout_with_callback(work.unchecked_ref());
}
