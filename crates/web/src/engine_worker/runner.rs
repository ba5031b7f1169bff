//! Executes the actions of a [`Scheduler`]: fetches, timers, aborts, messages.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestCache};

use thidua_client::{Action, CacheMode, ClientSettings, Event, FromEngine, LoadFailure, Resource, Scheduler};
use thidua_core::collections::SortedMap;
use thidua_pages::route::{Page, Route};
use thidua_search::index_format::Chunk;
use thidua_worker_channel::worker::scope;

use super::embedded::embedded;
use super::post;
use super::script_messages::{EarlyRequest, parse_edition, post_early};
use crate::fetch::{decompress, fetch_bytes, log_warning};

/// A scheduler with its running requests.
pub(super) struct Runner<const FULL: bool>(Rc<State<FULL>>);

struct State<const FULL: bool> {
    scheduler: RefCell<Scheduler<FULL>>,
    requests: RefCell<SortedMap<Resource, AbortController>>,
    /// Number of the request of the page's script, while the app has made none.
    early: Cell<Option<u32>>,
    /// Metadata that came with the first message, until they are asked for.
    index: RefCell<Option<ArrayBuffer>>,
}

impl<const FULL: bool> Clone for Runner<FULL> {
    fn clone(&self) -> Self {
        Runner(self.0.clone())
    }
}

impl<const FULL: bool> Runner<FULL> {
    /// Creates a runner for a site. `index` is the metadata of its edition, compressed, if they have come already.
    pub(super) fn new(settings: ClientSettings, index: Option<ArrayBuffer>) -> Runner<FULL> {
        Runner(Rc::new(State {
            scheduler: RefCell::new(Scheduler::new(settings)),
            requests: RefCell::default(),
            early: Cell::default(),
            index: RefCell::new(index),
        }))
    }

    /// Answers a request of the page's script.
    pub(super) fn answer_early(&self, EarlyRequest { number, page }: EarlyRequest) {
        if Route::parse(&page.path).page != Page::Home {
            return post_early(number, &FromEngine::NeedsFullEngine);
        }
        self.0.early.set(Some(number));
        self.dispatch(Event::PageRequested(number, page));
    }

    /// Replies are for the app from now on.
    pub(super) fn end_early(&self) {
        self.0.early.set(None);
    }

    /// Passes an event to the scheduler and executes the resulting actions.
    pub(super) fn dispatch(&self, event: Event) {
        let actions = self.0.scheduler.borrow_mut().handle(event);
        for action in actions {
            match action {
                Action::Reply(message) => self.reply(&message),
                Action::SetTimer(number, millis) => self.set_timer(number, millis),
                Action::Fetch(resource) => self.fetch(resource),
                Action::Warn(details) => log_warning(&details),
                Action::Cancel(resource) => {
                    if let Some(controller) = self.0.requests.borrow_mut().remove(&resource) {
                        controller.abort();
                    }
                }
            }
        }
    }

    fn reply(&self, message: &FromEngine) {
        match self.0.early.get() {
            Some(number) => post_early(number, message),
            None => post(message),
        }
    }

    fn set_timer(&self, number: u32, millis: u32) {
        let runner = self.clone();
        let fired = Closure::once_into_js(move || runner.dispatch(Event::TimerFired(number)));
        let millis = i32::try_from(millis).unwrap_or(i32::MAX);
        let set =
            scope().set_timeout_with_callback_and_timeout_and_arguments_0(fired.unchecked_ref(), millis);
        debug_assert!(set.is_ok(), "a worker has a clock");
    }

    fn fetch(&self, resource: Resource) {
        let Ok(controller) = AbortController::new() else {
            return self.dispatch(Event::LoadFailed(resource, LoadFailure::ProgramUnavailable));
        };
        self.0.requests.borrow_mut().insert(resource.clone(), controller.clone());
        let runner = self.clone();
        spawn_local(async move {
            let result = runner.load(&resource, &controller).await;
            let is_current = runner.0.requests.borrow().get(&resource) == Some(&controller);
            // The request was cancelled.
            if !is_current {
                return;
            }
            runner.0.requests.borrow_mut().remove(&resource);
            runner.dispatch(match result {
                Ok(bytes) => loaded(resource, bytes),
                Err(failure) => Event::LoadFailed(resource, failure),
            });
        });
    }

    /// Loads a resource: from the page if it brought it along, else from the host.
    async fn load(&self, resource: &Resource, controller: &AbortController) -> Result<Vec<u8>, LoadFailure> {
        if let Some(embedded) = embedded(resource) {
            return embedded;
        }
        let index = match resource {
            // The metadata of the page are of the edition that is in doubt.
            Resource::Edition => {
                self.0.index.take();
                None
            }
            Resource::Chunk(Chunk::Meta) => self.0.index.take(),
            _ => None,
        };
        if let Some(index) = index
            && let Some(bytes) = decompress(&Uint8Array::new(&index)).await
        {
            return Ok(bytes);
        }
        let (address, cache_mode) = {
            let scheduler = self.0.scheduler.borrow();
            (scheduler.address(resource).ok_or(LoadFailure::Corrupt)?, scheduler.cache_mode(resource))
        };
        let cache = match cache_mode {
            CacheMode::Any => RequestCache::Default,
            CacheMode::Revalidate => RequestCache::NoCache,
            // `Reload` replaces the cached entry; the edition file is never cached.
            CacheMode::Bypass if *resource == Resource::Edition => RequestCache::NoStore,
            CacheMode::Bypass => RequestCache::Reload,
        };
        let is_compressed = matches!(resource, Resource::Chunk(_));
        fetch_bytes(&address, cache, is_compressed, controller).await
    }
}

/// The event for a resource that was loaded.
fn loaded(resource: Resource, bytes: Vec<u8>) -> Event {
    if resource != Resource::Edition {
        return Event::Loaded(resource, bytes);
    }
    match std::str::from_utf8(&bytes).ok().and_then(parse_edition) {
        Some(edition) => Event::EditionLoaded(edition),
        None => {
            log_warning("edition.json: not an edition");
            Event::LoadFailed(resource, LoadFailure::Corrupt)
        }
    }
}
