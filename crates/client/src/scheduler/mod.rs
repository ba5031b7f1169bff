//! Decides what to fetch and when to answer, for a site of any size. Performs no I/O: events in, actions out.
//!
//! Everything that a network can do to a search can therefore be tested without one. A worker of the browser executes
//! the actions.
//!
//! Only the last page request counts. Fetches that only an earlier request needed are cancelled, and postings are not
//! fetched while a word is being typed. The rules for retries are in `resources`; `docs/client.md` has the table of its
//! states.
//!
//! Searches are answered from the index, in both programs. The figures of a small site come with its whole corpus, which
//! the full program loads and answers everything from (`corpus`); those of a large site come in chunks.
//!
//! ```
//! use thidua_client::{Action, ClientSettings, Event, PageRequest, Resource, Scheduler};
//! let mut scheduler: Scheduler = Scheduler::new(ClientSettings::default());
//! let actions = scheduler.handle(Event::PageRequested(1, PageRequest::page("phong-trao/")));
//! assert!(actions.contains(&Action::Fetch(Resource::Corpus)));
//! ```

mod advance;
mod corpus;
mod downloads;
mod error_response;
mod events;
mod keystroke;
mod pending_page;
mod receive;
mod requirement;
mod resources;
mod transitions;

pub use events::{Action, CacheMode, Event, Resource, prebuilt_routes};

use thidua_core::collections::SortedMap;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{EDITION_FILE, LoadFailure, SiteData};
use thidua_search::index_format::{Chunk, ContentHash, IndexName};

use self::downloads::PendingDownload;
use self::pending_page::{PendingPage, Timer};
use self::resources::ResourceTable;
use super::partial_index::{PartialIndex, empty_site};
use super::{
    ClientSettings, Engine, ExplorerView, FromEngine, HomeView, PageResponse, Parsed, PartialFigures,
    SuggestRequest,
};

/// The scheduler. `FULL = false` is the search-only program: it shows search results and static pages, answers anything else
/// with `NeedsFullEngine`, and is compiled without corpus, explorer and downloads.
#[derive(Debug)]
pub struct Scheduler<const FULL: bool = true> {
    settings: ClientSettings,
    /// Name of the index; changes with the edition. `None` if the edition names none, as in a site in one file.
    index: Option<IndexName>,
    /// Site without data, for error pages.
    empty_site: SiteData,
    partial_index: Option<PartialIndex>,
    /// Engine with the whole corpus, if the figures come with it.
    engine: Option<Box<Engine>>,
    figures: Option<PartialFigures>,
    /// Prebuilt page responses by number.
    prebuilt: SortedMap<u32, PageResponse>,
    static_page: Option<(String, PageResponse)>,
    pending: Option<PendingPage>,
    /// Last request for suggestions, until the metadata is loaded.
    suggest: Option<(u32, SuggestRequest)>,
    downloads: Vec<PendingDownload>,
    resources: ResourceTable,
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
    /// Creates a scheduler for the site and the edition that `settings` name.
    pub fn new(settings: ClientSettings) -> Scheduler<FULL> {
        Scheduler {
            index: settings.edition.index.parse().ok(),
            empty_site: empty_site(&settings),
            settings,
            partial_index: None,
            engine: None,
            figures: None,
            prebuilt: SortedMap::default(),
            static_page: None,
            pending: None,
            suggest: None,
            downloads: Vec::new(),
            resources: ResourceTable::default(),
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
            Resource::Corpus => base.file(self.settings.edition.corpus_file()),
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
                self.resources.reset_failures();
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
                self.resources.reset_failures();
                self.downloads.push(PendingDownload::new(number, request.into()));
            }
            Event::DownloadRequested(..) => {
                actions.push(Action::Reply(Box::new(FromEngine::NeedsFullEngine)))
            }
            Event::Loaded(resource, bytes) => {
                if self.resources.finish(&resource) {
                    let received = self.receive(&resource, &bytes);
                    if received == Err(LoadFailure::Corrupt) {
                        let address = self.address(&resource).unwrap_or_default();
                        actions.push(Action::Warn(format!("{address}: content does not fit the name")));
                    }
                    self.end(resource, received, &mut actions);
                }
            }
            Event::EditionLoaded(edition) => {
                if self.resources.finish(&Resource::Edition) {
                    let received = self.receive_edition(edition, &mut actions);
                    self.end(Resource::Edition, received, &mut actions);
                }
            }
            Event::LoadFailed(resource, failure) => {
                if self.resources.finish(&resource) {
                    self.end(resource, Err(failure), &mut actions);
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

    /// Records how the request for a resource ended.
    fn end(&mut self, resource: Resource, received: Result<(), LoadFailure>, actions: &mut Vec<Action>) {
        match received {
            Ok(()) => self.resources.succeed(&resource),
            Err(failure) => {
                let is_wanted = self.is_wanted(&resource);
                self.resources.fail(resource, failure, is_wanted, actions);
            }
        }
    }

    /// Returns whether the pending page or a download waits for a resource.
    fn is_wanted(&self, resource: &Resource) -> bool {
        let is_asked =
            |pending: &PendingPage| !pending.is_done && pending.awaited.resources.contains(resource);
        self.pending.as_ref().is_some_and(is_asked)
            || self.downloads.iter().any(|download| download.needs(resource))
    }
}
