//! Requests, responses and timers of the scheduler when the index is loaded in chunks, with every possible network
//! fault.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at its first error"
)]

mod corpus;
mod downloads;
mod explorer;
mod fault_rows;
mod faults;
pub mod network;
mod rebuilds;
mod search_only;

use std::sync::LazyLock;

use thidua_client::{
    Action, Engine, Event, FromEngine, LoadFailure, PageRequest, PageResponse, Resource, View,
    prebuilt_routes,
};
use thidua_core::corpus::Catalogue;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::search_query;
use thidua_sample::variants::CATALOGUE;
use thidua_search::index_format::Chunk;

use self::network::{ENGINE, FILES, Files, Network, home, loaded, without_lead};
use crate::partial_index::{fetch, requests};

fn cards(response: &PageResponse) -> &str {
    match &response.view {
        View::Home(home) => &home.cards,
        _ => panic!("not the home page"),
    }
}

#[test]
fn search_responses_equal_those_of_the_full_engine() {
    let mut network = Network::new();
    for (number, request) in requests().iter().enumerate().step_by(3) {
        let request = home(&search_query(request));
        let response = network.request(number as u32, request.clone());
        assert_eq!(without_lead(response), without_lead(ENGINE.respond(&request)), "{request:?}");
    }
    let request = PageRequest { path: "en/".to_owned(), max_cards: 60, ..home("q=lao+dong") };
    let response = network.request(500, request.clone());
    assert_eq!(without_lead(response), without_lead(ENGINE.respond(&request)));
}

#[test]
fn without_card_headers_cards_wait_for_texts() {
    static LARGE: LazyLock<Files> = LazyLock::new(|| Files::with_card_headers(&ENGINE, false));
    let mut network: Network = Network::of(&LARGE);
    for (number, request) in requests().iter().enumerate().step_by(7) {
        let request = home(&search_query(request));
        let response = network.request(number as u32, request.clone());
        assert_eq!(without_lead(response), without_lead(ENGINE.respond(&request)), "{request:?}");
    }
    // The first cards do not wait for the last.
    let mut network: Network = Network::of(&LARGE);
    let is_slow = |chunk: &Chunk| matches!(chunk, Chunk::Texts(_));
    let request = PageRequest { max_cards: 20, ..home("q=thi+dua") };
    let first_actions = network.scheduler.handle(Event::PageRequested(1, request));
    let (mut texts, mut actions, mut timers) = (Vec::new(), first_actions, Vec::new());
    while let Some(action) = actions.pop() {
        match action {
            Action::Fetch(Resource::Chunk(chunk)) if is_slow(&chunk) => texts.insert(0, chunk),
            Action::Fetch(resource) => {
                let bytes = network.host(&resource).unwrap();
                actions.extend(network.scheduler.handle(Event::Loaded(resource, bytes)));
            }
            Action::SetTimer(number, _) => timers.push(number),
            _ => {}
        }
    }
    for timer in timers {
        assert_eq!(network.scheduler.handle(Event::TimerFired(timer)), [], "there is nothing to show yet");
    }
    assert!((1..=8).contains(&texts.len()), "only the first cards are fetched: {texts:?}");
    let mut messages = Vec::new();
    while let Some(chunk) = texts.pop() {
        let bytes = network.host(&Resource::Chunk(chunk)).unwrap();
        for action in network.scheduler.handle(Event::Loaded(Resource::Chunk(chunk), bytes)) {
            match action {
                Action::Reply(message) => messages.push(*message),
                Action::Fetch(Resource::Chunk(chunk)) => texts.push(chunk),
                _ => {}
            }
        }
    }
    let shown = |message: &FromEngine| match message {
        FromEngine::Page(_, response, _) => cards(response).matches("class=\"card\"").count(),
        other => panic!("no response: {other:?}"),
    };
    let counts: Vec<usize> = messages.iter().map(shown).collect();
    assert!(counts.len() == 2 && (8..20).contains(&counts[0]) && counts[1] == 20, "{counts:?}");
    let (first, last) = (cards_of(&messages[0]), cards_of(&messages[1]));
    let end = first.rfind("</article>").unwrap();
    assert!(last.starts_with(first.get(..end).unwrap()), "cards that are shown stay");
}

fn cards_of(message: &FromEngine) -> &str {
    match message {
        FromEngine::Page(_, response, _) => cards(response),
        other => panic!("no response: {other:?}"),
    }
}

#[test]
fn plain_interactive_pages_come_from_prebuilt_responses() {
    let mut network = Network::new();
    for route in prebuilt_routes() {
        let request = PageRequest::page(&route.path());
        assert_eq!(network.request(1, request.clone()), ENGINE.respond(&request));
    }
    assert!(
        network.fetched.iter().all(|resource| matches!(resource, Resource::Chunk(Chunk::PageResponse(_))))
    );
}

#[test]
fn static_pages_are_fetched_from_the_host() {
    let mut network = Network::new();
    let request = PageRequest::page("en/bai-viet/bai-7/");
    assert_eq!(network.request(1, request.clone()), ENGINE.respond(&request));
    assert_eq!(network.fetched, [Resource::Page(request.path)]);
    let gone = PageRequest::page("bai-viet/khong-co/");
    network.overrides.insert(Resource::Page(gone.path.clone()), Err(LoadFailure::NotFound));
    let response = network.request(2, gone.clone());
    assert_eq!(response.view, ENGINE.respond(&gone).view);
    let moved = "<meta http-equiv=\"refresh\" content=\"0; url=/bai-viet/bai-3/\">";
    network.overrides.insert(Resource::Page("bai-viet/cu/".to_owned()), Ok(moved.into()));
    assert_eq!(network.request(3, PageRequest::page("bai-viet/cu/")).path, "bai-viet/bai-3/");
}

#[test]
fn first_search_fetches_few_chunks() {
    let mut network = Network::new();
    network.request(1, home("q=lao+dong+gioi"));
    let before_texts = network
        .fetched
        .iter()
        .filter(|resource| !matches!(resource, Resource::Chunk(Chunk::Texts(_))))
        .count();
    assert!(before_texts <= 4, "{:?}", network.fetched);
    let fetched = network.fetched.len();
    network.request(2, home("q=lao+dong+gioi&nam=2015"));
    let further: Vec<_> = network.fetched[fetched..].iter().collect();
    assert!(
        further.iter().all(|resource| matches!(resource, Resource::Chunk(Chunk::Texts(_)))),
        "{further:?}"
    );
}

#[test]
fn newer_page_request_replaces_the_pending_one() {
    let mut network = Network::new();
    network.request(1, home(""));
    network.request(2, home("nam=2015"));
    let words =
        |actions: &[Action]| actions.iter().filter(|action| matches!(action, Action::Fetch(_))).count();
    // Nothing is fetched for a word while it is being typed.
    let mut waiting = None;
    for (number, query) in ["q=l", "q=la", "q=lao", "q=lao+d"].iter().enumerate() {
        let actions = network.scheduler.handle(Event::PageRequested(10 + number as u32, home(query)));
        assert_eq!(words(&actions), 0, "{actions:?}");
        for action in &actions {
            if let Action::SetTimer(timer, 1..500) = action {
                assert_eq!(
                    waiting
                        .take()
                        .map(|old| network.scheduler.handle(Event::TimerFired(old)).len())
                        .unwrap_or(0),
                    0
                );
                waiting = Some(*timer);
            }
        }
    }
    // After the pause it is fetched, and cancelled when another page is requested.
    let actions = network.scheduler.handle(Event::TimerFired(waiting.unwrap()));
    let fetched: Vec<&Resource> = actions
        .iter()
        .filter_map(|a| if let Action::Fetch(resource) = a { Some(resource) } else { None })
        .collect();
    assert!(!fetched.is_empty());
    let actions = network.scheduler.handle(Event::PageRequested(20, home("")));
    for resource in &fetched {
        assert!(actions.contains(&Action::Cancel((*resource).clone())), "{actions:?}");
    }
    // A download that arrives after its cancellation is ignored.
    let late = network.host(fetched[0]).unwrap();
    assert_eq!(network.scheduler.handle(Event::Loaded(fetched[0].clone(), late)), []);
}

#[test]
fn missing_chunk_is_reported_and_retried_on_request() {
    let mut network = Network::in_use();
    let wanted = Resource::Chunk(missing_postings(&mut network, "q=ldld"));
    for bad in [Err(LoadFailure::NotFound), Ok(Vec::new()), Ok(b"<!DOCTYPE html>".to_vec())] {
        network.overrides.insert(wanted.clone(), bad);
        network.fetched.clear();
        let response = network.request(5, home("q=ldld"));
        let cards = cards(&response);
        assert!(cards.contains("role=\"alert\"") && cards.contains("data-do=\"retry\""), "{cards}");
        assert!(!cards.contains(".bin"), "file names are only for the console");
        let fetches = network.fetched.iter().filter(|resource| **resource == Resource::Edition).count();
        assert_eq!(fetches, 1, "the edition file is fetched once a request");
    }
    network.overrides.clear();
    let right = without_lead(ENGINE.respond(&home("q=ldld")));
    assert_eq!(network.request(6, home("q=ldld")), right, "it recovers on retry");
}

/// A chunk of postings that the search needs and that is not loaded.
fn missing_postings(network: &mut Network, query: &str) -> Chunk {
    let mut fresh = Network::new();
    fresh.request(1, home(query));
    let fetched = &network.fetched;
    let new = fresh
        .fetched
        .iter()
        .find(|s| matches!(s, Resource::Chunk(Chunk::Postings(_))) && !fetched.contains(s));
    match new {
        Some(Resource::Chunk(chunk)) => *chunk,
        _ => panic!("everything for {query} is there"),
    }
}

#[test]
fn offline_is_reported() {
    let mut network = Network::in_use();
    let wanted = Resource::Chunk(missing_postings(&mut network, "q=ldld"));
    network.overrides.insert(wanted, Err(LoadFailure::Offline));
    let response = network.request(5, home("q=ldld"));
    assert!(cards(&response).contains("Không có mạng"), "{response:?}");
    let page = Resource::Page("bai-viet/bai-1/".to_owned());
    network.overrides.insert(page, Err(LoadFailure::Offline));
    let response = network.request(6, PageRequest::page("bai-viet/bai-1/"));
    assert!(matches!(&response.view, View::Static(markup) if markup.contains("Không có mạng")));
}

#[test]
fn failure_before_first_reply_keeps_the_static_page() {
    let mut network = Network::new();
    network.overrides.insert(Resource::Chunk(Chunk::Meta), Err(LoadFailure::Offline));
    let messages = network.dispatch(Event::PageRequested(1, home("q=lao")));
    assert!(matches!(&messages[..], [FromEngine::Failed(_)]), "{messages:?}");
}

#[test]
fn failed_texts_leave_cards_with_a_message() {
    let mut network = Network::in_use();
    for number in 0..200 {
        network.overrides.insert(Resource::Chunk(Chunk::Texts(number)), Err(LoadFailure::Offline));
    }
    let response = network.request(5, home("q=ldld&xep=oldest"));
    assert!(cards(&response).contains("data-result"), "{response:?}");
    assert!(cards(&response).contains("Chưa tải được các đoạn trích"), "the failure is shown: {response:?}");
}

#[test]
fn rebuilt_site_is_followed() {
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
    let edition_file = LATER_FILES.edition_file("second");
    network.overrides.insert(Resource::Edition, Ok(edition_file.into()));
    network.files = &LATER_FILES;
    let messages = network.dispatch(Event::PageRequested(5, home("q=ldld")));
    let response = Box::new(LATER.respond(&home("q=ldld")));
    assert_eq!(messages.last(), Some(&FromEngine::Page(5, response, "second".to_owned())));
    assert!(network.fetched.contains(&Resource::Edition));
    let texts = |files: &Files| -> Vec<String> {
        files.by_path.keys().filter(|path| path.starts_with("/search/t")).cloned().collect()
    };
    let (old, new) = (texts(&FILES), texts(&LATER_FILES));
    let kept = old.iter().filter(|path| new.contains(path)).count();
    assert_eq!(kept, old.len() - 1, "unchanged chunks keep their names");
}

#[test]
fn requests_of_an_older_build_are_cancelled() {
    let mut network = Network::in_use();
    // A query that is not typed letter by letter is fetched at once.
    let fetched = network.scheduler.handle(Event::PageRequested(5, home("q=lao+dong")));
    let chunks: Vec<&Resource> = fetched
        .iter()
        .filter_map(|action| match action {
            Action::Fetch(resource) => Some(resource),
            _ => None,
        })
        .collect();
    let [gone, other] = chunks[..] else { panic!("two words are two chunks: {chunks:?}") };
    network.scheduler.handle(Event::LoadFailed(gone.clone(), LoadFailure::NotFound));
    let edition_file = FILES.edition_file("second");
    let actions = network.scheduler.handle(loaded(Resource::Edition, edition_file.into()));
    assert!(actions.contains(&Action::Cancel(other.clone())), "{actions:?}");
    let late = network.scheduler.handle(Event::Loaded(other.clone(), b"of the older build".to_vec()));
    assert!(!late.iter().any(|action| matches!(action, Action::Reply(_))), "{late:?}");
}

/// Actions after a pause without requests.
fn idle(network: &mut Network) -> Vec<Action> {
    let mut timers = (1..30).map(|timer| network.scheduler.handle(Event::TimerFired(timer)));
    timers.find(|actions| !actions.is_empty()).unwrap_or_default()
}

#[test]
fn idle_scheduler_prefetches() {
    let mut network = Network::new();
    network.request(1, PageRequest::page("bai-viet/bai-7/"));
    assert_eq!(idle(&mut network), [], "no prefetching for a reader of articles");
    network.request(2, home(""));
    assert_eq!(idle(&mut network), [Action::Fetch(Resource::Chunk(Chunk::Meta))]);
    let next = network.scheduler.handle(Event::Loaded(Resource::Chunk(Chunk::Meta), fetch(Chunk::Meta)));
    assert_eq!(next, [], "no postings without a search");
    network.request(3, home("q=thi+dua"));
    let next = idle(&mut network);
    assert!(matches!(next[..], [Action::Fetch(Resource::Chunk(Chunk::Postings(_)))]), "{next:?}");
}
