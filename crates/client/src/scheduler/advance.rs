//! Advances everything that waits: the pending page, suggestions, downloads, and prefetching while idle.

use thidua_pages::route::Page;
use thidua_pages::site_model::LoadFailure;
use thidua_search::index_format::Chunk;

use super::pending_page::Timer;
use super::requirement::{Awaited, Requirement};
use super::{Action, Resource, Scheduler};
use crate::{FromEngine, PageResponse, PartialIndex, View};

/// Delay before postings are fetched for a typed word, in milliseconds.
const TYPING_PAUSE_MS: u32 = 50;
/// Time after the first missing chunk until cards are shown without their passages, in milliseconds.
const EARLY_REPLY_MS: u32 = 120;
/// Idle time before a chunk is prefetched, in milliseconds.
const IDLE_MS: u32 = 700;

impl<const FULL: bool> Scheduler<FULL> {
    pub(super) fn advance(&mut self, actions: &mut Vec<Action>) {
        if self.resources.is_pending(&Resource::Edition) {
            return;
        }
        let mut needed = self.advance_page(actions);
        needed.extend(self.advance_suggestions(actions));
        if FULL {
            needed.extend(self.advance_downloads(actions));
        }
        for resource in needed {
            self.resources.fetch(resource, actions);
        }
        self.prefetch(actions);
    }

    /// Advances the pending page: replies if possible, and returns the resources that are still needed.
    fn advance_page(&mut self, actions: &mut Vec<Action>) -> Vec<Resource> {
        let Some(pending) = self.pending.as_ref().filter(|pending| !pending.is_done) else {
            return Vec::new();
        };
        let pending_resources = pending.pending_resources(&self.resources);
        if !pending_resources.is_empty() {
            return pending_resources;
        }
        let (number, request, fired) = (pending.number, pending.request.clone(), pending.fired);
        let requirement = self.requirement(pending);
        let (awaited, response) = match requirement {
            Requirement::Ready(response) => (Awaited::default(), Some(response)),
            Requirement::All(resources) => (Awaited { required: resources.len(), resources }, None),
            Requirement::Partial(response, awaited) => (awaited, response),
            Requirement::NeedsFullEngine => {
                self.ask_for_full_engine(actions);
                return Vec::new();
            }
            Requirement::AfterPause(resources) => {
                self.cancel_unneeded(&resources, actions);
                self.set_timer(Timer::Typing, TYPING_PAUSE_MS, actions);
                return Vec::new();
            }
        };
        let resources = awaited.resources.clone();
        let is_last = resources.is_empty();
        // The timer runs from the first missing chunk of any kind, so a reader who has waited for postings does not wait again
        // for texts.
        if !is_last && fired != Some(Timer::EarlyReply) {
            self.set_timer(Timer::EarlyReply, EARLY_REPLY_MS, actions);
        }
        self.cancel_unneeded(&resources, actions);
        let failure =
            resources.iter().find_map(|resource| Some((resource, self.resources.failure(resource)?)));
        if let Some((resource, failure)) = failure
            && self.has_fallback(resource, failure)
        {
            self.ask_for_full_engine(actions);
            return Vec::new();
        }
        let reply = match failure {
            // Failed texts leave the cards with a message above them, once no other texts are pending.
            Some((Resource::Chunk(Chunk::Texts(_) | Chunk::Postings(_)), failure)) if response.is_some() => {
                let is_last = !resources.iter().any(|resource| self.resources.is_pending(resource));
                let with_error =
                    |response: Box<PageResponse>| Box::new(self.with_passages_error(*response, failure));
                is_last.then(|| (response.map(with_error), true))
            }
            // Failed facts leave counts and filters, with a message in place of the rows.
            Some((Resource::Chunk(Chunk::Facts(_)), failure)) if FULL && response.is_some() => {
                let with_error = response
                    .map(|response| Box::new(self.with_rows_error(*response, request.route.lang, failure)));
                Some((with_error, true))
            }
            Some((resource, failure)) => {
                let response = self.error_response(&request, resource, failure);
                match response {
                    Some(response) => Some((Some(Box::new(response)), true)),
                    None => {
                        actions.push(Action::Reply(Box::new(FromEngine::Failed(failure))));
                        Some((None, true))
                    }
                }
            }
            None => response.is_some().then_some((response, is_last)),
        };
        let has_failed = failure.is_some();
        if let Some(pending) = &mut self.pending {
            pending.awaited = awaited;
        }
        let is_done = reply.as_ref().is_some_and(|(_, is_last)| *is_last);
        if let Some((response, is_last)) = reply {
            if let Some(pending) = &mut self.pending {
                pending.is_done = is_last;
                pending.was_replied_early |= response.is_some();
            }
            if let Some(response) = response {
                match &response.view {
                    View::Home(home) if !has_failed => self.last_home = Some(home.without_results()),
                    View::Explorer(figures) => self.last_explorer = Some(figures.clone()),
                    _ => {}
                }
                self.has_replied = true;
                let edition = self.settings.edition.name.clone();
                actions.push(Action::Reply(Box::new(FromEngine::Page(number, response, edition))));
            }
        }
        if has_failed && is_done { Vec::new() } else { resources }
    }

    /// Asks the page to replace this program by the full one, and to send its request again.
    fn ask_for_full_engine(&mut self, actions: &mut Vec<Action>) {
        self.pending = None;
        actions.push(Action::Reply(Box::new(FromEngine::NeedsFullEngine)));
    }

    /// Returns whether the full program may have a page although a resource of it failed. On a small site it draws every
    /// page from the corpus, and the service worker has both, also offline.
    fn has_fallback(&self, resource: &Resource, failure: LoadFailure) -> bool {
        let is_absent_page = matches!((resource, failure), (Resource::Page(_), LoadFailure::NotFound));
        !FULL && self.is_in_corpus() && !is_absent_page
    }

    /// Replies to a request for suggestions, or returns what it needs. It is dropped if that cannot be loaded: the search works
    /// without.
    fn advance_suggestions(&mut self, actions: &mut Vec<Action>) -> Option<Resource> {
        let (number, request) = self.suggest.as_ref()?;
        let (engine, source) = match FULL && self.is_in_corpus() {
            true => (self.engine.as_deref(), Resource::Corpus),
            false => (self.partial_index.as_ref().map(PartialIndex::engine), Resource::Chunk(Chunk::Meta)),
        };
        match engine {
            Some(engine) => {
                let suggestions = engine.suggest(request);
                actions.push(Action::Reply(Box::new(FromEngine::Suggestions(*number, suggestions))));
            }
            None if self.resources.failure(&source).is_none() => return Some(source),
            None => {}
        }
        self.suggest = None;
        None
    }

    /// Prefetches while idle: the metadata on the home page, and postings for readers who search, if they are few.
    /// Readers of an article get nothing else.
    fn prefetch(&mut self, actions: &mut Vec<Action>) {
        let is_idle = self.resources.is_idle() && self.downloads.is_empty();
        let Some(pending) = self.pending.as_ref().filter(|pending| pending.is_done && is_idle) else {
            return;
        };
        let next = match &self.partial_index {
            _ if FULL && self.is_in_corpus() => None,
            _ if pending.request.route.page != Page::Home => None,
            None => Some(Chunk::Meta),
            Some(_) if pending.request.raw.query.is_empty() => None,
            Some(partial_index) => partial_index.prefetch_chunk(),
        };
        match next {
            Some(chunk) if pending.fired == Some(Timer::Idle) => {
                self.resources.fetch(Resource::Chunk(chunk), actions);
            }
            Some(_) => self.set_timer(Timer::Idle, IDLE_MS, actions),
            None => {}
        }
    }

    fn set_timer(&mut self, timer: Timer, millis: u32, actions: &mut Vec<Action>) {
        if self.timer.1 != Some(timer) {
            self.timer = (self.timer.0.wrapping_add(1), Some(timer));
            actions.push(Action::SetTimer(self.timer.0, millis));
        }
    }

    /// Cancels fetches that neither the pending page nor a download needs.
    fn cancel_unneeded(&mut self, needed: &[Resource], actions: &mut Vec<Action>) {
        let downloads = &self.downloads;
        let is_needed = |resource: &Resource| {
            needed.contains(resource)
                || matches!(resource, Resource::Edition | Resource::Corpus | Resource::Chunk(Chunk::Meta))
                || downloads.iter().any(|download| download.needs(resource))
        };
        self.resources.cancel_unneeded(is_needed, actions);
    }
}
