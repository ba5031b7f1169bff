//! A host, a network and a clock around a clerk.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use thidua_chart::chart_dependencies;
use thidua_client::{
    Action, Answer, Ask, Clerk, Engine, Event, FromEngine, LoadFailure, Settings, Source, View, answered,
};
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_search::wire::{FigurePieces, IndexName, Piece, Pieces, Sealed};

use thidua_sample::variants::CATALOGUE;

pub static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::new(SiteData::new(CATALOGUE.clone(), VerifiedArticles::All, BasePath::new("/"), String::new()))
});

/// The files of a build, by path, and the name of its index.
pub struct Files {
    pub name: IndexName,
    pub by_path: BTreeMap<String, Vec<u8>>,
}

impl Files {
    pub fn of(engine: &Engine) -> Files {
        Files::with_heads(engine, true)
    }

    pub fn with_heads(engine: &Engine, is_headed: bool) -> Files {
        let site = engine.site();
        let mut pieces = Pieces::new(&site.catalogue, &site.index).unwrap().headed(is_headed).seal().unwrap();
        let answer = |route: &Route| serde_json::to_vec(&engine.answer(&Ask::page(&route.path()))).unwrap();
        let answers =
            answered().into_iter().zip(0..).map(|(r, n)| Sealed::new(Piece::Answer(n), &answer(&r)));
        let answers: Vec<Sealed> = answers.collect();
        let figures = FigurePieces::new(&site.catalogue, &site.figures, chart_dependencies(&site.catalogue))
            .seal()
            .unwrap();
        let name = IndexName {
            start: pieces[0].mark,
            figures: figures[0].mark,
            answers: answers.iter().map(|answer| answer.mark).collect(),
        };
        pieces.extend(figures);
        pieces.extend(answers);
        let file = |piece: Sealed| (format!("/{}", piece.path()), piece.bytes);
        Files { name, by_path: pieces.into_iter().map(file).collect() }
    }
}

pub static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&ENGINE));

pub fn settings() -> Settings {
    let edition = Edition::read(&manifest("first", &FILES.name, "corpus.json")).unwrap();
    Settings { base: "/".to_owned(), edition, ..Settings::default() }
}

/// What a host says of the data that it has.
pub fn manifest(name: &str, index: &IndexName, corpus: &str) -> String {
    format!(r#"{{"edition": "{name}", "index": "{index}", "corpus": "{corpus}", "attested": "all"}}"#)
}

pub fn home(query: &str) -> Ask {
    Ask { query: query.to_owned(), ..Ask::page("") }
}

pub fn explore(path: &str, query: &str) -> Ask {
    Ask { query: query.to_owned(), ..Ask::page(path) }
}

/// A host, a network and a clock.
pub struct Network<const WHOLE: bool = true> {
    pub clerk: Clerk<WHOLE>,
    /// What is given in place of what the host has.
    pub instead: BTreeMap<Source, Result<Vec<u8>, LoadFailure>>,
    /// Everything that was fetched.
    pub fetched: Vec<Source>,
    pub dropped: Vec<Source>,
    pub files: &'static Files,
    /// What the host builds pages with, and what it calls its edition.
    pub engine: &'static Engine,
    pub edition: &'static str,
    /// Milliseconds that were waited before something was tried again.
    pub waited: u32,
}

/// Waits from this number on are those before something is tried again.
pub const PROBES: u32 = 1 << 31;

impl Network {
    pub fn new() -> Network {
        Network::around(Clerk::new(settings()))
    }

    /// A network over which a search has been made, so that what follows is not the first answer.
    pub fn in_use() -> Network {
        let mut network = Network::new();
        network.ask(1, home(""));
        network.ask(2, home("q=thi"));
        network
    }
}

impl<const WHOLE: bool> Network<WHOLE> {
    pub fn around(clerk: Clerk<WHOLE>) -> Network<WHOLE> {
        Network {
            clerk,
            instead: BTreeMap::new(),
            fetched: Vec::new(),
            dropped: Vec::new(),
            files: &FILES,
            engine: &ENGINE,
            edition: "first",
            waited: 0,
        }
    }

    pub fn host(&self, source: &Source) -> Result<Vec<u8>, LoadFailure> {
        if let Some(instead) = self.instead.get(source) {
            return instead.clone();
        }
        match source {
            Source::Manifest => Ok(manifest(self.edition, &self.files.name, "corpus.json").into()),
            Source::Piece(_) => {
                let path = self.clerk.address(source).expect("only what has a name is fetched");
                self.files.by_path.get(&path).cloned().ok_or(LoadFailure::NotFound)
            }
            Source::Page(path) => {
                let Answer { title, description, view, .. } = self.engine.answer(&Ask::page(path));
                let View::Told(markup) = view else { panic!("{path} is drawn while it is used") };
                let page = format!(
                    "<title>{title}</title><meta name=\"description\" content=\"{description}\"><div id=\"app\" \
                     data-path=\"{path}\"><main id=\"main\" class=\"page\" tabindex=\"-1\"><div>{markup}</div></main>"
                );
                Ok(page.into())
            }
        }
    }

    /// Tells the clerk what happened and does what it says, with all that follows; in quiet times nothing.
    pub fn tell(&mut self, event: Event) -> Vec<FromEngine> {
        self.tell_with(event, |_, _| None)
    }

    /// The same where `fault` may give something else for a source that was fetched so many times before.
    pub fn tell_with(
        &mut self,
        event: Event,
        fault: impl Fn(&Source, usize) -> Option<Result<Vec<u8>, LoadFailure>>,
    ) -> Vec<FromEngine> {
        let (mut said, mut events) = (Vec::new(), vec![event]);
        let mut rounds = 0;
        while let Some(event) = events.pop() {
            rounds += 1;
            assert!(rounds < 500, "it goes round in circles");
            for action in self.clerk.hear(event) {
                match action {
                    Action::Say(message) => said.push(*message),
                    Action::Wait(number @ PROBES.., millis) => {
                        self.waited += millis;
                        events.insert(0, Event::Waited(number));
                    }
                    Action::Wait(_, 700..) => {}
                    Action::Wait(number, _) => events.insert(0, Event::Waited(number)),
                    Action::Drop(source) => self.dropped.push(source),
                    Action::Fetch(source) => {
                        let before = self.fetched.iter().filter(|fetched| **fetched == source).count();
                        self.fetched.push(source.clone());
                        let got = fault(&source, before).unwrap_or_else(|| self.host(&source));
                        events.insert(
                            0,
                            match got {
                                Ok(bytes) => Event::Came(source, bytes),
                                Err(trouble) => Event::Failed(source, trouble),
                            },
                        );
                    }
                }
            }
        }
        said
    }

    /// The last answer to a question.
    pub fn ask(&mut self, number: u32, ask: Ask) -> Answer {
        match self.tell(Event::Asked(number, ask)).pop() {
            Some(FromEngine::Answer(answered, answer, _)) if answered == number => *answer,
            other => panic!("no answer: {other:?}"),
        }
    }
}
