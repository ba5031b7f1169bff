//! A simulated host, network and clock for a scheduler.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use thidua_chart::chart_dependencies;
use thidua_client::{
    Action, ClientSettings, Engine, Event, FromEngine, LoadFailure, PageRequest, PageResponse, Resource,
    Scheduler, View, prebuilt_routes,
};
use thidua_core::text::sha256;
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_sample::variants::CATALOGUE;
use thidua_search::index_format::{Chunk, EncodedChunk, FigureChunks, IndexChunks, IndexName};

pub static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::new(SiteData::new(CATALOGUE.clone(), VerifiedArticles::All, BasePath::new("/"), String::new()))
});

/// Files of a build by path, and what its edition file names.
pub struct Files {
    /// Name of the index in the edition file.
    pub name: String,
    /// File name and SHA-256 of the corpus.
    pub corpus: [String; 2],
    pub by_path: BTreeMap<String, Vec<u8>>,
}

impl Files {
    pub fn of(engine: &Engine) -> Files {
        Files::with_card_headers(engine, true)
    }

    pub fn with_card_headers(engine: &Engine, has_card_headers: bool) -> Files {
        let site = engine.site();
        let chunks = IndexChunks::new(&site.catalogue, &site.index)
            .unwrap()
            .with_card_headers(has_card_headers)
            .with_embedding(false)
            .encode()
            .unwrap();
        let figures = FigureChunks::new(&site.catalogue, &site.figures, chart_dependencies(&site.catalogue));
        Files::new(engine, chunks, figures.encode().unwrap())
    }

    /// Files of a small site: an index in one file, and figures in the corpus.
    pub fn small(engine: &Engine) -> Files {
        let site = engine.site();
        let chunks = IndexChunks::new(&site.catalogue, &site.index).unwrap().with_embedding(true);
        Files::new(engine, chunks.encode().unwrap(), Vec::new())
    }

    /// Files of a site in one file, which has no index.
    pub fn single(engine: &Engine) -> Files {
        Files { name: String::new(), ..Files::small(engine) }
    }

    fn new(engine: &Engine, mut chunks: Vec<EncodedChunk>, figures: Vec<EncodedChunk>) -> Files {
        let response =
            |route: &Route| borsh::to_vec(&engine.respond(&PageRequest::page(&route.path()))).unwrap();
        let responses = prebuilt_routes()
            .into_iter()
            .zip(0..)
            .map(|(r, n)| EncodedChunk::new(Chunk::PageResponse(n), &response(&r)));
        let responses: Vec<EncodedChunk> = responses.collect();
        let name = IndexName {
            meta: chunks[0].hash,
            figures: figures.first().map(|first| first.hash),
            page_responses: responses.iter().map(|response| response.hash).collect(),
        };
        chunks.extend(figures);
        chunks.extend(responses);
        let file = |chunk: EncodedChunk| (format!("/{}", chunk.path()), chunk.bytes);
        let mut by_path: BTreeMap<String, Vec<u8>> = chunks.into_iter().map(file).collect();
        let corpus = serde_json::to_vec(engine.site().catalogue.corpus()).unwrap();
        let sha256 = sha256(&corpus);
        let corpus_name = format!("corpus-{}.json", sha256.split_at(16).0);
        by_path.insert(format!("/{corpus_name}"), corpus);
        Files { name: name.to_string(), corpus: [corpus_name, sha256], by_path }
    }

    /// Edition file of these files.
    pub fn edition_file(&self, edition: &str) -> String {
        let [corpus, sha256] = &self.corpus;
        format!(
            r#"{{"edition": "{edition}", "index": "{}", "corpus": "{corpus}", "attested": "all", "attests": "{sha256}"}}"#,
            self.name
        )
    }

    /// Settings of a client whose page was opened in the first edition.
    pub fn settings(&self) -> ClientSettings {
        let edition = Edition::parse(&self.edition_file("first")).unwrap();
        ClientSettings { base: "/".to_owned(), edition, ..ClientSettings::default() }
    }
}

pub static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&ENGINE));

pub static SMALL: LazyLock<Files> = LazyLock::new(|| Files::small(&ENGINE));

pub fn home(query: &str) -> PageRequest {
    PageRequest { query: query.to_owned(), ..PageRequest::page("") }
}

pub fn explore(path: &str, query: &str) -> PageRequest {
    PageRequest { query: query.to_owned(), ..PageRequest::page(path) }
}

/// The response without the lead of the home page, which comes with the plain page alone, and with a page after another one.
pub fn without_lead(mut response: PageResponse) -> PageResponse {
    if let View::Home(home) = &mut response.view {
        home.lead = None;
    }
    response
}

/// A simulated host, network and clock.
pub struct Network<const FULL: bool = true> {
    pub scheduler: Scheduler<FULL>,
    /// Results that replace those of the host.
    pub overrides: BTreeMap<Resource, Result<Vec<u8>, LoadFailure>>,
    /// Every resource that was fetched, in order.
    pub fetched: Vec<Resource>,
    pub cancelled: Vec<Resource>,
    pub warnings: Vec<String>,
    pub files: &'static Files,
    /// Engine that renders the pages of the host, and the id of its edition.
    pub engine: &'static Engine,
    pub edition: &'static str,
    /// Milliseconds spent waiting before retries.
    pub waited_ms: u32,
}

/// The event for a resource that was loaded.
pub fn loaded(resource: Resource, bytes: Vec<u8>) -> Event {
    if resource != Resource::Edition {
        return Event::Loaded(resource, bytes);
    }
    match std::str::from_utf8(&bytes).ok().and_then(|text| Edition::parse(text).ok()) {
        Some(edition) => Event::EditionLoaded(edition),
        None => Event::LoadFailed(resource, LoadFailure::Corrupt),
    }
}

/// Timers from this number on are those for retries.
pub const FIRST_PROBE_TIMER: u32 = 1 << 31;

impl Network {
    pub fn new() -> Network {
        Network::of(&FILES)
    }

    /// A network on which a search has been made already, so that what follows is not the first response.
    pub fn in_use() -> Network {
        let mut network = Network::new();
        network.request(1, home(""));
        network.request(2, home("q=thi"));
        network
    }
}

impl<const FULL: bool> Network<FULL> {
    /// A network whose host has these files.
    pub fn of(files: &'static Files) -> Network<FULL> {
        Network {
            scheduler: Scheduler::new(files.settings()),
            overrides: BTreeMap::new(),
            fetched: Vec::new(),
            cancelled: Vec::new(),
            warnings: Vec::new(),
            files,
            engine: &ENGINE,
            edition: "first",
            waited_ms: 0,
        }
    }

    pub fn host(&self, resource: &Resource) -> Result<Vec<u8>, LoadFailure> {
        if let Some(overrides) = self.overrides.get(resource) {
            return overrides.clone();
        }
        match resource {
            Resource::Edition => Ok(self.files.edition_file(self.edition).into()),
            Resource::Chunk(_) | Resource::Corpus => {
                let path = self.scheduler.address(resource).expect("only known resources are fetched");
                self.files.by_path.get(&path).cloned().ok_or(LoadFailure::NotFound)
            }
            Resource::Page(path) => {
                let PageResponse { title, description, view, .. } =
                    self.engine.respond(&PageRequest::page(path));
                let View::Static(markup) = view else { panic!("{path} is an interactive page") };
                let page = format!(
                    "<title>{title}</title><meta name=\"description\" content=\"{description}\"><div id=\"app\" \
                     data-path=\"{path}\"><main id=\"main\" class=\"page\" tabindex=\"-1\"><div>{markup}</div></main>"
                );
                Ok(page.into())
            }
        }
    }

    /// Dispatches an event to the scheduler, performs its actions, and so on until there are none.
    pub fn dispatch(&mut self, event: Event) -> Vec<FromEngine> {
        self.dispatch_with(event, |_, _| None)
    }

    /// Like `dispatch`; `fault` may replace the result for a resource that was fetched so many times before.
    pub fn dispatch_with(
        &mut self,
        event: Event,
        fault: impl Fn(&Resource, usize) -> Option<Result<Vec<u8>, LoadFailure>>,
    ) -> Vec<FromEngine> {
        let (mut messages, mut events) = (Vec::new(), vec![event]);
        let mut rounds = 0;
        while let Some(event) = events.pop() {
            rounds += 1;
            assert!(rounds < 500, "the scheduler does not come to rest");
            for action in self.scheduler.handle(event) {
                match action {
                    Action::Reply(message) => messages.push(*message),
                    Action::SetTimer(number @ FIRST_PROBE_TIMER.., millis) => {
                        self.waited_ms += millis;
                        events.insert(0, Event::TimerFired(number));
                    }
                    Action::SetTimer(_, 700..) => {}
                    Action::SetTimer(number, _) => events.insert(0, Event::TimerFired(number)),
                    Action::Cancel(resource) => self.cancelled.push(resource),
                    Action::Warn(details) => self.warnings.push(details),
                    Action::Fetch(resource) => {
                        let before = self.fetched.iter().filter(|fetched| **fetched == resource).count();
                        self.fetched.push(resource.clone());
                        let got = fault(&resource, before).unwrap_or_else(|| self.host(&resource));
                        events.insert(
                            0,
                            match got {
                                Ok(bytes) => loaded(resource, bytes),
                                Err(failure) => Event::LoadFailed(resource, failure),
                            },
                        );
                    }
                }
            }
        }
        messages
    }

    /// Last response to a request.
    pub fn request(&mut self, number: u32, request: PageRequest) -> PageResponse {
        match self.dispatch(Event::PageRequested(number, request)).pop() {
            Some(FromEngine::Page(number_of_reply, response, _)) if number_of_reply == number => *response,
            other => panic!("no response: {other:?}"),
        }
    }
}
