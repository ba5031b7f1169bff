//! Every resource × every fault × every order of faults: the number of requests is bounded, there is always a
//! response or an error message, and the response is correct once the host has recovered.

use std::sync::LazyLock;

use thidua_client::{DownloadFormat, DownloadRequest, Event, FromEngine, LoadFailure, PageRequest, Resource};
use thidua_pages::view_content;
use thidua_search::index_format::Chunk;

use super::network::{ENGINE, FILES, Files, Network, SMALL, explore, home, without_lead};

/// Result that replaces that of the host.
type Fault = Result<Vec<u8>, LoadFailure>;

fn faults() -> Vec<Fault> {
    let statuses = [403, 429, 503].map(|status| Err(LoadFailure::HttpStatus(status)));
    let others = [LoadFailure::Offline, LoadFailure::Timeout, LoadFailure::NotFound].map(Err);
    let contents = ["", "<!doctype html><title>Wi-Fi</title>"].map(|text| Ok(text.into()));
    statuses.into_iter().chain(others).chain(contents).collect()
}

/// Name of an order, and whether the nth request meets the fault.
type Order = (&'static str, fn(usize) -> bool);

/// Which requests for a resource meet a fault.
const ORDERS: [Order; 4] = [
    ("always", |_| true),
    ("once", |nth| nth == 0),
    ("twice", |nth| nth < 2),
    ("by turns", |nth| nth % 2 == 0),
];

/// Faults of the edition file that can occur at the same time.
fn edition_files(files: &Files) -> Vec<(&'static str, Option<Fault>)> {
    let other = files.edition_file("other").into_bytes();
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

/// Kind of resource, with its predicate.
type Kind = (&'static str, fn(&Resource) -> bool);

/// Requests, each with the kinds of resources that it needs.
fn requests() -> Vec<(PageRequest, Vec<Kind>)> {
    fn chunk(resource: &Resource, is_it: fn(&Chunk) -> bool) -> bool {
        matches!(resource, Resource::Chunk(chunk) if is_it(chunk))
    }
    let search: Vec<Kind> = vec![
        ("metadata", |s| chunk(s, |p| matches!(p, Chunk::Meta))),
        ("postings", |s| chunk(s, |p| matches!(p, Chunk::Postings(_)))),
        ("texts", |s| chunk(s, |p| matches!(p, Chunk::Texts(_)))),
        ("every chunk", |s| chunk(s, |_| true)),
    ];
    let figures: Vec<Kind> = vec![
        ("figures", |s| chunk(s, |p| matches!(p, Chunk::Figures))),
        ("facts", |s| chunk(s, |p| matches!(p, Chunk::Facts(_)))),
    ];
    vec![
        (
            PageRequest::page(""),
            vec![("prebuilt response", |s| chunk(s, |p| matches!(p, Chunk::PageResponse(_))))],
        ),
        (home("q=ldld"), search),
        (explore("so-lieu/", "vai-tro=target"), figures),
        (PageRequest::page("bai-viet/bai-1/"), vec![("page", |s| matches!(s, Resource::Page(_)))]),
    ]
}

/// Bound on the extra requests that faults cause, for a page or a download: two probes of a host that returns errors,
/// an edition file that is fetched and probed twice, and a corrupt file that is fetched once more without caches.
const EXTRA_REQUESTS: usize = 12;
/// Bound on the milliseconds until an error is shown, apart from requests that hang.
const MAX_WAITED_MS: u32 = 4_500;

/// The files of a site, and what is requested of it.
type Case = (&'static LazyLock<Files>, Vec<(PageRequest, Vec<Kind>)>);

fn cases() -> [Case; 2] {
    let corpus: Kind = ("corpus", |resource| *resource == Resource::Corpus);
    [(&FILES, requests()), (&SMALL, vec![(PageRequest::page("bai-viet/bai-1/"), vec![corpus])])]
}

#[test]
fn any_fault_ends_with_a_reply_after_few_requests() {
    for (files, requests) in cases() {
        for (request, kinds) in requests {
            ends_with_a_reply(files, &request, kinds);
        }
    }
}

fn ends_with_a_reply(files: &'static Files, request: &PageRequest, kinds: Vec<Kind>) {
    let clean = {
        let mut network: Network = Network::of(files);
        network.request(1, request.clone());
        network.fetched.len()
    };
    let right = without_lead(ENGINE.respond(request));
    for (kind, is_of_kind) in kinds {
        for fault in faults() {
            let orders = ORDERS.iter().map(|(order, is_due)| (*order, *is_due, "fine", None));
            let edition_files = edition_files(files).into_iter().skip(1);
            let always = edition_files
                .map(|(edition_kind, edition_file)| ("always", ORDERS[0].1, edition_kind, edition_file));
            for (order, is_due, edition_kind, edition_file) in orders.chain(always) {
                let what = format!("{request:?}: {kind} is {fault:?} {order}, edition file {edition_kind}");
                let mut network: Network = Network::of(files);
                let override_for = |resource: &Resource, nth: usize| match resource {
                    Resource::Edition => edition_file.clone(),
                    _ => (is_of_kind(resource) && is_due(nth)).then(|| fault.clone()),
                };
                let messages = network.dispatch_with(Event::PageRequested(1, request.clone()), override_for);
                let has_reply =
                    matches!(messages.last(), Some(FromEngine::Page(1, ..) | FromEngine::Failed(_)));
                assert!(has_reply, "{what}: {messages:?}");
                // If the edition file names another edition, everything is fetched twice.
                let bound = 2 * clean + EXTRA_REQUESTS;
                assert!(network.fetched.len() <= bound, "{what}: {:?}", network.fetched);
                assert!(network.waited_ms <= MAX_WAITED_MS, "{what}: {} ms", network.waited_ms);
                if edition_kind == "fine" || edition_kind == "a portal" {
                    let response = without_lead(network.request(2, request.clone()));
                    assert!(response == right, "{what}: it recovers on retry");
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
        accessed: None,
    };
    let chart = || {
        let route = thidua_pages::route::Route::parse("bai-viet/bai-1/");
        let charts = view_content::charts_of_view(
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
            for (edition_kind, edition_file) in edition_files(&FILES) {
                let mut network = Network::new();
                let override_for = |resource: &Resource, _: usize| match resource {
                    Resource::Edition => edition_file.clone(),
                    _ => Some(fault.clone()),
                };
                let what = format!("{wanted:?}: {fault:?}, edition file {edition_kind}");
                let messages =
                    network.dispatch_with(Event::DownloadRequested(3, wanted.clone()), override_for);
                assert!(
                    matches!(messages.last(), Some(FromEngine::DownloadFailed(3, _))),
                    "{what}: {messages:?}"
                );
                assert!(network.fetched.len() <= EXTRA_REQUESTS, "{what}: {:?}", network.fetched);
                let messages = network.dispatch(Event::DownloadRequested(3, wanted.clone()));
                assert!(
                    matches!(messages.last(), Some(FromEngine::Download(3, Some(_)))),
                    "{what}: {messages:?}"
                );
            }
        }
    }
}

#[test]
fn many_page_requests_on_a_broken_host_cost_few_fetches_each() {
    let mut network = Network::in_use();
    for number in 0..20 {
        network.fetched.clear();
        let override_for = |resource: &Resource, _: usize| match resource {
            Resource::Edition => Some(Ok(b"<!doctype html>".to_vec())),
            _ => Some(Err(LoadFailure::NotFound)),
        };
        network.dispatch_with(Event::PageRequested(10 + number, home("q=ldld")), override_for);
        assert!(network.fetched.len() <= EXTRA_REQUESTS, "{:?}", network.fetched);
    }
}

#[test]
fn endless_edition_changes_are_given_up() {
    let mut network = Network::in_use();
    network.fetched.clear();
    let override_for = |resource: &Resource, nth: usize| match resource {
        Resource::Edition => Some(Ok(FILES.edition_file(&format!("edition {nth}")).into())),
        _ => Some(Err(LoadFailure::NotFound)),
    };
    let messages = network.dispatch_with(Event::PageRequested(5, home("q=ldld")), override_for);
    assert!(matches!(messages.last(), Some(FromEngine::Page(5, ..))), "{messages:?}");
    assert!(network.fetched.len() < 20, "{:?}", network.fetched);
}

#[test]
fn redirect_loop_is_given_up() {
    let mut network = Network::in_use();
    let moved = |to: &str| Some(Ok(format!("<meta http-equiv=\"refresh\" content=\"0; url=/{to}\">").into()));
    let override_for = |resource: &Resource, _: usize| match resource {
        Resource::Page(path) if path == "bai-viet/a/" => moved("bai-viet/b/"),
        Resource::Page(_) => moved("bai-viet/a/"),
        _ => None,
    };
    let messages =
        network.dispatch_with(Event::PageRequested(5, PageRequest::page("bai-viet/a/")), override_for);
    assert!(matches!(messages.last(), Some(FromEngine::Page(5, ..))), "{messages:?}");
}

#[test]
fn http_statuses_are_reported_by_kind() {
    for (failure, words) in [
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
        network.overrides.insert(Resource::Page("bai-viet/bai-1/".to_owned()), Err(failure));
        let response = network.request(5, PageRequest::page("bai-viet/bai-1/"));
        let markup = format!("{response:?}");
        assert!(markup.contains(words), "{markup}");
        assert_eq!(markup.contains("Không có trang này"), failure == LoadFailure::NotFound, "{markup}");
    }
}
