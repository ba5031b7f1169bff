//! A page stays open while its site is rebuilt again and again.

use std::sync::LazyLock;

use thidua_client::{Engine, Event, FromEngine, PageRequest, Resource, View};
use thidua_core::corpus::Catalogue;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_sample::variants::CATALOGUE;

use super::network::{ENGINE, Files, Network, SMALL, explore, home, without_lead};

/// A build with its number in every headline.
fn build(number: usize) -> Engine {
    let mut corpus = CATALOGUE.corpus().clone();
    for article in &mut corpus.articles {
        article.headline = format!("{} bản {number}", article.headline);
    }
    Engine::new(SiteData::new(
        Catalogue::new(corpus),
        VerifiedArticles::All,
        BasePath::new("/"),
        String::new(),
    ))
}

/// An engine, its files and the id of its edition.
type Build = (&'static LazyLock<Engine>, &'static LazyLock<Files>, &'static str);

static ENGINES: [LazyLock<Engine>; 3] =
    [LazyLock::new(|| build(2)), LazyLock::new(|| build(3)), LazyLock::new(|| build(4))];
static FILES: [LazyLock<Files>; 3] = [
    LazyLock::new(|| Files::of(&ENGINES[0])),
    LazyLock::new(|| Files::of(&ENGINES[1])),
    LazyLock::new(|| Files::of(&ENGINES[2])),
];

fn builds() -> [Build; 3] {
    [
        (&ENGINES[0], &FILES[0], "second"),
        (&ENGINES[1], &FILES[1], "third"),
        (&ENGINES[2], &FILES[2], "fourth"),
    ]
}

#[test]
fn every_rebuild_is_followed() {
    let mut network = Network::in_use();
    let page = PageRequest::page("bai-viet/bai-1/");
    network.request(3, page.clone());
    for (at, (engine, files, name)) in builds().into_iter().enumerate() {
        (network.engine, network.files, network.edition) = (engine, files, name);
        let query = home(["q=ldld", "q=hoi+thi", "q=an+toan"][at]);
        assert_eq!(network.request(10, query.clone()), engine.respond(&query), "{name}");
        // A page that was open in the first build.
        assert_eq!(network.request(11, page.clone()).view, engine.respond(&page).view, "{name}");
        let figures = explore("so-lieu/", "vai-tro=target");
        assert!(network.request(12, figures.clone()) == engine.respond(&figures), "{name}");
        let plain = PageRequest::page("");
        assert_eq!(network.request(13, plain.clone()), engine.respond(&plain), "{name}");
    }
}

#[test]
fn rebuild_during_a_rebuild_is_followed() {
    let mut network = Network::in_use();
    let [second, third, _] = builds();
    (network.engine, network.files, network.edition) = third;
    // The host is between two builds: at first it names an edition whose files are gone already.
    let older = second.1.edition_file(second.2);
    let query = home("q=ldld");
    let messages = network.dispatch_with(Event::PageRequested(5, query.clone()), |resource, nth| {
        (*resource == Resource::Edition && nth == 0).then(|| Ok(older.clone().into()))
    });
    let response = Box::new(third.0.respond(&query));
    assert_eq!(messages.last(), Some(&FromEngine::Page(5, response, "third".to_owned())));
}

#[test]
fn static_page_is_fetched_again_after_leaving_it() {
    let mut network = Network::in_use();
    let page = PageRequest::page("bai-viet/bai-1/");
    network.request(3, page.clone());
    network.request(4, home("q=thi"));
    let (engine, files, name) = builds()[0];
    (network.engine, network.files, network.edition) = (engine, files, name);
    let response = network.request(5, page);
    assert!(matches!(&response.view, View::Static(markup) if markup.contains("bản 2")), "{response:?}");
}

/// Files of a small site, of a build.
fn small(engine: &'static Engine) -> &'static Files {
    Box::leak(Box::new(Files::small(engine)))
}

#[test]
fn two_rebuilds_of_a_small_site_are_followed_by_both_programs() {
    let [second, third, _] = builds();
    let (between, current) = (small(second.0), small(third.0));
    // The tab is of the first build; the host names the second at first, whose files are gone already.
    fn last_reply<const FULL: bool>(between: &Files, current: &'static Files) -> Option<FromEngine> {
        let mut network: Network<FULL> = Network::of(&SMALL);
        (network.files, network.edition) = (current, "third");
        let messages = network.dispatch_with(Event::PageRequested(5, home("q=ldld")), |resource, nth| {
            (*resource == Resource::Edition && nth == 0).then(|| Ok(between.edition_file("second").into()))
        });
        assert!(network.fetched.len() < 8, "{:?}", network.fetched);
        messages.into_iter().last()
    }
    let right = third.0.respond(&home("q=ldld"));
    for reply in [last_reply::<true>(between, current), last_reply::<false>(between, current)] {
        let Some(FromEngine::Page(5, response, edition)) = reply else { panic!("{reply:?}") };
        assert!(without_lead(*response) == without_lead(right.clone()));
        assert_eq!(edition, "third");
    }
}

#[test]
fn index_of_an_older_build_answers_under_the_name_of_its_own_edition() {
    let mut network: Network<false> = Network::of(&SMALL);
    network.request(1, home("q=ldld"));
    let (engine, _, name) = builds()[0];
    (network.files, network.edition) = (small(engine), name);
    let messages = network.dispatch(Event::PageRequested(2, home("q=hoi+thi")));
    let right = without_lead(ENGINE.respond(&home("q=hoi+thi")));
    assert_eq!(messages, [FromEngine::Page(2, Box::new(right), "first".to_owned())]);
}
