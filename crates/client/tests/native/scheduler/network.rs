//! A simulated host, network and clock for a scheduler.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use thidua_chart::chart_dependencies;
use thidua_client::{
    Action, ClientSettings, Engine, Event, FromEngine, LoadFailure, PageRequest, PageResponse, Resource,
    Scheduler, View, prebuilt_routes,
};
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_sample::variants::CATALOGUE;
use thidua_search::index_format::{Chunk, EncodedChunk, FigureChunks, IndexChunks, IndexName};

pub static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::new(SiteData::new(CATALOGUE.clone(), VerifiedArticles::All, BasePath::new("/"), String::new()))
});

/// Files of a build by path, and the name of its index.
pub struct Files {
    pub name: IndexName,
    pub by_path: BTreeMap<String, Vec<u8>>,
}

impl Files {
    pub fn of(engine: &Engine) -> Files {
        Files::with_card_headers(engine, true)
    }

    pub fn with_card_headers(engine: &Engine, has_card_headers: bool) -> Files {
        let site = engine.site();
        let mut chunks = IndexChunks::new(&site.catalogue, &site.index)
            .unwrap()
            .with_card_headers(has_card_headers)
            .with_embedding(false)
            .encode()
            .unwrap();
        let response =
            |route: &Route| borsh::to_vec(&engine.respond(&PageRequest::page(&route.path()))).unwrap();
        let responses = prebuilt_routes()
            .into_iter()
            .zip(0..)
            .map(|(r, n)| EncodedChunk::new(Chunk::PageResponse(n), &response(&r)));
        let responses: Vec<EncodedChunk> = responses.collect();
        let figures = FigureChunks::new(&site.catalogue, &site.figures, chart_dependencies(&site.catalogue))
            .encode()
            .unwrap();
        let name = IndexName {
            meta: chunks[0].hash,
            figures: Some(figures[0].hash),
            page_responses: responses.iter().map(|response| response.hash).collect(),
        };
        chunks.extend(figures);
        chunks.extend(responses);
        let file = |chunk: EncodedChunk| (format!("/{}", chunk.path()), chunk.bytes);
        Files { name, by_path: chunks.into_iter().map(file).collect() }
    }
}

pub static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&ENGINE));

pub fn settings() -> ClientSettings {
    let edition = Edition::parse(&edition_file("first", &FILES.name, "corpus.json")).unwrap();
    ClientSettings { base: "/".to_owned(), edition, ..ClientSettings::default() }
}

/// The edition file of an edition.
pub fn edition_file(name: &str, index: &IndexName, corpus: &str) -> String {
    format!(r#"{{"edition": "{name}", "index": "{index}", "corpus": "{corpus}", "attested": "all"}}"#)
}

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
    pub files: &'static Files,
    /// Engine that renders the pages of the host, and the id of its edition.
    pub engine: &'static Engine,
    pub edition: &'static str,
    /// Milliseconds spent waiting before retries.
    pub waited_ms: u32,
}

/// Timers from this number on are those for retries.
pub const FIRST_PROBE_TIMER: u32 = 1 << 31;

impl Network {
    pub fn new() -> Network {
        Network::with_scheduler(Scheduler::new(settings()))
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
    pub fn with_scheduler(scheduler: Scheduler<FULL>) -> Network<FULL> {
        Network {
            scheduler,
            overrides: BTreeMap::new(),
            fetched: Vec::new(),
            cancelled: Vec::new(),
            files: &FILES,
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
            Resource::Edition => Ok(edition_file(self.edition, &self.files.name, "corpus.json").into()),
            Resource::Chunk(_) => {
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
                    Action::Fetch(resource) => {
                        let before = self.fetched.iter().filter(|fetched| **fetched == resource).count();
                        self.fetched.push(resource.clone());
                        let got = fault(&resource, before).unwrap_or_else(|| self.host(&resource));
                        events.insert(
                            0,
                            match got {
                                Ok(bytes) => Event::Loaded(resource, bytes),
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
