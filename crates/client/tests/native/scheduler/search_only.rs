//! The scheduler of the search worker: it gives the same responses as the full one, and asks for that one for other
//! pages.

use thidua_client::{
    Action, DownloadFormat, DownloadRequest, Event, FromEngine, LoadFailure, PageRequest, PageResponse,
    Resource, View, prebuilt_routes,
};
use thidua_pages::url_state::search_query;
use thidua_search::index_format::Chunk;

use super::network::{ENGINE, FILES, Network, explore, home, without_lead};
use crate::partial_index::requests;

fn searching() -> Network<false> {
    Network::of(&FILES)
}

#[test]
fn search_only_scheduler_answers_searches_and_static_pages() {
    let mut network = searching();
    for (number, request) in requests().iter().enumerate().step_by(5) {
        let request = home(&search_query(request));
        let response = network.request(number as u32, request.clone());
        assert_eq!(without_lead(response), without_lead(ENGINE.respond(&request)), "{request:?}");
    }
    let pages = prebuilt_routes().map(|route| PageRequest::page(&route.path()));
    for request in
        pages.into_iter().chain([PageRequest::page("en/bai-viet/bai-7/"), PageRequest::page("khong/co/")])
    {
        assert_eq!(
            network.request(500, request.clone()).view,
            ENGINE.respond(&request).view,
            "{}",
            request.path
        );
    }
}

#[test]
fn search_only_scheduler_asks_for_the_full_engine() {
    let mut network = searching();
    network.request(1, home("q=thi+dua"));
    let fetched = network.fetched.len();
    let wanted = DownloadRequest {
        path: String::new(),
        query: "q=thi+dua".to_owned(),
        chart: None,
        format: DownloadFormat::Csv,
        accessed: None,
    };
    for event in [
        Event::PageRequested(2, explore("so-lieu/", "nam=2020")),
        Event::PageRequested(3, explore("nhung/", "nam=2020")),
        Event::PageRequested(4, explore("so-sanh/", "nam=2020")),
        Event::DownloadRequested(1, wanted),
    ] {
        assert_eq!(network.dispatch(event), [FromEngine::NeedsFullEngine]);
    }
    assert_eq!(network.fetched.len(), fetched, "nothing is fetched twice");
}

#[test]
fn lead_of_the_home_page_comes_with_a_search_from_another_page_alone() {
    let mut network = searching();
    let whole = |request: &PageRequest| lead(&ENGINE.respond(request));
    let (search, longer, plain) = (home("nam=2015"), home("nam=2015&q=thi"), home(""));
    assert_eq!(lead(&network.request(1, search.clone())), None, "the document has it");
    assert_eq!(lead(&network.request(2, plain.clone())), whole(&plain));
    assert_eq!(lead(&network.request(3, longer.clone())), None);
    network.request(4, PageRequest::page("bai-viet/bai-7/"));
    assert_eq!(lead(&network.request(5, search.clone())), whole(&search));
    assert_eq!(lead(&network.request(6, longer)), None);
    let english = PageRequest { path: "en/".to_owned(), ..search };
    assert_eq!(lead(&network.request(7, english.clone())), whole(&english));
}

#[test]
fn lead_of_the_home_page_comes_with_the_first_response_after_another_page() {
    let mut network = searching();
    network.request(1, PageRequest::page("bai-viet/bai-7/"));
    let actions = network.scheduler.handle(Event::PageRequested(2, home("q=thi")));
    let is_lead = |action: &Action| matches!(action, Action::Fetch(Resource::Chunk(Chunk::PageResponse(_))));
    assert!(actions.iter().any(is_lead), "{actions:?}");
    let request = home("q=thi+dua");
    let mut network = searching();
    network.request(1, PageRequest::page("bai-viet/bai-7/"));
    let first = network.scheduler.handle(Event::PageRequested(2, home("q=thi+du")));
    network.scheduler.handle(Event::PageRequested(3, request.clone()));
    let mut messages = Vec::new();
    for action in first {
        if let Action::Fetch(resource) = action {
            let bytes = network.host(&resource).unwrap();
            messages.extend(network.dispatch(Event::Loaded(resource, bytes)));
        }
    }
    let Some(FromEngine::Page(3, response, _)) = messages.last() else { panic!("{messages:?}") };
    assert_eq!(lead(response), lead(&ENGINE.respond(&request)));
}

#[test]
fn search_without_the_lead_is_shown_if_the_lead_cannot_be_loaded() {
    let mut network = searching();
    network.request(1, PageRequest::page("bai-viet/bai-7/"));
    for number in 0..4 {
        network.overrides.insert(Resource::Chunk(Chunk::PageResponse(number)), Err(LoadFailure::NotFound));
    }
    let request = home("nam=2015");
    let response = network.request(2, request.clone());
    assert_eq!(response, without_lead(ENGINE.respond(&request)));
}

fn lead(response: &PageResponse) -> Option<String> {
    match &response.view {
        View::Home(home) => home.lead.clone(),
        _ => panic!("not the home page"),
    }
}
