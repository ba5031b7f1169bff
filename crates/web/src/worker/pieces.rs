//! Performs the actions of a [`Clerk`]: fetches, waits, aborts, posts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestCache};

use super::{say, scope};
use crate::obtain::obtain;
use thidua_client::{Action, Clerk, Event, Freshness, LoadFailure, Settings, Source};

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
        let Ok(controller) = AbortController::new() else {
            return self.tell(Event::Failed(source, LoadFailure::ProgramUnavailable));
        };
        let (address, freshness) = {
            let clerk = self.clerk.borrow();
            (clerk.address(&source), clerk.freshness(&source))
        };
        let Some(address) = address else { return self.tell(Event::Failed(source, LoadFailure::Corrupt)) };
        let cache = match freshness {
            Freshness::Any => RequestCache::Default,
            Freshness::Checked => RequestCache::NoCache,
            // What comes is put into the cache in place of what was there; a manifest is kept nowhere.
            Freshness::Past if source == Source::Manifest => RequestCache::NoStore,
            Freshness::Past => RequestCache::Reload,
        };
        self.under_way.borrow_mut().insert(source.clone(), controller.clone());
        let pieces = self.clone();
        spawn_local(async move {
            let is_packed = matches!(source, Source::Piece(_));
            let got = obtain(&address, cache, is_packed, &controller).await;
            let is_current = pieces.under_way.borrow().get(&source) == Some(&controller);
            // What was dropped is nobody's any more.
            if !is_current {
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
