//! Executes the actions of a [`Scheduler`]: fetches, timers, aborts, messages.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestCache};

use thidua_client::{Action, CacheMode, ClientSettings, Event, LoadFailure, Resource, Scheduler};
use thidua_core::collections::SortedMap;
use thidua_worker_channel::worker::scope;

use super::post;
use crate::fetch::fetch_bytes;

/// A scheduler with its running requests.
pub(super) struct SchedulerRunner<const FULL: bool> {
    scheduler: Rc<RefCell<Scheduler<FULL>>>,
    requests: Rc<RefCell<SortedMap<Resource, AbortController>>>,
}

impl<const FULL: bool> Clone for SchedulerRunner<FULL> {
    fn clone(&self) -> Self {
        SchedulerRunner { scheduler: self.scheduler.clone(), requests: self.requests.clone() }
    }
}

impl<const FULL: bool> SchedulerRunner<FULL> {
    /// Creates a runner for a site whose index is in chunks.
    pub(super) fn new(settings: ClientSettings) -> SchedulerRunner<FULL> {
        SchedulerRunner {
            scheduler: Rc::new(RefCell::new(Scheduler::new(settings))),
            requests: Rc::default(),
        }
    }

    /// Passes an event to the scheduler and executes the resulting actions.
    pub(super) fn dispatch(&self, event: Event) {
        let actions = self.scheduler.borrow_mut().handle(event);
        for action in actions {
            match action {
                Action::Reply(message) => post(&message),
                Action::SetTimer(number, millis) => self.set_timer(number, millis),
                Action::Fetch(resource) => self.fetch(resource),
                Action::Cancel(resource) => {
                    if let Some(controller) = self.requests.borrow_mut().remove(&resource) {
                        controller.abort();
                    }
                }
            }
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
        let (address, cache_mode) = {
            let scheduler = self.scheduler.borrow();
            (scheduler.address(&resource), scheduler.cache_mode(&resource))
        };
        let Some(address) = address else {
            return self.dispatch(Event::LoadFailed(resource, LoadFailure::Corrupt));
        };
        let cache = match cache_mode {
            CacheMode::Any => RequestCache::Default,
            CacheMode::Revalidate => RequestCache::NoCache,
            // `Reload` replaces the cached entry; the edition file is never cached.
            CacheMode::Bypass if resource == Resource::Edition => RequestCache::NoStore,
            CacheMode::Bypass => RequestCache::Reload,
        };
        self.requests.borrow_mut().insert(resource.clone(), controller.clone());
        let runner = self.clone();
        spawn_local(async move {
            let is_compressed = matches!(resource, Resource::Chunk(_));
            let result = fetch_bytes(&address, cache, is_compressed, &controller).await;
            let is_current = runner.requests.borrow().get(&resource) == Some(&controller);
            // The request was cancelled.
            if !is_current {
                return;
            }
            runner.requests.borrow_mut().remove(&resource);
            runner.dispatch(match result {
                Ok(bytes) => Event::Loaded(resource, bytes),
                Err(failure) => Event::LoadFailed(resource, failure),
            });
        });
    }
}
