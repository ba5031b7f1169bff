//! What is fetched, said and waited for where the index comes in pieces, with everything that a network can do.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at its first error"
)]

mod explorer;
mod faults;
mod files;
mod network;
mod rebuilds;
mod searching;

use std::sync::LazyLock;

use thidua_client::{
    Action, ClientSettings, Engine, Event, FromEngine, LoadFailure, PageRequest, PageResponse, Resource,
    Scheduler, View, prebuilt_routes,
};
use thidua_core::corpus::Catalogue;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_pages::url_state::search_query;
use thidua_search::index_format::Chunk;

use self::network::{ENGINE, FILES, Files, Network, home, manifest, settings};
use thidua_sample::variants::CATALOGUE;

use crate::staged::{fetch, requests};

fn cards(answer: &PageResponse) -> &str {
    match &answer.view {
        View::Home(home) => &home.cards,
        _ => panic!("not the home page"),
    }
}

#[test]
fn answers_are_those_of_the_whole() {
    let mut network = Network::new();
    for (number, request) in requests().iter().enumerate().step_by(3) {
        let ask = home(&search_query(request));
        assert_eq!(network.ask(number as u32, ask.clone()), ENGINE.respond(&ask), "{request:?}");
    }
    let ask = PageRequest { path: "en/".to_owned(), max_cards: 60, ..home("q=lao+dong") };
    assert_eq!(network.ask(500, ask.clone()), ENGINE.respond(&ask));
}

#[test]
fn of_a_large_collection_the_texts_tell_what_heads_a_card() {
    static LARGE: LazyLock<Files> = LazyLock::new(|| Files::with_heads(&ENGINE, false));
    let fresh = || {
        let mut network = Network::new();
        network.files = &LARGE;
        let edition = Edition::read(&manifest("large", &LARGE.name, "corpus.json")).unwrap();
        network.scheduler = Scheduler::new(ClientSettings { edition, ..settings() });
        network
    };
    let mut network = fresh();
    for (number, request) in requests().iter().enumerate().step_by(7) {
        let ask = home(&search_query(request));
        assert_eq!(network.ask(number as u32, ask.clone()), ENGINE.respond(&ask), "{request:?}");
    }
    // The first cards do not wait for the last.
    let mut network = fresh();
    let is_slow = |chunk: &Chunk| matches!(chunk, Chunk::Texts(_));
    let asked = network.scheduler.handle(Event::PageRequested(1, home("q=thi+dua")));
    let (mut texts, mut actions, mut pauses) = (Vec::new(), asked, Vec::new());
    while let Some(action) = actions.pop() {
        match action {
            Action::Fetch(Resource::Chunk(chunk)) if is_slow(&chunk) => texts.insert(0, chunk),
            Action::Fetch(source) => {
                let bytes = network.host(&source).unwrap();
                actions.extend(network.scheduler.handle(Event::Loaded(source, bytes)));
            }
            Action::SetTimer(number, _) => pauses.push(number),
            _ => {}
        }
    }
    for pause in pauses {
        assert_eq!(network.scheduler.handle(Event::TimerFired(pause)), [], "there is nothing to say yet");
    }
    assert!((1..=8).contains(&texts.len()), "the first cards have the line for themselves: {texts:?}");
    let mut said = Vec::new();
    while let Some(chunk) = texts.pop() {
        let bytes = network.host(&Resource::Chunk(chunk)).unwrap();
        for action in network.scheduler.handle(Event::Loaded(Resource::Chunk(chunk), bytes)) {
            match action {
                Action::Reply(message) => said.push(*message),
                Action::Fetch(Resource::Chunk(chunk)) => texts.push(chunk),
                _ => {}
            }
        }
    }
    let shown = |message: &FromEngine| match message {
        FromEngine::Page(_, answer, _) => cards(answer).matches("class=\"card\"").count(),
        other => panic!("no answer: {other:?}"),
    };
    let counts: Vec<usize> = said.iter().map(shown).collect();
    assert!(counts.len() == 2 && (8..20).contains(&counts[0]) && counts[1] == 20, "{counts:?}");
    let (first, last) = (cards_of(&said[0]), cards_of(&said[1]));
    let end = first.rfind("</article>").unwrap();
    assert!(last.starts_with(first.get(..end).unwrap()), "what was shown stays");
}

fn cards_of(message: &FromEngine) -> &str {
    match message {
        FromEngine::Page(_, answer, _) => cards(answer),
        other => panic!("no answer: {other:?}"),
    }
}

#[test]
fn pages_that_change_begin_as_they_were_built() {
    let mut network = Network::new();
    for route in prebuilt_routes() {
        let ask = PageRequest::page(&route.path());
        assert_eq!(network.ask(1, ask.clone()), ENGINE.respond(&ask));
    }
    assert!(network.fetched.iter().all(|source| matches!(source, Resource::Chunk(Chunk::PageResponse(_)))));
}

#[test]
fn pages_that_tell_are_read_from_the_host() {
    let mut network = Network::new();
    let ask = PageRequest::page("en/bai-viet/bai-7/");
    assert_eq!(network.ask(1, ask.clone()), ENGINE.respond(&ask));
    assert_eq!(network.fetched, [Resource::Page(ask.path)]);
    let gone = PageRequest::page("bai-viet/khong-co/");
    network.instead.insert(Resource::Page(gone.path.clone()), Err(LoadFailure::NotFound));
    let answer = network.ask(2, gone.clone());
    assert_eq!(answer.view, ENGINE.respond(&gone).view);
    let moved = "<meta http-equiv=\"refresh\" content=\"0; url=/bai-viet/bai-3/\">";
    network.instead.insert(Resource::Page("bai-viet/cu/".to_owned()), Ok(moved.into()));
    assert_eq!(network.ask(3, PageRequest::page("bai-viet/cu/")).path, "bai-viet/bai-3/");
}

#[test]
fn a_first_search_fetches_little() {
    let mut network = Network::new();
    network.ask(1, home("q=lao+dong+gioi"));
    let before_texts =
        network.fetched.iter().filter(|source| !matches!(source, Resource::Chunk(Chunk::Texts(_)))).count();
    assert!(before_texts <= 4, "{:?}", network.fetched);
    let fetched = network.fetched.len();
    network.ask(2, home("q=lao+dong+gioi&nam=2015"));
    let further: Vec<_> = network.fetched[fetched..].iter().collect();
    assert!(further.iter().all(|source| matches!(source, Resource::Chunk(Chunk::Texts(_)))), "{further:?}");
}

#[test]
fn only_the_last_question_counts() {
    let mut network = Network::new();
    network.ask(1, home(""));
    network.ask(2, home("nam=2015"));
    let words =
        |actions: &[Action]| actions.iter().filter(|action| matches!(action, Action::Fetch(_))).count();
    // While a word is typed nothing is fetched for it.
    let mut waiting = None;
    for (number, query) in ["q=l", "q=la", "q=lao", "q=lao+d"].iter().enumerate() {
        let actions = network.scheduler.handle(Event::PageRequested(10 + number as u32, home(query)));
        assert_eq!(words(&actions), 0, "{actions:?}");
        for action in &actions {
            if let Action::SetTimer(pause, 1..500) = action {
                assert_eq!(
                    waiting
                        .take()
                        .map(|old| network.scheduler.handle(Event::TimerFired(old)).len())
                        .unwrap_or(0),
                    0
                );
                waiting = Some(*pause);
            }
        }
    }
    // Then it is; and dropped when something else is asked.
    let actions = network.scheduler.handle(Event::TimerFired(waiting.unwrap()));
    let fetched: Vec<&Resource> = actions
        .iter()
        .filter_map(|a| if let Action::Fetch(source) = a { Some(source) } else { None })
        .collect();
    assert!(!fetched.is_empty());
    let actions = network.scheduler.handle(Event::PageRequested(20, home("")));
    for source in &fetched {
        assert!(actions.contains(&Action::Cancel((*source).clone())), "{actions:?}");
    }
    // What comes all the same is nobody's.
    let late = network.host(fetched[0]).unwrap();
    assert_eq!(network.scheduler.handle(Event::Loaded(fetched[0].clone(), late)), []);
}

#[test]
fn what_is_missing_is_said_and_asked_for_once_more() {
    let mut network = Network::in_use();
    let wanted = Resource::Chunk(first_words(&mut network, "q=ldld"));
    for bad in [Err(LoadFailure::NotFound), Ok(Vec::new()), Ok(b"<!DOCTYPE html>".to_vec())] {
        network.instead.insert(wanted.clone(), bad);
        network.fetched.clear();
        let answer = network.ask(5, home("q=ldld"));
        let cards = cards(&answer);
        assert!(cards.contains("role=\"alert\"") && cards.contains("data-do=\"retry\""), "{cards}");
        assert!(!cards.contains(".bin"), "names of files are for the console");
        let manifests = network.fetched.iter().filter(|source| **source == Resource::Manifest).count();
        assert_eq!(manifests, 1, "a question looks once whether the site is another");
    }
    network.instead.clear();
    assert_eq!(network.ask(6, home("q=ldld")), ENGINE.respond(&home("q=ldld")), "it mends when asked again");
}

/// A piece of words that a search wants and that has not come.
fn first_words(network: &mut Network, query: &str) -> Chunk {
    let mut fresh = Network::new();
    fresh.ask(1, home(query));
    let had = &network.fetched;
    let new =
        fresh.fetched.iter().find(|s| matches!(s, Resource::Chunk(Chunk::Postings(_))) && !had.contains(s));
    match new {
        Some(Resource::Chunk(chunk)) => *chunk,
        _ => panic!("everything for {query} is there"),
    }
}

#[test]
fn without_a_network_it_says_so() {
    let mut network = Network::in_use();
    let wanted = Resource::Chunk(first_words(&mut network, "q=ldld"));
    network.instead.insert(wanted, Err(LoadFailure::Offline));
    let answer = network.ask(5, home("q=ldld"));
    assert!(cards(&answer).contains("Không có mạng"), "{answer:?}");
    let page = Resource::Page("bai-viet/bai-1/".to_owned());
    network.instead.insert(page, Err(LoadFailure::Offline));
    let answer = network.ask(6, PageRequest::page("bai-viet/bai-1/"));
    assert!(matches!(&answer.view, View::Static(markup) if markup.contains("Không có mạng")));
}

#[test]
fn before_the_first_answer_the_built_page_stays() {
    let mut network = Network::new();
    network.instead.insert(Resource::Chunk(Chunk::Meta), Err(LoadFailure::Offline));
    let said = network.tell(Event::PageRequested(1, home("q=lao")));
    assert!(matches!(&said[..], [FromEngine::Failed(_)]), "{said:?}");
}

#[test]
fn passages_that_do_not_come_leave_the_cards() {
    let mut network = Network::in_use();
    for number in 0..200 {
        network.instead.insert(Resource::Chunk(Chunk::Texts(number)), Err(LoadFailure::Offline));
    }
    let answer = network.ask(5, home("q=ldld&xep=oldest"));
    assert!(cards(&answer).contains("data-result"), "{answer:?}");
    assert!(cards(&answer).contains("Chưa tải được các đoạn trích"), "not in silence: {answer:?}");
}

#[test]
fn a_site_that_was_built_anew_is_followed() {
    static LATER: LazyLock<Engine> = LazyLock::new(|| {
        let mut corpus = CATALOGUE.corpus().clone();
        corpus.articles[7].headline = "LĐLĐ một nơi khác".to_owned();
        Engine::new(SiteData::new(
            Catalogue::new(corpus),
            VerifiedArticles::All,
            BasePath::new("/"),
            String::new(),
        ))
    });
    static LATER_FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&LATER));
    let mut network = Network::in_use();
    let manifest = manifest("second", &LATER_FILES.name, "corpus-2.json");
    network.instead.insert(Resource::Manifest, Ok(manifest.into()));
    network.files = &LATER_FILES;
    let said = network.tell(Event::PageRequested(5, home("q=ldld")));
    let answer = Box::new(LATER.respond(&home("q=ldld")));
    assert_eq!(said.last(), Some(&FromEngine::Page(5, answer, "second".to_owned())));
    assert!(network.fetched.contains(&Resource::Manifest));
    let texts = |files: &Files| -> Vec<String> {
        files.by_path.keys().filter(|path| path.starts_with("/search/t")).cloned().collect()
    };
    let (old, new) = (texts(&FILES), texts(&LATER_FILES));
    let kept = old.iter().filter(|path| new.contains(path)).count();
    assert_eq!(kept, old.len() - 1, "what has not changed has its old name");
}

#[test]
fn what_is_under_way_of_an_older_build_is_dropped() {
    let mut network = Network::in_use();
    // What is not typed letter by letter is fetched at once.
    let fetched = network.scheduler.handle(Event::PageRequested(5, home("q=lao+dong")));
    let chunks: Vec<&Resource> = fetched
        .iter()
        .filter_map(|action| match action {
            Action::Fetch(source) => Some(source),
            _ => None,
        })
        .collect();
    let [gone, other] = chunks[..] else { panic!("two words are two pieces: {chunks:?}") };
    network.scheduler.handle(Event::LoadFailed(gone.clone(), LoadFailure::NotFound));
    let manifest = manifest("second", &FILES.name, "corpus-2.json");
    let actions = network.scheduler.handle(Event::Loaded(Resource::Manifest, manifest.into()));
    assert!(actions.contains(&Action::Cancel(other.clone())), "{actions:?}");
    let late = network.scheduler.handle(Event::Loaded(other.clone(), b"of the older build".to_vec()));
    assert!(!late.iter().any(|action| matches!(action, Action::Reply(_))), "{late:?}");
}

/// What it does when nothing happens for a while.
fn idle(network: &mut Network) -> Vec<Action> {
    let mut pauses = (1..30).map(|pause| network.scheduler.handle(Event::TimerFired(pause)));
    pauses.find(|actions| !actions.is_empty()).unwrap_or_default()
}

#[test]
fn in_quiet_times_it_makes_itself_ready() {
    let mut network = Network::new();
    network.ask(1, PageRequest::page("bai-viet/bai-7/"));
    assert_eq!(idle(&mut network), [], "who reads does not search");
    network.ask(2, home(""));
    assert_eq!(idle(&mut network), [Action::Fetch(Resource::Chunk(Chunk::Meta))]);
    let next = network.scheduler.handle(Event::Loaded(Resource::Chunk(Chunk::Meta), fetch(Chunk::Meta)));
    assert_eq!(next, [], "who searches not does not need words");
    network.ask(3, home("q=thi+dua"));
    let next = idle(&mut network);
    assert!(matches!(next[..], [Action::Fetch(Resource::Chunk(Chunk::Postings(_)))]), "{next:?}");
}
