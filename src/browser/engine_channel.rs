//! Channel from the page to the engine worker.
//!
//! The scripts of every page start the worker long before this code arrives, store it in the global `engine`, and tell it where
//! the site is and which data it has. They also name the full engine, which replaces that worker as soon as it is needed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Window, Worker};

use thidua_client::{
    DownloadError, DownloadFile, DownloadPart, DownloadRequest, FromEngine, LoadFailure, PageRequest,
    PageResponse, SuggestRequest, Suggestion, ToEngine, View,
};
use thidua_worker_channel::{Borsh, WorkerPort};

use super::notice::set_waiting;

/// Name of the global.
const GLOBAL: &str = "engine";
/// Name of the global with the functions of the scripts.
const SCRIPT: &str = "thidua";
/// Property that the bootstrap script sets if the worker could not be started.
const FAILED: &str = "failed";
/// Property that the bootstrap script sets for the search-only program: address of the full engine.
const FULL_ENGINE: &str = "fullEngine";

/// Channel to the engine. Only the response to the last request is used; earlier ones are obsolete.
#[derive(Clone)]
pub struct EngineChannel {
    port: Rc<RefCell<WorkerPort<Borsh, ToEngine, FromEngine>>>,
    /// Search-only worker that the full engine replaces as soon as it answers.
    search_only: Rc<RefCell<Option<WorkerPort<Borsh, ToEngine, FromEngine>>>>,
    last_number: Rc<Cell<u32>>,
    /// Last request, until its response is final.
    open_request: Rc<RefCell<Option<PageRequest>>>,
    /// Last request.
    last_request: Rc<RefCell<Option<PageRequest>>>,
    /// True while the first response to the last request is missing.
    is_waiting: Rc<Cell<bool>>,
    /// Running downloads with their handlers.
    downloads: Rc<RefCell<Vec<(u32, DownloadRequest, DownloadHandler)>>>,
    last_download: Rc<Cell<u32>>,
    /// Number of the last request for suggestions.
    last_suggest: Rc<Cell<u32>>,
    suggestion_handler: Rc<RefCell<Option<SuggestionHandler>>>,
}

/// A page with the name of the edition it was made from.
pub struct LoadedPage {
    /// Page.
    pub response: PageResponse,
    /// Name of the edition.
    pub edition: String,
}

type SuggestionHandler = Rc<dyn Fn(Vec<Suggestion>)>;

type DownloadHandler = Rc<dyn Fn(DownloadEvent)>;

/// Progress of a download.
pub enum DownloadEvent {
    /// A part; more follows.
    Part(DownloadPart),
    /// The rest of the file, or `None` if there is no such file.
    Done(Option<DownloadFile>),
    /// The download has failed.
    Failed(DownloadError),
}

impl EngineChannel {
    /// Opens the channel. `on_response` receives every response, or the reason why there is none.
    ///
    /// # Errors
    /// The browser cannot run the worker.
    pub fn open(
        window: &Window,
        on_response: impl Fn(&EngineChannel, Result<LoadedPage, LoadFailure>) + 'static,
    ) -> Result<EngineChannel, LoadFailure> {
        let worker = js_sys::Reflect::get(window, &JsValue::from_str(GLOBAL))
            .map_err(|_| LoadFailure::ProgramUnavailable)?;
        let failed = js_sys::Reflect::get(&worker, &JsValue::from_str(FAILED)).is_ok_and(|f| f.is_truthy());
        if failed || !worker.is_object() {
            return Err(LoadFailure::ProgramUnavailable);
        }
        // A worker, or the stand-in of a single-file site with the same interface.
        let worker: Worker = worker.unchecked_into();
        let channel = EngineChannel {
            port: Rc::new(RefCell::new(WorkerPort::new(worker))),
            search_only: Rc::default(),
            last_number: Rc::default(),
            open_request: Rc::default(),
            last_request: Rc::default(),
            is_waiting: Rc::default(),
            downloads: Rc::default(),
            last_download: Rc::default(),
            last_suggest: Rc::default(),
            suggestion_handler: Rc::default(),
        };
        channel.listen(Rc::new(on_response));
        Ok(channel)
    }

    /// Sends a page request. `#main` is busy until the response arrives.
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

    /// Repeats the last request, so that failed resources are tried again.
    pub fn retry(&self) {
        let last_request = self.last_request.borrow().clone();
        if let Some(request) = last_request {
            self.request(request);
        }
    }

    /// Requests suggestions. Those of earlier requests are obsolete.
    pub fn suggest(&self, request: SuggestRequest) {
        let number = self.last_suggest.get().wrapping_add(1);
        self.last_suggest.set(number);
        self.post(&ToEngine::Suggest(number, request));
    }

    /// Sets the handler of suggestions.
    pub fn on_suggestions(&self, handler: impl Fn(Vec<Suggestion>) + 'static) {
        self.suggestion_handler.replace(Some(Rc::new(handler)));
    }

    /// Requests a file; `handler` receives its progress.
    pub fn download(&self, request: DownloadRequest, handler: impl Fn(DownloadEvent) + 'static) {
        let number = self.last_download.get().wrapping_add(1);
        self.last_download.set(number);
        self.downloads.borrow_mut().push((number, request.clone(), Rc::new(handler)));
        self.post(&ToEngine::Download(number, request));
        set_waiting(true);
    }

    /// Restarts the slow-connection notice after a message, if anything is still pending.
    fn update_waiting(&self) {
        set_waiting(false);
        if self.is_waiting.get() || !self.downloads.borrow().is_empty() {
            set_waiting(true);
        }
    }

    /// The engine cannot continue: fails everything that is pending.
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
        self.port.borrow().post(message);
    }

    /// Passes a download event to its handler.
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

    /// Tells the script of the page that the engine does not work for it.
    pub fn mark_failed(&self) {
        let failed = JsValue::from_str(FAILED);
        let _ = js_sys::Reflect::set(self.port.borrow().worker(), &failed, &JsValue::TRUE);
    }

    /// Replaces the search-only worker by the full engine, and repeats the pending requests. The search-only worker is kept until
    /// the full engine has answered.
    fn switch_to_full_engine<H: Fn(&EngineChannel, Result<LoadedPage, LoadFailure>) + 'static>(
        &self,
        on_response: &Rc<H>,
    ) -> Result<(), LoadFailure> {
        let full = js_sys::Reflect::get(self.port.borrow().worker(), &JsValue::from_str(FULL_ENGINE));
        let address =
            full.ok().and_then(|address| address.as_string()).ok_or(LoadFailure::ProgramUnavailable)?;
        let search_only = self.port.replace(WorkerPort::new(start_worker(&address)?));
        self.search_only.replace(Some(search_only));
        self.listen(on_response.clone());
        if let Some(request) = self.open_request.borrow().clone() {
            self.post(&ToEngine::Page(self.last_number.get(), request));
        }
        for (number, downloads, _) in self.downloads.borrow().iter() {
            self.post(&ToEngine::Download(*number, downloads.clone()));
        }
        Ok(())
    }

    fn listen<H: Fn(&EngineChannel, Result<LoadedPage, LoadFailure>) + 'static>(&self, on_response: Rc<H>) {
        let channel = self.clone();
        self.port.borrow().listen(move |message| channel.on_message(message, &on_response));
    }

    fn on_message<H: Fn(&EngineChannel, Result<LoadedPage, LoadFailure>) + 'static>(
        &self,
        message: Result<FromEngine, LoadFailure>,
        on_response: &Rc<H>,
    ) {
        if let Some(search_only) = self.search_only.take() {
            match message {
                Ok(_) => search_only.close(),
                // The full engine cannot be had: what works goes on.
                Err(_) => self.port.replace(search_only).close(),
            }
        }
        let page = match message {
            Ok(FromEngine::Page(number, ..)) if number != self.last_number.get() => return,
            Ok(FromEngine::Page(_, response, edition)) => {
                // A response of another kind may be followed by a better one.
                if matches!(response.view, View::Static(_)) {
                    self.open_request.replace(None);
                }
                Ok(LoadedPage { response: *response, edition })
            }
            Ok(FromEngine::Suggestions(number, suggestions)) => {
                let handler = self.suggestion_handler.borrow().clone();
                if let Some(handler) = handler.filter(|_| number == self.last_suggest.get()) {
                    handler(suggestions);
                }
                return;
            }
            Ok(FromEngine::NeedsFullEngine) => match self.switch_to_full_engine(on_response) {
                Ok(()) => return,
                Err(reason) => Err(reason),
            },
            Ok(FromEngine::DownloadPart(number, part)) => {
                self.deliver(number, DownloadEvent::Part(part));
                return self.update_waiting();
            }
            Ok(FromEngine::Download(number, file)) => {
                self.deliver(number, DownloadEvent::Done(file.map(|file| *file)));
                return self.update_waiting();
            }
            Ok(FromEngine::DownloadFailed(number, error)) => {
                self.deliver(number, DownloadEvent::Failed(error));
                return self.update_waiting();
            }
            Ok(FromEngine::Failed(failure)) | Err(failure) => Err(failure),
        };
        if page.is_err() {
            self.fail_all();
        }
        set_busy(false);
        self.is_waiting.set(false);
        self.update_waiting();
        on_response(self, page);
    }
}

/// Has the script of the page start a worker, which it also tells where the site is.
fn start_worker(address: &str) -> Result<Worker, LoadFailure> {
    let script = Reflect::get(&js_sys::global(), &JsValue::from_str(SCRIPT));
    let function =
        |script: &JsValue| Reflect::get(script, &JsValue::from_str("worker"))?.dyn_into::<Function>();
    let worker = script
        .and_then(|script| function(&script)?.call1(&script, &JsValue::from_str(address)))
        .map_err(|_| LoadFailure::ProgramUnavailable)?;
    Ok(worker.unchecked_into())
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
