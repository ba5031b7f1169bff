//! The scheduler of the search worker: it gives the same responses as the full one, and asks for that one for other
//! pages.

use thidua_client::{DownloadFormat, DownloadRequest, Event, FromEngine, PageRequest, prebuilt_routes};
use thidua_pages::url_state::search_query;

use super::network::{ENGINE, FILES, Network, explore, home};
use crate::partial_index::requests;

fn searching() -> Network<false> {
    Network::of(&FILES)
}

#[test]
fn search_only_scheduler_answers_searches_and_static_pages() {
    let mut network = searching();
    for (number, request) in requests().iter().enumerate().step_by(5) {
        let request = home(&search_query(request));
        assert_eq!(network.request(number as u32, request.clone()), ENGINE.respond(&request), "{request:?}");
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
