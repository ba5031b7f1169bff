//! The page's end of the line to the engine, which runs in a worker.
//!
//! The starter script of every page has begun to load the worker long before this code arrives, and left it in the
//! global `engine`. Where that one only searches, the script also says where the whole engine is, which takes its place as
//! soon as more is asked for.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Window, Worker};

use super::notice::set_waiting;
use thidua_client::{
    ClientSettings, DownloadError, DownloadFile, DownloadPart, DownloadRequest, FromEngine, LoadFailure,
    PageRequest, PageResponse, ToEngine, View,
};

/// The name of the global.
const GLOBAL: &str = "engine";
/// Set by the starter script where the worker could not be loaded.
const FAILED: &str = "failed";
/// Set by the starter script where the worker only searches: the address of the whole engine.
const FULL_ENGINE: &str = "beyond";

/// A line to the engine. Only the answer to the last question is heard: earlier ones are of things no longer asked.
#[derive(Clone)]
pub struct EngineChannel {
    worker: Rc<RefCell<Worker>>,
    /// What every engine is told first.
    start: Rc<ToEngine>,
    last_number: Rc<Cell<u32>>,
    /// The last question, until all is said of it.
    open_request: Rc<RefCell<Option<PageRequest>>>,
    /// The last question.
    last_request: Rc<RefCell<Option<PageRequest>>>,
    /// Whether it waits for its first answer.
    is_waiting: Rc<Cell<bool>>,
    /// Who waits for which file.
    downloads: Rc<RefCell<Vec<(u32, DownloadRequest, DownloadHandler)>>>,
    last_download: Rc<Cell<u32>>,
}

/// What stands at an address, and the name of the edition that it was drawn from.
pub struct LoadedPage {
    /// The answer.
    pub answer: PageResponse,
    /// The name of the edition.
    pub edition: String,
}

type DownloadHandler = Rc<dyn Fn(DownloadEvent)>;

/// What is heard of a file that is wanted.
pub enum DownloadEvent {
    /// A part of it; more follows.
    Part(DownloadPart),
    /// The rest of it, or that there is none.
    Done(Option<DownloadFile>),
    /// That it cannot be made.
    Failed(DownloadError),
}

impl EngineChannel {
    /// Opens the line, with the manifest of the site as the host gave it. `on_response` is given each answer, or the reason why
    /// there will be none.
    ///
    /// # Errors
    /// Where the browser has no worker for us.
    pub fn open(
        window: &Window,
        settings: ClientSettings,
        manifest: String,
        on_response: impl Fn(&EngineChannel, Result<LoadedPage, LoadFailure>) + 'static,
    ) -> Result<EngineChannel, LoadFailure> {
        let worker = js_sys::Reflect::get(window, &JsValue::from_str(GLOBAL))
            .map_err(|_| LoadFailure::ProgramUnavailable)?;
        let failed = js_sys::Reflect::get(&worker, &JsValue::from_str(FAILED)).is_ok_and(|f| f.is_truthy());
        if failed || !worker.is_object() {
            return Err(LoadFailure::ProgramUnavailable);
        }
        // A worker, or in a site that is one file a stand-in that speaks like one.
        let worker: Worker = worker.unchecked_into();
        let channel = EngineChannel {
            worker: Rc::new(RefCell::new(worker)),
            start: Rc::new(ToEngine::Start(settings, manifest)),
            last_number: Rc::default(),
            open_request: Rc::default(),
            last_request: Rc::default(),
            is_waiting: Rc::default(),
            downloads: Rc::default(),
            last_download: Rc::default(),
        };
        channel.listen(Rc::new(on_response));
        channel.post(&channel.start);
        Ok(channel)
    }

    /// Asks. Until the answer is there, `#main` says that it is busy.
    pub fn request(&self, request: PageRequest) {
        let number = self.last_number.get().wrapping_add(1);
        self.last_number.set(number);
        set_busy(true);
        self.open_request.replace(Some(request.clone()));
        self.last_request.replace(Some(request.clone()));
        self.is_waiting.set(true);
        self.post(&ToEngine::Page(number, request));
        set_waiting(true);
    }

    /// Asks the last question again: what has failed is tried again, in place.
    pub fn retry(&self) {
        let last_request = self.last_request.borrow().clone();
        if let Some(request) = last_request {
            self.request(request);
        }
    }

    /// Wants a file; `handler` is given what is heard of it.
    pub fn download(&self, request: DownloadRequest, handler: impl Fn(DownloadEvent) + 'static) {
        let number = self.last_download.get().wrapping_add(1);
        self.last_download.set(number);
        self.downloads.borrow_mut().push((number, request.clone(), Rc::new(handler)));
        self.post(&ToEngine::Download(number, request));
        set_waiting(true);
    }

    /// Something was heard: from now on whatever is still open is waited for.
    fn update_waiting(&self) {
        set_waiting(false);
        if self.is_waiting.get() || !self.downloads.borrow().is_empty() {
            set_waiting(true);
        }
    }

    /// The engine cannot go on: nothing that is waited for will come.
    fn fail_all(&self) {
        set_busy(false);
        self.is_waiting.set(false);
        let downloads = std::mem::take(&mut *self.downloads.borrow_mut());
        for (.., handler) in downloads {
            handler(DownloadEvent::Failed(DownloadError::NotLoaded));
        }
        self.update_waiting();
    }

    fn post(&self, message: &ToEngine) {
        if let Ok(text) = serde_json::to_string(message) {
            let posted = self.worker.borrow().post_message(&JsValue::from_str(&text));
            debug_assert!(posted.is_ok(), "text can be posted");
        }
    }

    /// Gives what is heard of a file to who waits for it.
    fn deliver(&self, number: u32, event: DownloadEvent) {
        let mut downloads = self.downloads.borrow_mut();
        let Some(at) = downloads.iter().position(|(n, ..)| *n == number) else { return };
        let handler = match event {
            DownloadEvent::Part(_) => downloads.get(at).map(|(.., handler)| handler.clone()),
            _ => Some(downloads.remove(at).2),
        };
        drop(downloads);
        if let Some(handler) = handler {
            handler(event);
        }
    }

    /// Has the whole engine take the place of one that only searches, and asks it what is still open.
    fn switch_to_full_engine<H: Fn(&EngineChannel, Result<LoadedPage, LoadFailure>) + 'static>(
        &self,
        on_response: &Rc<H>,
    ) -> Result<(), LoadFailure> {
        let full = js_sys::Reflect::get(&self.worker.borrow(), &JsValue::from_str(FULL_ENGINE));
        let address =
            full.ok().and_then(|address| address.as_string()).ok_or(LoadFailure::ProgramUnavailable)?;
        let whole = Worker::new(&address).map_err(|_| LoadFailure::ProgramUnavailable)?;
        let old = self.worker.replace(whole);
        old.set_onmessage(None);
        old.set_onerror(None);
        old.terminate();
        self.listen(on_response.clone());
        self.post(&self.start);
        if let Some(request) = self.open_request.borrow().clone() {
            self.post(&ToEngine::Page(self.last_number.get(), request));
        }
        for (number, downloads, _) in self.downloads.borrow().iter() {
            self.post(&ToEngine::Download(*number, downloads.clone()));
        }
        Ok(())
    }

    fn listen<H: Fn(&EngineChannel, Result<LoadedPage, LoadFailure>) + 'static>(&self, on_response: Rc<H>) {
        let on_message = Closure::<dyn Fn(MessageEvent)>::new({
            let (channel, on_response) = (self.clone(), on_response.clone());
            move |event: MessageEvent| {
                // Whatever is no text is no message of the engine.
                let Some(text) = event.data().as_string() else { return };
                let event = match serde_json::from_str(&text) {
                    Ok(FromEngine::Page(number, ..)) if number != channel.last_number.get() => return,
                    Ok(FromEngine::Page(_, answer, edition)) => {
                        // Others may be followed by a better one.
                        if matches!(answer.view, View::Static(_)) {
                            channel.open_request.replace(None);
                        }
                        Ok(LoadedPage { answer: *answer, edition })
                    }
                    Ok(FromEngine::NeedsFullEngine) => match channel.switch_to_full_engine(&on_response) {
                        Ok(()) => return,
                        Err(reason) => Err(reason),
                    },
                    Ok(FromEngine::DownloadPart(number, part)) => {
                        channel.deliver(number, DownloadEvent::Part(part));
                        return channel.update_waiting();
                    }
                    Ok(FromEngine::Download(number, file)) => {
                        channel.deliver(number, DownloadEvent::Done(file.map(|file| *file)));
                        return channel.update_waiting();
                    }
                    Ok(FromEngine::DownloadFailed(number, lost)) => {
                        channel.deliver(number, DownloadEvent::Failed(lost));
                        return channel.update_waiting();
                    }
                    Ok(FromEngine::Failed(trouble)) => Err(trouble),
                    Err(_) => Err(LoadFailure::Crashed),
                };
                if event.is_err() {
                    channel.fail_all();
                }
                set_busy(false);
                channel.is_waiting.set(false);
                channel.update_waiting();
                on_response(&channel, event);
            }
        });
        self.worker.borrow().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let channel = self.clone();
        let on_error = Closure::<dyn Fn(Event)>::new(move |_| {
            channel.fail_all();
            on_response(&channel, Err(LoadFailure::ProgramUnavailable));
        });
        self.worker.borrow().set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
    }
}

fn set_busy(busy: bool) {
    let main = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("main"));
    if let Some(main) = main {
        let _ = match busy {
            true => main.set_attribute("aria-busy", "true"),
            false => main.remove_attribute("aria-busy"),
        };
    }
}
