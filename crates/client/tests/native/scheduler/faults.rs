//! Every source × every fault × every order in which faults come: few requests, always an answer or a message, and the right
//! answer once the host is well.

use thidua_client::{DownloadFormat, DownloadRequest, Event, FromEngine, LoadFailure, PageRequest, Resource};
use thidua_pages::selection;
use thidua_search::index_format::Chunk;

use super::network::{ENGINE, FILES, Network, explore, home, manifest};

/// A host that gives this in place of a file.
type Fault = Result<Vec<u8>, LoadFailure>;

fn faults() -> Vec<Fault> {
    let statuses = [403, 429, 503].map(|status| Err(LoadFailure::HttpStatus(status)));
    let others = [LoadFailure::Offline, LoadFailure::Timeout, LoadFailure::NotFound].map(Err);
    let contents = ["", "<!doctype html><title>Wi-Fi</title>"].map(|text| Ok(text.into()));
    statuses.into_iter().chain(others).chain(contents).collect()
}

/// An order, and whether the request after so many meets the fault.
type Order = (&'static str, fn(usize) -> bool);

/// Which of the requests for a source meet a fault.
const ORDERS: [Order; 4] = [
    ("always", |_| true),
    ("once", |nth| nth == 0),
    ("twice", |nth| nth < 2),
    ("by turns", |nth| nth % 2 == 0),
];

/// What can be the matter with the manifest at the same time.
fn manifests() -> Vec<(&'static str, Option<Fault>)> {
    let other = manifest("other", &FILES.name, "corpus-2.json").into_bytes();
    vec![
        ("fine", None),
        ("another edition", Some(Ok(other))),
        ("garbage", Some(Ok(b"zzz".to_vec()))),
        ("empty", Some(Ok(Vec::new()))),
        ("a portal", Some(Ok(b"<!doctype html>".to_vec()))),
        ("missing", Some(Err(LoadFailure::NotFound))),
        ("503", Some(Err(LoadFailure::HttpStatus(503)))),
        ("hanging", Some(Err(LoadFailure::Timeout))),
        ("unreachable", Some(Err(LoadFailure::Offline))),
    ]
}

/// A kind of source, and whether a source is of it.
type Kind = (&'static str, fn(&Resource) -> bool);

/// What is asked, and the kinds of sources that it needs.
fn questions() -> Vec<(PageRequest, Vec<Kind>)> {
    fn chunk(resource: &Resource, is_it: fn(&Chunk) -> bool) -> bool {
        matches!(resource, Resource::Chunk(chunk) if is_it(chunk))
    }
    let search: Vec<Kind> = vec![
        ("start", |s| chunk(s, |p| matches!(p, Chunk::Meta))),
        ("words", |s| chunk(s, |p| matches!(p, Chunk::Postings(_)))),
        ("texts", |s| chunk(s, |p| matches!(p, Chunk::Texts(_)))),
        ("every piece", |s| chunk(s, |_| true)),
    ];
    let figures: Vec<Kind> = vec![
        ("figures", |s| chunk(s, |p| matches!(p, Chunk::Figures))),
        ("facts", |s| chunk(s, |p| matches!(p, Chunk::Facts(_)))),
    ];
    vec![
        (PageRequest::page(""), vec![("answer", |s| chunk(s, |p| matches!(p, Chunk::PageResponse(_))))]),
        (home("q=ldld"), search),
        (explore("so-lieu/", "vai-tro=target"), figures),
        (PageRequest::page("bai-viet/bai-1/"), vec![("page", |s| matches!(s, Resource::Page(_)))]),
    ]
}

/// Requests of a question or a file whatever the fault, beyond those without one. Two probes of a host that reports errors,
/// a manifest that is looked at and probed twice, and a damaged file that is fetched once more past the caches.
const MORE: usize = 12;
/// Milliseconds until the reader is told, without those of a request that hangs.
const MOST_WAITED: u32 = 4_500;

#[test]
fn any_fault_ends_with_a_reply_after_few_requests() {
    for (ask, kinds) in questions() {
        let clean = {
            let mut network = Network::new();
            network.request(1, ask.clone());
            network.fetched.len()
        };
        let right = ENGINE.respond(&ask);
        for (kind, is_of_kind) in kinds {
            for fault in faults() {
                let results_are_sorted_by_every_sort_order =
                    ORDERS.iter().map(|(order, is_due)| (*order, *is_due, "fine", None));
                let manifests = manifests().into_iter().skip(1);
                let always = manifests.map(|(said_by, manifest)| ("always", ORDERS[0].1, said_by, manifest));
                for (order, is_due, said_by, manifest) in results_are_sorted_by_every_sort_order.chain(always)
                {
                    let what = format!("{ask:?}: {kind} is {fault:?} {order}, manifest {said_by}");
                    let mut network = Network::new();
                    let give = |resource: &Resource, nth: usize| match resource {
                        Resource::Manifest => manifest.clone(),
                        _ => (is_of_kind(resource) && is_due(nth)).then(|| fault.clone()),
                    };
                    let said = network.dispatch_with(Event::PageRequested(1, ask.clone()), give);
                    let is_told =
                        matches!(said.last(), Some(FromEngine::Page(1, ..) | FromEngine::Failed(_)));
                    assert!(is_told, "{what}: {said:?}");
                    // Where the manifest names another edition, everything is fetched twice.
                    let bound = 2 * clean + MORE;
                    assert!(network.fetched.len() <= bound, "{what}: {:?}", network.fetched);
                    assert!(network.waited_ms <= MOST_WAITED, "{what}: {} ms", network.waited_ms);
                    if said_by == "fine" || said_by == "a portal" {
                        assert!(
                            network.request(2, ask.clone()) == right,
                            "{what}: it mends when asked again"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn any_fault_during_a_download_ends_it_after_few_requests() {
    let list = |path: &str, query: &str| DownloadRequest {
        path: path.to_owned(),
        query: query.to_owned(),
        chart: None,
        format: DownloadFormat::Csv,
    };
    let chart = || {
        let route = thidua_pages::route::Route::parse("bai-viet/bai-1/");
        let charts = selection::charts_of_view(
            &ENGINE.site().page_context(route.lang),
            thidua_pages::url_state::PageView::new(&route.page),
        );
        charts
            .first()
            .map(|chart| DownloadRequest { chart: Some(chart.id.clone()), ..list("bai-viet/bai-1/", "") })
    };
    let files = [list("so-lieu/", "vai-tro=result"), list("", "q=ldld")].into_iter().chain(chart());
    for wanted in files {
        for fault in faults() {
            for (said_by, manifest) in manifests() {
                let mut network = Network::new();
                let give = |resource: &Resource, _: usize| match resource {
                    Resource::Manifest => manifest.clone(),
                    _ => Some(fault.clone()),
                };
                let what = format!("{wanted:?}: {fault:?}, manifest {said_by}");
                let said = network.dispatch_with(Event::DownloadRequested(3, wanted.clone()), give);
                assert!(matches!(said.last(), Some(FromEngine::DownloadFailed(3, _))), "{what}: {said:?}");
                assert!(network.fetched.len() <= MORE, "{what}: {:?}", network.fetched);
                let said = network.dispatch(Event::DownloadRequested(3, wanted.clone()));
                assert!(matches!(said.last(), Some(FromEngine::Download(3, Some(_)))), "{what}: {said:?}");
            }
        }
    }
}

#[test]
fn many_page_requests_on_a_broken_host_cost_few_fetches_each() {
    let mut network = Network::in_use();
    for number in 0..20 {
        network.fetched.clear();
        let give = |resource: &Resource, _: usize| match resource {
            Resource::Manifest => Some(Ok(b"<!doctype html>".to_vec())),
            _ => Some(Err(LoadFailure::NotFound)),
        };
        network.dispatch_with(Event::PageRequested(10 + number, home("q=ldld")), give);
        assert!(network.fetched.len() <= MORE, "{:?}", network.fetched);
    }
}

#[test]
fn endless_edition_changes_are_given_up() {
    let mut network = Network::in_use();
    network.fetched.clear();
    let give = |resource: &Resource, nth: usize| match resource {
        Resource::Manifest => {
            Some(Ok(manifest(&format!("edition {nth}"), &FILES.name, "corpus-2.json").into()))
        }
        _ => Some(Err(LoadFailure::NotFound)),
    };
    let said = network.dispatch_with(Event::PageRequested(5, home("q=ldld")), give);
    assert!(matches!(said.last(), Some(FromEngine::Page(5, ..))), "{said:?}");
    assert!(network.fetched.len() < 20, "{:?}", network.fetched);
}

#[test]
fn redirect_loop_is_given_up() {
    let mut network = Network::in_use();
    let moved = |to: &str| Some(Ok(format!("<meta http-equiv=\"refresh\" content=\"0; url=/{to}\">").into()));
    let give = |resource: &Resource, _: usize| match resource {
        Resource::Page(path) if path == "bai-viet/a/" => moved("bai-viet/b/"),
        Resource::Page(_) => moved("bai-viet/a/"),
        _ => None,
    };
    let said = network.dispatch_with(Event::PageRequested(5, PageRequest::page("bai-viet/a/")), give);
    assert!(matches!(said.last(), Some(FromEngine::Page(5, ..))), "{said:?}");
}

#[test]
fn http_statuses_are_reported_by_kind() {
    for (trouble, words) in [
        (LoadFailure::HttpStatus(403), "không cho mở (403)"),
        (LoadFailure::HttpStatus(429), "quá nhiều yêu cầu (429)"),
        (LoadFailure::HttpStatus(500), "báo lỗi (500)"),
        (LoadFailure::HttpStatus(503), "báo lỗi (503)"),
        (LoadFailure::Timeout, "chưa trả lời"),
        (LoadFailure::Offline, "Không có mạng"),
        (LoadFailure::Corrupt, "Không tải được"),
        (LoadFailure::NotFound, "Không có trang này"),
    ] {
        let mut network = Network::in_use();
        network.overrides.insert(Resource::Page("bai-viet/bai-1/".to_owned()), Err(trouble));
        let answer = network.request(5, PageRequest::page("bai-viet/bai-1/"));
        let told = format!("{answer:?}");
        assert!(told.contains(words), "{told}");
        assert_eq!(told.contains("Không có trang này"), trouble == LoadFailure::NotFound, "{told}");
    }
}
