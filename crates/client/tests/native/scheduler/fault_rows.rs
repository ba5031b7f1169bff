//! One test for each fault of the table in `docs/client.md`: which files are requested, after which pauses, and what the
//! page is told, once, for an index file, the corpus and a page of the host.

use std::sync::LazyLock;

use thidua_client::{Action, Event, FromEngine, LoadFailure, PageRequest, PageResponse, Resource, View};

use super::network::{ENGINE, FILES, Files, Network, SMALL, home, without_lead};

/// What a request of a reader costs while a fault lasts.
struct Cost {
    /// Kinds of the requested files, in order.
    requested: &'static [&'static str],
    /// Milliseconds of pauses.
    waited_ms: u32,
    /// Failure that the page is told.
    said: LoadFailure,
}

const fn cost(requested: &'static [&'static str], waited_ms: u32, said: LoadFailure) -> Cost {
    Cost { requested, waited_ms, said }
}

/// A site with a request that needs one file of a kind: an index file, the corpus, a page of the host.
type Case = (&'static LazyLock<Files>, PageRequest);

fn cases() -> [Case; 3] {
    let page = PageRequest::page("bai-viet/bai-1/");
    [(&FILES, home("nam=2015")), (&SMALL, page.clone()), (&FILES, page)]
}

fn kind(resource: &Resource) -> &'static str {
    match resource {
        Resource::Edition => "edition",
        Resource::Chunk(_) => "index",
        Resource::Corpus => "corpus",
        Resource::Page(_) => "page",
    }
}

fn kinds<const FULL: bool>(network: &Network<FULL>) -> Vec<&'static str> {
    network.fetched.iter().map(kind).collect()
}

/// Bytes of the host, changed.
type Change = fn(Vec<u8>) -> Result<Vec<u8>, LoadFailure>;

/// Checks the cost of a fault of one file, and that the next request of the reader is answered once the fault is over.
fn check(case: &Case, fault: Change, is_everywhere: bool, expected: &Cost) {
    let (files, request) = case;
    let mut network: Network = Network::of(files);
    let mut host: Network = Network::of(files);
    // Addresses of chunks of an index are known without any other file.
    host.request(1, request.clone());
    let messages = network.dispatch_with(Event::PageRequested(1, request.clone()), |resource, _| {
        let is_faulty = is_everywhere || *resource != Resource::Edition;
        is_faulty.then(|| fault(host.host(resource)?))
    });
    let what = format!("{request:?}: {:?}, {messages:?}", network.fetched);
    assert_eq!(messages, [FromEngine::Failed(expected.said)], "said once: {what}");
    assert_eq!(kinds(&network), expected.requested, "{what}");
    assert_eq!(network.waited_ms, expected.waited_ms, "{what}");
    let right = without_lead(ENGINE.respond(request));
    assert_eq!(without_lead(network.request(2, request.clone())), right, "{request:?}");
}

fn check_all(fault: Change, expected: &[Cost]) {
    for (case, expected) in cases().iter().zip(expected) {
        check(case, fault, false, expected);
    }
}

#[test]
fn no_network_is_tried_once_more() {
    let said = LoadFailure::Offline;
    check_all(
        |_| Err(LoadFailure::Offline),
        &[
            cost(&["index", "index"], 500, said),
            cost(&["corpus", "corpus"], 500, said),
            cost(&["page", "page"], 500, said),
        ],
    );
}

#[test]
fn hanging_host_is_not_asked_again() {
    let said = LoadFailure::Timeout;
    check_all(
        |_| Err(LoadFailure::Timeout),
        &[cost(&["index"], 0, said), cost(&["corpus"], 0, said), cost(&["page"], 0, said)],
    );
}

#[test]
fn refusal_is_not_asked_again() {
    let said = LoadFailure::HttpStatus(403);
    check_all(
        |_| Err(LoadFailure::HttpStatus(403)),
        &[cost(&["index"], 0, said), cost(&["corpus"], 0, said), cost(&["page"], 0, said)],
    );
}

#[test]
fn too_many_requests_and_errors_of_the_host_are_tried_after_growing_pauses() {
    const FAULTS: [(u16, Change); 3] = [
        (429, |_| Err(LoadFailure::HttpStatus(429))),
        (500, |_| Err(LoadFailure::HttpStatus(500))),
        (503, |_| Err(LoadFailure::HttpStatus(503))),
    ];
    for (status, fault) in FAULTS {
        let said = LoadFailure::HttpStatus(status);
        check_all(
            fault,
            &[
                cost(&["index"; 3], 4_000, said),
                cost(&["corpus"; 3], 4_000, said),
                cost(&["page"; 3], 4_000, said),
            ],
        );
    }
}

#[test]
fn missing_file_of_the_current_edition_is_not_asked_again() {
    let said = LoadFailure::NotFound;
    check_all(
        |_| Err(LoadFailure::NotFound),
        &[cost(&["index", "edition"], 0, said), cost(&["corpus", "edition"], 0, said)],
    );
    let (files, request) = &cases()[2];
    let mut network: Network = Network::of(files);
    network.overrides.insert(Resource::Page(request.path.clone()), Err(LoadFailure::NotFound));
    let PageResponse { view, .. } = network.request(1, request.clone());
    assert!(matches!(view, View::Static(markup) if markup.contains("Không có trang này")));
    assert_eq!(kinds(&network), ["page"]);
}

#[test]
fn captive_portal_is_tried_after_growing_pauses() {
    let said = LoadFailure::Corrupt;
    let expected = [
        cost(&["index", "edition", "edition", "edition"], 4_000, said),
        cost(&["corpus", "edition", "edition", "edition"], 4_000, said),
        cost(&["page"; 3], 4_000, said),
    ];
    for (case, expected) in cases().iter().zip(&expected) {
        check(case, |_| Ok(b"<!doctype html><title>Wi-Fi</title>".to_vec()), true, expected);
    }
}

#[test]
fn half_file_is_requested_again_past_all_caches() {
    let said = LoadFailure::Corrupt;
    check_all(
        |bytes| Ok(bytes[..bytes.len() / 2].to_vec()),
        &[
            cost(&["index", "edition", "index"], 0, said),
            cost(&["corpus", "edition", "corpus"], 0, said),
            cost(&["page"; 3], 4_000, said),
        ],
    );
}

#[test]
fn altered_file_is_requested_again_past_all_caches() {
    let said = LoadFailure::Corrupt;
    let fault: Change = |mut bytes| {
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        Ok(bytes)
    };
    check_all(
        fault,
        &[cost(&["index", "edition", "index"], 0, said), cost(&["corpus", "edition", "corpus"], 0, said)],
    );
    // A cache was damaged: past it the file is whole.
    for (files, request) in &cases()[..2] {
        let mut network: Network = Network::of(files);
        let mut host: Network = Network::of(files);
        host.request(1, request.clone());
        let messages = network.dispatch_with(Event::PageRequested(1, request.clone()), |resource, nth| {
            (*resource != Resource::Edition && nth == 0).then(|| fault(host.host(resource)?))
        });
        assert!(matches!(messages.last(), Some(FromEngine::Page(1, ..))), "{messages:?}");
    }
}

#[test]
fn file_that_nobody_wants_any_more_is_not_requested_again() {
    let mut network: Network = Network::of(&FILES);
    let page = Resource::Page("bai-viet/bai-1/".to_owned());
    network.scheduler.handle(Event::PageRequested(1, PageRequest::page("bai-viet/bai-1/")));
    let actions = network.scheduler.handle(Event::LoadFailed(page.clone(), LoadFailure::HttpStatus(503)));
    let [Action::SetTimer(timer, 1_000)] = actions[..] else { panic!("{actions:?}") };
    network.scheduler.handle(Event::PageRequested(2, home("")));
    assert_eq!(network.scheduler.handle(Event::TimerFired(timer)), []);
    // What nobody waits for fails at once.
    network.scheduler.handle(Event::PageRequested(3, PageRequest::page("bai-viet/bai-1/")));
    network.scheduler.handle(Event::PageRequested(4, home("")));
    assert_eq!(network.scheduler.handle(Event::LoadFailed(page, LoadFailure::HttpStatus(503))), []);
}

#[test]
fn repaired_host_ends_the_pauses() {
    let mut network: Network = Network::of(&FILES);
    let request = PageRequest::page("bai-viet/bai-1/");
    let messages = network.dispatch_with(Event::PageRequested(1, request.clone()), |_, nth| {
        (nth == 0).then_some(Err(LoadFailure::HttpStatus(503)))
    });
    let right = FromEngine::Page(1, Box::new(ENGINE.respond(&request)), "first".to_owned());
    assert_eq!(messages, [right]);
    assert_eq!((kinds(&network), network.waited_ms), (vec!["page", "page"], 1_000));
}
