//! The clerk that searches alone: it answers as the whole one, and asks for that one where more is wanted.

use thidua_client::{Ask, Clerk, DownloadFormat, Event, FromEngine, Wanted, answered};
use thidua_pages::url_state::search_query;

use super::network::{ENGINE, Network, explore, home, settings};
use crate::staged::requests;

fn searching() -> Network<false> {
    Network::around(Clerk::new(settings()))
}

#[test]
fn searches_and_built_pages_are_answered_as_by_the_whole() {
    let mut network = searching();
    for (number, request) in requests().iter().enumerate().step_by(5) {
        let ask = home(&search_query(request));
        assert_eq!(network.ask(number as u32, ask.clone()), ENGINE.answer(&ask), "{request:?}");
    }
    let pages = answered().map(|route| Ask::page(&route.path()));
    for ask in pages.into_iter().chain([Ask::page("en/bai-viet/bai-7/"), Ask::page("khong/co/")]) {
        assert_eq!(network.ask(500, ask.clone()).view, ENGINE.answer(&ask).view, "{}", ask.path);
    }
}

#[test]
fn choices_frames_and_files_are_beyond_it() {
    let mut network = searching();
    network.ask(1, home("q=thi+dua"));
    let fetched = network.fetched.len();
    let wanted = Wanted {
        path: String::new(),
        query: "q=thi+dua".to_owned(),
        chart: None,
        format: DownloadFormat::Csv,
    };
    for event in [
        Event::Asked(2, explore("so-lieu/", "nam=2020")),
        Event::Asked(3, explore("nhung/", "nam=2020")),
        Event::Wanted(1, wanted),
    ] {
        assert_eq!(network.tell(event), [FromEngine::Beyond]);
    }
    assert_eq!(network.fetched.len(), fetched, "what the other one fetches is not fetched twice");
}
