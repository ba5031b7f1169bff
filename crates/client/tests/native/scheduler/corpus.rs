//! Small sites: searches from an index in one file, everything else from the whole corpus.

use std::sync::LazyLock;

use thidua_client::{
    ClientSettings, DownloadFormat, DownloadRequest, Engine, Event, FromEngine, LoadFailure, PageRequest,
    Resource, Scheduler, SuggestRequest, View, prebuilt_routes,
};
use thidua_core::corpus::Catalogue;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_pages::url_state::search_query;
use thidua_sample::variants::CATALOGUE;
use thidua_search::index_format::Chunk;

use super::network::{ENGINE, Files, Network, SMALL, explore, home, loaded, without_lead};
use crate::partial_index::requests;

static SINGLE: LazyLock<Files> = LazyLock::new(|| Files::single(&ENGINE));

/// Pages that the corpus is drawn from, and a search.
fn pages() -> [PageRequest; 5] {
    [
        explore("so-lieu/", "vai-tro=target"),
        home("q=ldld"),
        PageRequest::page("bai-viet/bai-1/"),
        explore("so-sanh/", "don-vi=x"),
        PageRequest::page(""),
    ]
}

#[test]
fn full_program_answers_everything_from_one_corpus() {
    for files in [&*SMALL, &*SINGLE] {
        let mut network: Network = Network::of(files);
        for (number, request) in (1..).zip(pages()) {
            assert!(network.request(number, request.clone()) == ENGINE.respond(&request), "{request:?}");
        }
        let suggest = SuggestRequest { path: String::new(), query: String::new(), text: "lao".to_owned() };
        let suggested = network.dispatch(Event::SuggestRequested(1, suggest.clone()));
        assert_eq!(suggested, [FromEngine::Suggestions(1, ENGINE.suggest(&suggest))]);
        let file = network.dispatch(Event::DownloadRequested(7, download()));
        assert_eq!(file, [FromEngine::Download(7, ENGINE.download(&download()).map(Box::new))]);
        assert_eq!(network.fetched, [Resource::Corpus]);
    }
}

fn download() -> DownloadRequest {
    DownloadRequest {
        path: "so-lieu/".to_owned(),
        query: "vai-tro=result".to_owned(),
        chart: None,
        format: DownloadFormat::Csv,
        accessed: None,
    }
}

#[test]
fn download_and_suggestions_wait_for_the_corpus() {
    let mut network: Network = Network::of(&SMALL);
    let suggest = SuggestRequest { path: String::new(), query: String::new(), text: "lao".to_owned() };
    assert_eq!(network.scheduler.handle(Event::SuggestRequested(1, suggest)).len(), 1);
    assert_eq!(network.scheduler.handle(Event::DownloadRequested(7, download())), []);
    let corpus = network.host(&Resource::Corpus).unwrap();
    let messages = network.dispatch(Event::Loaded(Resource::Corpus, corpus));
    assert!(
        matches!(messages[..], [FromEngine::Suggestions(1, _), FromEngine::Download(7, Some(_))]),
        "{messages:?}"
    );
    let mut network: Network = Network::of(&SMALL);
    network.overrides.insert(Resource::Corpus, Err(LoadFailure::Offline));
    let messages = network.dispatch(Event::DownloadRequested(7, download()));
    assert!(matches!(messages[..], [FromEngine::DownloadFailed(7, _)]), "{messages:?}");
}

#[test]
fn pages_of_the_builder_are_fetched_without_the_corpus() {
    let mut network: Network = Network::of(&SMALL);
    let page = PageRequest::page("huong-dan/");
    network.request(1, page.clone());
    assert_eq!(network.fetched, [Resource::Page(page.path.clone())]);
    network.request(2, PageRequest::page("bai-viet/bai-1/"));
    network.overrides.insert(Resource::Page("du-lieu/".to_owned()), Err(LoadFailure::NotFound));
    let response = network.request(3, PageRequest::page("du-lieu/"));
    assert!(matches!(response.view, View::Static(markup) if markup.contains("Không có trang này")));
}

#[test]
fn altered_corpus_is_fetched_again_past_all_caches() {
    let mut network: Network = Network::of(&SMALL);
    let altered = [network.host(&Resource::Corpus).unwrap().as_slice(), b" "].concat();
    let request = explore("so-lieu/", "vai-tro=target");
    let messages = network.dispatch_with(Event::PageRequested(1, request.clone()), |resource, nth| {
        (*resource == Resource::Corpus && nth == 0).then(|| Ok(altered.clone()))
    });
    assert_eq!(messages, [FromEngine::Page(1, Box::new(ENGINE.respond(&request)), "first".to_owned())]);
    assert_eq!(network.fetched, [Resource::Corpus, Resource::Edition, Resource::Corpus]);
    assert_eq!(network.warnings, [format!("/{}: content does not fit the name", SMALL.corpus[0])]);
}

#[test]
fn corpus_of_a_rebuilt_site_is_followed() {
    static LATER: LazyLock<Engine> = LazyLock::new(|| {
        let mut corpus = CATALOGUE.corpus().clone();
        corpus.articles[7].headline = "LĐLĐ một nơi khác".to_owned();
        let catalogue = Catalogue::new(corpus);
        Engine::new(SiteData::new(catalogue, VerifiedArticles::All, BasePath::new("/"), String::new()))
    });
    static LATER_FILES: LazyLock<Files> = LazyLock::new(|| Files::small(&LATER));
    let [new_name, _] = &LATER_FILES.corpus;
    // The old corpus is gone, or the host sends the new one under every name.
    for answer in [None, Some(LATER_FILES.by_path[&format!("/{new_name}")].clone())] {
        let mut network: Network = Network::of(&SMALL);
        (network.files, network.edition) = (&LATER_FILES, "second");
        let request = home("q=ldld");
        let messages = network.dispatch_with(Event::PageRequested(1, request.clone()), |resource, nth| {
            (*resource == Resource::Corpus && nth == 0).then(|| answer.clone().ok_or(LoadFailure::NotFound))
        });
        let right = FromEngine::Page(1, Box::new(LATER.respond(&request)), "second".to_owned());
        assert_eq!(messages, [right]);
    }
}

#[test]
fn list_of_verified_articles_of_another_corpus_is_dropped() {
    let nobody = VerifiedArticles::Only(Default::default());
    let unverified = Engine::new(SiteData::new(CATALOGUE.clone(), nobody, BasePath::new("/"), String::new()));
    let request = PageRequest::page("bai-viet/bai-1/");
    assert!(unverified.respond(&request) != ENGINE.respond(&request), "the list shows");
    let mut network: Network = Network::of(&SMALL);
    let edition = Edition { verified_corpus: "6f".to_owned(), ..SMALL.settings().edition };
    network.scheduler = Scheduler::new(ClientSettings { edition, ..SMALL.settings() });
    assert!(network.request(1, request.clone()) == unverified.respond(&request));
}

#[test]
fn failure_of_the_corpus_is_said_once_and_tried_again_on_request() {
    let mut network: Network = Network::of(&SMALL);
    network.overrides.insert(Resource::Corpus, Err(LoadFailure::HttpStatus(503)));
    let request = explore("so-lieu/", "vai-tro=target");
    let messages = network.dispatch(Event::PageRequested(1, request.clone()));
    assert_eq!(messages, [FromEngine::Failed(LoadFailure::HttpStatus(503))]);
    assert_eq!((network.fetched.len(), network.waited_ms), (3, 4_000), "after one second and after three");
    network.overrides.clear();
    assert!(network.request(2, request.clone()) == ENGINE.respond(&request));
}

#[test]
fn site_that_grows_is_followed_into_chunks() {
    let mut network: Network = Network::of(&SMALL);
    (network.files, network.edition) = (&super::network::FILES, "second");
    let request = explore("so-lieu/", "vai-tro=target");
    let messages = network.dispatch_with(Event::PageRequested(1, request.clone()), |resource, _| {
        (*resource == Resource::Corpus).then_some(Err(LoadFailure::NotFound))
    });
    let right = FromEngine::Page(1, Box::new(ENGINE.respond(&request)), "second".to_owned());
    assert_eq!(messages.last(), Some(&right));
}

#[test]
fn search_program_needs_one_file_for_all_searches() {
    let mut network: Network<false> = Network::of(&SMALL);
    for (number, request) in requests().iter().enumerate().step_by(5) {
        let request = home(&search_query(request));
        let response = network.request(number as u32, request.clone());
        assert_eq!(response, without_lead(ENGINE.respond(&request)), "{request:?}");
    }
    let is_index =
        |resource: &&Resource| !matches!(resource, Resource::Chunk(Chunk::PageResponse(_) | Chunk::Meta));
    assert_eq!(network.fetched.iter().find(is_index), None);
    for route in prebuilt_routes() {
        let request = PageRequest::page(&route.path());
        assert_eq!(network.request(500, request.clone()).view, ENGINE.respond(&request).view);
    }
}

#[test]
fn search_program_leaves_a_page_that_the_host_does_not_send_to_the_full_one() {
    for failure in [
        LoadFailure::Offline,
        LoadFailure::Timeout,
        LoadFailure::HttpStatus(503),
        LoadFailure::HttpStatus(403),
        LoadFailure::Corrupt,
    ] {
        let mut network: Network<false> = Network::of(&SMALL);
        let page = PageRequest::page("bai-viet/bai-1/");
        network.overrides.insert(Resource::Page(page.path.clone()), Err(failure));
        let messages = network.dispatch(Event::PageRequested(1, page.clone()));
        assert_eq!(messages, [FromEngine::NeedsFullEngine], "{failure:?}");
        network.overrides.insert(Resource::Page(page.path.clone()), Err(LoadFailure::NotFound));
        let response = network.request(2, page);
        assert!(matches!(response.view, View::Static(markup) if markup.contains("Không có trang này")));
        network.overrides.insert(Resource::Chunk(Chunk::Meta), Err(failure));
        let messages = network.dispatch(Event::PageRequested(3, home("q=ldld")));
        assert_eq!(messages, [FromEngine::NeedsFullEngine], "{failure:?}");
    }
}

#[test]
fn search_program_without_an_index_asks_for_the_full_one() {
    let mut network: Network<false> = Network::of(&SINGLE);
    assert_eq!(network.dispatch(Event::PageRequested(1, home("q=ldld"))), [FromEngine::NeedsFullEngine]);
    // A host may name such an edition later.
    let mut network: Network<false> = Network::of(&SMALL);
    network.scheduler.handle(Event::PageRequested(1, home("q=ldld")));
    let meta = Resource::Chunk(Chunk::Meta);
    network.scheduler.handle(Event::LoadFailed(meta, LoadFailure::NotFound));
    let messages = network.dispatch(loaded(Resource::Edition, SINGLE.edition_file("second").into()));
    assert_eq!(messages, [FromEngine::NeedsFullEngine]);
    assert_eq!(network.fetched, []);
}
