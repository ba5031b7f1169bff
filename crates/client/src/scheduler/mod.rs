//! What is to be fetched, said and waited for, where the index comes in pieces.
//!
//! A machine without hands: it is told what has happened and says what to do, so that everything that a network can do
//! to a search is tried without one. A worker of the browser does what it says.
//!
//! Only the last question counts. What was being fetched for an earlier one and is not wanted any more is dropped, and
//! nothing is fetched for a word while it is still being typed.

mod downloads;
mod events;
mod keystroke;
mod pending_page;
mod receive;
mod requirement;
mod resources;

use std::collections::BTreeMap;

pub use events::{Action, CacheMode, Event, Resource, prebuilt_routes};

use self::downloads::PendingDownload;
use self::pending_page::{PendingPage, Timer};
use self::requirement::{Awaited, Requirement};
use self::resources::ResourceTable;
use super::partial_index::{PartialIndex, empty_site};
use super::{ClientSettings, ExplorerView, FromEngine, HomeView, PageResponse, Parsed, PartialFigures, View};
use thidua_pages::route::{BasePath, Page};
use thidua_pages::site_model::{EDITION_FILE, LoadFailure, SiteData};
use thidua_search::index_format::{Chunk, ContentHash, IndexName};

/// While words are typed, pieces are fetched after so many milliseconds.
const TYPING_PAUSE_MS: u32 = 50;
/// Cards are shown without their passages if these are not here so many milliseconds after the first piece was asked for.
const EARLY_REPLY_MS: u32 = 120;
/// The manifest is fetched at most so often for a question: a host that keeps naming other editions has none.
const MAX_MANIFEST_CHECKS: u8 = 4;
/// After so many milliseconds in which nothing happened, a piece is fetched that may be wanted.
const IDLE_MS: u32 = 700;

/// The machine. `Scheduler<false>` searches and shows pages that were built, and for anything else asks for the whole one: a
/// program that is made of it alone is lighter by all that the explorer and files need.
#[derive(Debug)]
pub struct Scheduler<const FULL: bool = true> {
    settings: ClientSettings,
    /// The index; another once the host has another build. Nothing where the page named none.
    index: Option<IndexName>,
    /// For pages that there are not.
    empty_site: SiteData,
    partial_index: Option<PartialIndex>,
    figures: Option<PartialFigures>,
    /// Answers that were built, by their numbers.
    prebuilt: BTreeMap<u32, PageResponse>,
    static_page: Option<(String, PageResponse)>,
    pending: Option<PendingPage>,
    downloads: Vec<PendingDownload>,
    resources: ResourceTable,
    /// How often the manifest was fetched since somebody asked, and how often it named another edition.
    manifest_checks: u8,
    edition_changes: u8,
    /// Whether the host has had another edition since the page was opened: caches may hold pages of an older one.
    edition_has_changed: bool,
    has_replied: bool,
    last_home: Option<HomeView>,
    last_explorer: Option<ExplorerView>,
    timer: (u32, Option<Timer>),
}

impl<const FULL: bool> Scheduler<FULL> {
    /// A machine for a site with the index that `settings` name.
    pub fn new(settings: ClientSettings) -> Scheduler<FULL> {
        Scheduler {
            index: settings.edition.index.parse().ok(),
            empty_site: empty_site(&settings),
            settings,
            partial_index: None,
            figures: None,
            prebuilt: BTreeMap::new(),
            static_page: None,
            pending: None,
            downloads: Vec::new(),
            resources: ResourceTable::default(),
            manifest_checks: 0,
            edition_changes: 0,
            edition_has_changed: false,
            has_replied: false,
            last_home: None,
            last_explorer: None,
            timer: (0, None),
        }
    }

    /// The path on the host of something that can be fetched. `None` for a piece whose hash is not known: no file has its
    /// name.
    pub fn address(&self, resource: &Resource) -> Option<String> {
        let base = BasePath::new(&self.settings.base);
        Some(match resource {
            Resource::Manifest => base.file(EDITION_FILE),
            Resource::Chunk(chunk) => base.file(&chunk.path(self.hash_of(*chunk)?)),
            Resource::Page(path) => base.file(path),
        })
    }

    /// Which caches a request for it may be answered from.
    pub fn cache_mode(&self, resource: &Resource) -> CacheMode {
        match resource {
            Resource::Manifest => CacheMode::Bypass,
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

    /// Hears what has happened, and says what to do now.
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
                let before = self.pending.as_ref().map(|pending| &pending.request);
                // A page that was left is fetched again: the host may have another by now.
                if before.is_none_or(|before| before.raw.path != request.raw.path) {
                    self.static_page = None;
                }
                self.pending = Some(PendingPage::new(number, request, before));
            }
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
                    pending.elapsed = Some(timer);
                }
            }
        }
        self.advance(&mut actions);
        actions
    }

    /// Somebody asks: whatever failed before may be tried again.
    fn reset_failures(&mut self) {
        self.resources.reset_failures();
        (self.manifest_checks, self.edition_changes) = (0, 0);
    }

    /// Notes a failure. Where the host lacks a piece, or has another in its place, the manifest is fetched: the site may have
    /// been built anew meanwhile. That is done once for each edition that it names, and [`MAX_MANIFEST_CHECKS`] times at most.
    fn fail(&mut self, resource: Resource, failure: LoadFailure, actions: &mut Vec<Action>) {
        let may_be_stale = matches!(resource, Resource::Chunk(_))
            && matches!(failure, LoadFailure::NotFound | LoadFailure::Corrupt);
        let is_looking = self.resources.is_pending(&Resource::Manifest);
        let may_look =
            self.manifest_checks <= self.edition_changes && self.manifest_checks < MAX_MANIFEST_CHECKS;
        if may_be_stale && (is_looking || may_look) {
            self.resources.suspect(resource, failure);
            if !is_looking {
                self.manifest_checks += 1;
                self.resources.fetch(Resource::Manifest, actions);
            }
            return;
        }
        let is_needed = self.is_needed(&resource);
        self.resources.fail(resource, failure, is_needed, actions);
        if self.resources.failure(&Resource::Manifest).is_some() {
            self.resources.resolve_suspects(false, actions);
        }
    }

    /// Whether the question, a wanted file or a look at the edition depends on it.
    fn is_needed(&self, resource: &Resource) -> bool {
        let is_asked =
            |pending: &PendingPage| !pending.is_done && pending.awaited.resources.contains(resource);
        *resource == Resource::Manifest
            || self.pending.as_ref().is_some_and(is_asked)
            || self.downloads.iter().any(|download| download.needs(resource))
    }

    fn advance(&mut self, actions: &mut Vec<Action>) {
        if self.resources.is_pending(&Resource::Manifest) {
            return;
        }
        let mut needed = self.advance_page(actions);
        if FULL {
            needed.extend(self.advance_downloads(actions));
        }
        for resource in needed {
            self.resources.fetch(resource, actions);
        }
        self.prefetch(actions);
    }

    /// Goes on with the question: says what can be said, and gives back what it still needs.
    fn advance_page(&mut self, actions: &mut Vec<Action>) -> Vec<Resource> {
        let Some(pending) = self.pending.as_ref().filter(|pending| !pending.is_done) else {
            return Vec::new();
        };
        let pending_resources = pending.pending_resources(&self.resources);
        if !pending_resources.is_empty() {
            return pending_resources;
        }
        let (number, request, elapsed) = (pending.number, pending.request.clone(), pending.elapsed);
        let need = self.requirement(pending);
        let (awaited, answer) = match need {
            Requirement::Ready(answer) => (Awaited::default(), Some(answer)),
            Requirement::All(resources) => (Awaited { required: resources.len(), resources }, None),
            Requirement::Partial(answer, awaited) => (awaited, answer),
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
        // From the first piece on: where lists took long, passages will.
        if !is_last && elapsed != Some(Timer::EarlyReply) {
            self.set_timer(Timer::EarlyReply, EARLY_REPLY_MS, actions);
        }
        self.cancel_unneeded(&resources, actions);
        let failure =
            resources.iter().find_map(|resource| Some((resource, self.resources.failure(resource)?)));
        let reply = match failure {
            // Passages that do not come leave the cards as they are, with the reason above them, once no other is on its way.
            Some((Resource::Chunk(Chunk::Texts(_) | Chunk::Postings(_)), failure)) if answer.is_some() => {
                let is_last = !resources.iter().any(|resource| self.resources.is_pending(resource));
                let response =
                    |answer: Box<PageResponse>| Box::new(self.with_passages_error(*answer, failure));
                is_last.then(|| (answer.map(response), true))
            }
            // Rows that do not come leave counts and choices, and the reason in their place.
            Some((Resource::Chunk(Chunk::Facts(_)), failure)) if FULL && answer.is_some() => {
                let response =
                    answer.map(|answer| Box::new(self.with_rows_error(*answer, request.route.lang, failure)));
                Some((response, true))
            }
            Some((resource, failure)) => {
                let response = self.error_response(&request, resource, failure);
                match response {
                    Some(answer) => Some((Some(Box::new(answer)), true)),
                    None => {
                        actions.push(Action::Reply(Box::new(FromEngine::Failed(failure))));
                        Some((None, true))
                    }
                }
            }
            None => answer.is_some().then_some((answer, is_last)),
        };
        let has_trouble = failure.is_some();
        if let Some(pending) = &mut self.pending {
            pending.awaited = awaited;
        }
        let is_done = reply.as_ref().is_some_and(|(_, is_last)| *is_last);
        if let Some((answer, is_last)) = reply {
            if let Some(pending) = &mut self.pending {
                pending.is_done = is_last;
                pending.was_replied_early |= answer.is_some();
            }
            if let Some(answer) = answer {
                match &answer.view {
                    View::Home(home) if !has_trouble => self.last_home = Some(home.clone()),
                    View::Explorer(figures) => self.last_explorer = Some(figures.clone()),
                    _ => {}
                }
                self.has_replied = true;
                let edition = self.settings.edition.name.clone();
                actions.push(Action::Reply(Box::new(FromEngine::Page(number, answer, edition))));
            }
        }
        if has_trouble && is_done { Vec::new() } else { resources }
    }

    /// In quiet times, fetches what will be wanted: where a search may begin, its start; of those who search, the words, if
    /// they are few. Whoever reads an article is sent nothing else.
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
            Some(chunk) if pending.elapsed == Some(Timer::Idle) => {
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

    /// What is under way for a question that does not count any more, or for no question, makes room.
    fn cancel_unneeded(&mut self, needed: &[Resource], actions: &mut Vec<Action>) {
        let downloads = &self.downloads;
        let is_needed = |resource: &Resource| {
            needed.contains(resource)
                || matches!(resource, Resource::Manifest | Resource::Chunk(Chunk::Meta))
                || downloads.iter().any(|download| download.needs(resource))
        };
        self.resources.cancel_unneeded(is_needed, actions);
    }
}
