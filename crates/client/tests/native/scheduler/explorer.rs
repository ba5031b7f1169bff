//! The explorer over chunks of figures and facts.

use proptest::prelude::*;

use thidua_chart::chart_dependencies;
use thidua_client::{Action, Event, FromEngine, LoadFailure, PageResponse, Resource, View};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::comparison::offered_measures;
use thidua_pages::html::filter_controls;
use thidua_pages::site_model::SiteData;
use thidua_pages::url_state::{ComparisonQuery, FigureColumn};
use thidua_pages::view_content;
use thidua_search::index_format::{Chunk, EncodedChunk, FigureChunks, FigureIndex, chunk_content};

use super::network::{ENGINE, Network, explore, home};

/// Bytes of a chunk of the explorer or of facts.
fn content(chunk: Chunk) -> Vec<u8> {
    let encoded = figures().into_iter().find(|encoded| encoded.chunk == chunk).unwrap();
    chunk_content(chunk, encoded.hash, &encoded.bytes).unwrap().to_vec()
}

fn figures() -> Vec<EncodedChunk> {
    let SiteData { catalogue, figures, .. } = ENGINE.site();
    FigureChunks::new(catalogue, figures, chart_dependencies(catalogue)).encode().unwrap()
}

/// Query strings with one and two filter values, some with page numbers.
fn views() -> Vec<String> {
    let ctx = ENGINE.site().page_context(Lang::Vi);
    let values = |query: &str| -> Vec<String> {
        let explored = view_content::explorer_state(&ctx, query);
        let options =
            filter_controls::filter_controls(&ctx, &explored, None).into_iter().flat_map(|filter_control| {
                let options = filter_control.options.into_iter().skip(1);
                options.map(move |option| (filter_control.property, option.value))
            });
        options.map(|(property, value)| explored.filter.with(property, &value).query()).collect()
    };
    let mut views = values("");
    for query in values("").iter().step_by(5) {
        views.extend(values(query).into_iter().step_by(4));
    }
    views.extend(
        ["trang=2", "vai-tro=result&trang=2", "vai-tro=result&trang=9", "x=1", "don-vi=%3Cb%3E", "nam=1"]
            .map(str::to_owned),
    );
    // Sorted by names, years and values of articles that are not loaded, and as charts.
    for order in FigureColumn::ALL {
        for direction in ["", "-"] {
            let order = order.slug();
            views.extend(
                ["", "&trang=3", "&vai-tro=result&xem=bieu-do"]
                    .map(|and| format!("xep={direction}{order}{and}")),
            );
        }
    }
    views
}

#[test]
fn explorer_views_equal_those_of_the_full_engine_with_few_fetches() {
    let mut network = Network::new();
    let views = views();
    assert!(views.len() > 200, "{}", views.len());
    let shares = ENGINE.site().catalogue.figures().filter(|found| found.figure.part_of.is_some()).count();
    assert!(shares > 1, "shares are drawn with their wholes");
    for (number, query) in views.iter().enumerate() {
        for path in ["so-lieu/", "en/so-lieu/", "nhung/"] {
            if number % 3 > 0 && path != "so-lieu/" {
                continue;
            }
            let request = explore(path, query);
            network.fetched.clear();
            assert!(
                network.request(number as u32, request.clone()) == ENGINE.respond(&request),
                "{path}?{query}"
            );
            let allowed = |resource: &Resource| {
                matches!(resource, Resource::Chunk(Chunk::Figures | Chunk::Facts(_) | Chunk::PageResponse(_)))
            };
            assert!(network.fetched.iter().all(allowed), "{query}: {:?}", network.fetched);
        }
    }
    let few = explore("so-lieu/", "don-vi=ldld-ha-dong&vai-tro=plan");
    let mut network = Network::new();
    network.request(1, few);
    assert!(network.fetched.len() < 20, "{:?}", network.fetched);
}

/// Addresses of comparisons: of every measure that the corpus offers, of campaigns, with organisations, and broken ones.
pub fn comparisons() -> Vec<String> {
    let ctx = ENGINE.site().page_context(Lang::Vi);
    let offered = offered_measures(&ctx, None);
    assert!(offered.len() > 20, "{}", offered.len());
    let mut queries: Vec<String> = offered.iter().step_by(4).map(|one| one.query.query()).collect();
    let organisation = &ENGINE.site().catalogue.organisations()[0].id;
    queries.extend(
        offered.iter().step_by(9).map(|one| one.query.with_organisation(organisation.clone()).query()),
    );
    let campaigns = ENGINE.site().catalogue.campaigns().iter().step_by(7);
    queries.extend(campaigns.map(|campaign| ComparisonQuery::of_campaign(campaign.id.clone()).query()));
    queries
        .extend(["tim=lao+dong", "nam=2015", "phong-trao=%3Cb%3E&dem=x&vai-tro=result"].map(str::to_owned));
    queries
}

#[test]
fn comparisons_equal_those_of_the_full_engine() {
    let mut network = Network::new();
    for (number, query) in comparisons().iter().enumerate() {
        for path in ["so-sanh/", "en/so-sanh/"] {
            let request = explore(path, query);
            assert!(
                network.request(number as u32, request.clone()) == ENGINE.respond(&request),
                "{path}?{query}"
            );
        }
    }
    // Without a query the built page is the answer.
    network.fetched.clear();
    network.request(900, explore("so-sanh/", ""));
    assert_eq!(network.fetched, [Resource::Page("so-sanh/".to_owned())]);
}

#[test]
fn comparison_with_missing_facts_says_so_instead_of_showing_a_part() {
    let mut network = Network::new();
    network.request(1, explore("so-lieu/", "vai-tro=plan"));
    for number in 0..30 {
        network.overrides.insert(Resource::Chunk(Chunk::Facts(number)), Err(LoadFailure::Offline));
    }
    let response = network.request(2, explore("so-sanh/", &comparisons()[0]));
    let View::Static(markup) = &response.view else { panic!("{:?}", response.view) };
    assert!(markup.contains("role=\"alert\"") && !markup.contains("<table"), "{markup}");
}

fn rows(response: &PageResponse) -> (&str, &str) {
    match &response.view {
        View::Explorer(explorer) => (&explorer.count, &explorer.rows),
        _ => panic!("not the explorer"),
    }
}

#[test]
fn counts_come_before_rows_and_newer_selection_cancels_older_fetches() {
    let mut network = Network::new();
    let (one, other) = (explore("so-lieu/", "vai-tro=target"), explore("so-lieu/", "nam=2015"));
    let first_actions = network.scheduler.handle(Event::PageRequested(1, one.clone()));
    let figures = Resource::Chunk(Chunk::Figures);
    let bytes = network.host(&figures).unwrap();
    let actions = network.scheduler.handle(Event::Loaded(figures.clone(), bytes.clone()));
    let fetched: Vec<&Resource> = actions
        .iter()
        .filter_map(|a| if let Action::Fetch(resource) = a { Some(resource) } else { None })
        .collect();
    assert!(!fetched.is_empty());
    let timer = first_actions
        .iter()
        .find_map(|a| if let Action::SetTimer(timer, 1..500) = a { Some(*timer) } else { None });
    let timer = timer.unwrap();
    let messages = network.scheduler.handle(Event::TimerFired(timer));
    let [Action::Reply(message)] = &messages[..] else { panic!("{messages:?}") };
    // If the first chunk was slow, the rest do not wait for another pause.
    let mut slow = Network::new();
    slow.scheduler.handle(Event::PageRequested(1, one.clone()));
    assert_eq!(slow.scheduler.handle(Event::TimerFired(timer)), []);
    assert!(slow.scheduler.handle(Event::Loaded(figures, bytes)).contains(&messages[0]));
    let FromEngine::Page(1, early, _) = &**message else { panic!("{message:?}") };
    let whole = ENGINE.respond(&one);
    assert_eq!(rows(early).0, rows(&whole).0, "counts are correct at once");
    assert!(rows(early).1.contains("Đang tải"), "the rows are shown as loading");
    let (View::Explorer(early), View::Explorer(whole)) = (&early.view, &whole.view) else { panic!() };
    assert_eq!(early.filter_controls, whole.filter_controls);
    let actions = network.scheduler.handle(Event::PageRequested(2, other));
    let dropped = |resource: &Resource| actions.contains(&Action::Cancel(resource.clone()));
    assert!(fetched.iter().any(|resource| dropped(resource)), "{actions:?}");
}

#[test]
fn failed_facts_leave_counts_with_a_message() {
    let mut network = Network::new();
    network.request(1, explore("so-lieu/", "vai-tro=plan"));
    let request = explore("so-lieu/", "vai-tro=target");
    for (bad, words) in [
        (Err(LoadFailure::Offline), "Không có mạng"),
        (Err(LoadFailure::NotFound), "Không tải được"),
        (Ok(b"<!DOCTYPE html>".to_vec()), "Không tải được"),
        (Ok(EncodedChunk::new(Chunk::Facts(0), b"[]").bytes), "Không tải được"),
    ] {
        let mut network = Network::new();
        for number in 0..30 {
            network.overrides.insert(Resource::Chunk(Chunk::Facts(number)), bad.clone());
        }
        let response = network.request(5, request.clone());
        assert_eq!(rows(&response).0, rows(&ENGINE.respond(&request)).0);
        assert!(
            rows(&response).1.contains("role=\"alert\"") && rows(&response).1.contains(words),
            "{response:?}"
        );
        network.overrides.clear();
        assert!(network.request(6, request.clone()) == ENGINE.respond(&request), "it recovers on retry");
    }
    let mut fresh = Network::new();
    fresh.request(1, home(""));
    fresh.overrides.insert(Resource::Chunk(Chunk::Figures), Err(LoadFailure::Offline));
    let response = fresh.request(2, request.clone());
    assert!(
        matches!(&response.view, View::Static(markup) if markup.contains("Không có mạng")),
        "{response:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn corrupt_figure_chunks_are_refused_without_panic(which in 0_usize..3, at in 0.0_f64..1.0, bit in 0_u8..8) {
        let chunk = [Chunk::Figures, Chunk::Facts(3), Chunk::BulkFacts(0)][which];
        let mut content = content(chunk);
        let at = (content.len() as f64 * at) as usize;
        prop_assert!(FigureIndex::read(&content[..at]).is_err());
        content[at] ^= 1 << bit;
        if let Ok(figures) = FigureIndex::read(&content) {
            let query = thidua_pages::url_state::FigureFilter::parse("vai-tro=target");
            let choice = query.apply(&figures.table, &figures.names);
            prop_assert!(choice.figures.len() <= figures.table.len());
        }
    }
}

#[test]
fn figure_index_agrees_with_the_catalogue() {
    let SiteData { catalogue, figures, .. } = ENGINE.site();
    let read = FigureIndex::read(&content(Chunk::Figures)).unwrap();
    assert_eq!(read.table, **figures);
    assert_eq!(read.companions, chart_dependencies(catalogue));
    let names = |catalogue: &Catalogue| -> Vec<String> {
        let organisations = catalogue.organisations().iter().map(|o| o.name.clone());
        organisations.chain(catalogue.campaigns().iter().map(|c| c.name.clone())).collect()
    };
    assert_eq!(names(&read.names), names(catalogue));
    assert_eq!(read.names.totals(), catalogue.totals());
    assert!((0..figures.articles()).any(|article| !read.companions.row(article).is_empty()));
    assert!((0..figures.articles()).any(|article| !read.phase_campaigns.row(article).is_empty()));
}
