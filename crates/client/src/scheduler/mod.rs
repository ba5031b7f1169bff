//! Decides what to fetch and when to answer, for a site whose index is in chunks. Performs no I/O: events in, actions out.
//!
//! Everything that a network can do to a search can therefore be tested without one. A worker of the browser executes
//! the actions.
//!
//! Only the last page request counts. Fetches that only an earlier request needed are cancelled, and postings are not
//! fetched while a word is being typed. The rules for retries are in `resources`.
//!
//! ```
//! use thidua_client::{Action, ClientSettings, Event, PageRequest, Resource, Scheduler};
//! let mut scheduler: Scheduler = Scheduler::new(ClientSettings::default());
//! let actions = scheduler.handle(Event::PageRequested(1, PageRequest::page("phong-trao/")));
//! assert!(actions.contains(&Action::Fetch(Resource::Page("phong-trao/".to_owned()))));
//! ```

mod downloads;
mod events;
mod keystroke;
mod pending_page;
mod receive;
mod requirement;
mod resources;

pub use events::{Action, CacheMode, Event, Resource, prebuilt_routes};

use thidua_core::collections::SortedMap;
use thidua_pages::route::{BasePath, Page};
use thidua_pages::site_model::{EDITION_FILE, LoadFailure, SiteData};
use thidua_search::index_format::{Chunk, ContentHash, IndexName};

use self::downloads::PendingDownload;
use self::pending_page::{PendingPage, Timer};
use self::requirement::{Awaited, Requirement};
use self::resources::ResourceTable;
use super::partial_index::{PartialIndex, empty_site};
use super::{
    ClientSettings, ExplorerView, FromEngine, HomeView, PageResponse, Parsed, PartialFigures, SuggestRequest,
    View,
};

/// Delay before postings are fetched for a typed word, in milliseconds.
const TYPING_PAUSE_MS: u32 = 50;
/// Time after the first missing chunk until cards are shown without their passages, in milliseconds.
const EARLY_REPLY_MS: u32 = 120;
/// Maximum fetches of the edition file for one request; a host that announces a new edition each time would otherwise be
/// asked without end.
const MAX_EDITION_CHECKS: u8 = 4;
/// Idle time before a chunk is prefetched, in milliseconds.
const IDLE_MS: u32 = 700;

/// The scheduler. `FULL = false` is the search-only program: it shows search results and static pages, answers anything else
/// with `NeedsFullEngine`, and is compiled without explorer and downloads.
#[derive(Debug)]
pub struct Scheduler<const FULL: bool = true> {
    settings: ClientSettings,
    /// Name of the index; changes with the edition. `None` if the edition names none.
    index: Option<IndexName>,
    /// Site without data, for error pages.
    empty_site: SiteData,
    partial_index: Option<PartialIndex>,
    figures: Option<PartialFigures>,
    /// Prebuilt page responses by number.
    prebuilt: SortedMap<u32, PageResponse>,
    static_page: Option<(String, PageResponse)>,
    pending: Option<PendingPage>,
    /// Last request for suggestions, until the metadata is loaded.
    suggest: Option<(u32, SuggestRequest)>,
    downloads: Vec<PendingDownload>,
    resources: ResourceTable,
    /// Fetches of the edition file since the last request.
    edition_checks: u8,
    /// Fetches among them that named a new edition.
    edition_changes: u8,
    /// True if the edition has changed since the page was opened: caches may hold pages of an older build.
    edition_has_changed: bool,
    has_replied: bool,
    /// Last home page, without its results: what stays if a search fails.
    last_home: Option<HomeView>,
    last_explorer: Option<ExplorerView>,
    /// Number of the last timer, and its purpose while it runs.
    timer: (u32, Option<Timer>),
}

impl<const FULL: bool> Scheduler<FULL> {
    /// Creates a scheduler for a site with the index that `settings` name.
    pub fn new(settings: ClientSettings) -> Scheduler<FULL> {
        Scheduler {
            index: settings.edition.index.parse().ok(),
            empty_site: empty_site(&settings),
            settings,
            partial_index: None,
            figures: None,
            prebuilt: SortedMap::default(),
            static_page: None,
            pending: None,
            suggest: None,
            downloads: Vec::new(),
            resources: ResourceTable::default(),
            edition_checks: 0,
            edition_changes: 0,
            edition_has_changed: false,
            has_replied: false,
            last_home: None,
            last_explorer: None,
            timer: (0, None),
        }
    }

    /// Returns the path of a resource on the host. `None` for a chunk whose hash is unknown.
    pub fn address(&self, resource: &Resource) -> Option<String> {
        let base = BasePath::new(&self.settings.base);
        Some(match resource {
            Resource::Edition => base.file(EDITION_FILE),
            Resource::Chunk(chunk) => base.file(&chunk.path(self.hash_of(*chunk)?)),
            Resource::Page(path) => base.file(path),
        })
    }

    /// Returns the caches that may answer a request for a resource.
    pub fn cache_mode(&self, resource: &Resource) -> CacheMode {
        match resource {
            Resource::Edition => CacheMode::Bypass,
            _ if self.resources.bypasses_caches(resource) => CacheMode::Bypass,
            Resource::Page(_) if self.edition_has_changed => CacheMode::Revalidate,
            _ => CacheMode::Any,
        }
    }

    fn hash_of(&self, chunk: Chunk) -> Option<ContentHash> {
        let named = self.index.as_ref().and_then(|index| index.hash_of(chunk));
        match chunk {
            Chunk::Facts(_) | Chunk::BulkFacts(_) | Chunk::IdLookup(_) => {
                self.figures.as_ref()?.hash_of(chunk)
            }
            _ => named.or_else(|| self.partial_index.as_ref()?.engine().site().index.hash_of(chunk)),
        }
    }

    /// Handles one event and returns the actions to perform.
    pub fn handle(&mut self, event: Event) -> Vec<Action> {
        let mut actions = Vec::new();
        match event {
            Event::PageRequested(number, request) => {
                let request = Parsed::from(request);
                self.reset_failures();
                self.timer.1 = None;
                if FULL {
                    self.figures.iter_mut().for_each(PartialFigures::trim);
                }
                let before = self.pending.as_ref();
                // A page that was left is fetched again, since the host may have a newer one.
                if before.is_none_or(|before| before.request.raw.path != request.raw.path) {
                    self.static_page = None;
                }
                self.pending = Some(PendingPage::new(number, request, before));
            }
            Event::SuggestRequested(number, request) => self.suggest = Some((number, request)),
            Event::DownloadRequested(number, request) if FULL => {
                self.reset_failures();
                self.downloads.push(PendingDownload::new(number, request.into()));
            }
            Event::DownloadRequested(..) => {
                actions.push(Action::Reply(Box::new(FromEngine::NeedsFullEngine)))
            }
            Event::Loaded(resource, bytes) => {
                if self.resources.finish(&resource) {
                    match self.receive(&resource, &bytes, &mut actions) {
                        Ok(()) => self.resources.succeed(&resource),
                        Err(failure) => self.fail(resource, failure, &mut actions),
                    }
                }
            }
            Event::LoadFailed(resource, failure) => {
                if self.resources.finish(&resource) {
                    self.fail(resource, failure, &mut actions);
                }
            }
            Event::TimerFired(number) => {
                if !self.resources.timer_fired(number, &mut actions)
                    && self.timer.0 == number
                    && let (Some(timer), Some(pending)) = (self.timer.1.take(), &mut self.pending)
                {
                    pending.fired = Some(timer);
                }
            }
        }
        self.advance(&mut actions);
        actions
    }

    /// Allows failed resources to be tried again, since the reader asks again.
    fn reset_failures(&mut self) {
        self.resources.reset_failures();
        (self.edition_checks, self.edition_changes) = (0, 0);
    }

    /// Records a failure. A missing or altered chunk may mean that the site was rebuilt. Then the edition file is fetched:
    /// again only after it named a new edition, at most [`MAX_EDITION_CHECKS`] times.
    fn fail(&mut self, resource: Resource, failure: LoadFailure, actions: &mut Vec<Action>) {
        let may_be_stale = matches!(resource, Resource::Chunk(_))
            && matches!(failure, LoadFailure::NotFound | LoadFailure::Corrupt);
        let is_checking_edition = self.resources.is_pending(&Resource::Edition);
        let may_check_edition =
            self.edition_checks <= self.edition_changes && self.edition_checks < MAX_EDITION_CHECKS;
        if may_be_stale && (is_checking_edition || may_check_edition) {
            self.resources.suspect(resource, failure);
            if !is_checking_edition {
                self.edition_checks += 1;
                self.resources.fetch(Resource::Edition, actions);
            }
            return;
        }
        let is_needed = self.is_needed(&resource);
        self.resources.fail(resource, failure, is_needed, actions);
        if self.resources.failure(&Resource::Edition).is_some() {
            self.resources.resolve_suspects(false, actions);
        }
    }

    /// Returns whether the pending page, a download or the edition check needs a resource.
    fn is_needed(&self, resource: &Resource) -> bool {
        let is_asked =
            |pending: &PendingPage| !pending.is_done && pending.awaited.resources.contains(resource);
        *resource == Resource::Edition
            || self.pending.as_ref().is_some_and(is_asked)
            || self.downloads.iter().any(|download| download.needs(resource))
    }

    fn advance(&mut self, actions: &mut Vec<Action>) {
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
                self.pending = None;
                actions.push(Action::Reply(Box::new(FromEngine::NeedsFullEngine)));
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

    /// Replies to a request for suggestions, or returns what it needs. It is dropped if that cannot be loaded: the search works
    /// without.
    fn advance_suggestions(&mut self, actions: &mut Vec<Action>) -> Option<Resource> {
        let meta = Resource::Chunk(Chunk::Meta);
        match (&self.partial_index, &self.suggest) {
            (_, None) => None,
            (Some(partial_index), Some((number, request))) => {
                let suggestions = partial_index.engine().suggest(request);
                actions.push(Action::Reply(Box::new(FromEngine::Suggestions(*number, suggestions))));
                self.suggest = None;
                None
            }
            (None, _) if self.resources.failure(&meta).is_some() => {
                self.suggest = None;
                None
            }
            (None, _) => Some(meta),
        }
    }

    /// Prefetches while idle: the metadata on the home page, and postings for readers who search, if they are few.
    /// Readers of an article get nothing else.
    fn prefetch(&mut self, actions: &mut Vec<Action>) {
        let is_idle = self.resources.is_idle() && self.downloads.is_empty();
        let Some(pending) = self.pending.as_ref().filter(|pending| pending.is_done && is_idle) else {
            return;
        };
        let next = match &self.partial_index {
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
                || matches!(resource, Resource::Edition | Resource::Chunk(Chunk::Meta))
                || downloads.iter().any(|download| download.needs(resource))
        };
        self.resources.cancel_unneeded(is_needed, actions);
    }
}
