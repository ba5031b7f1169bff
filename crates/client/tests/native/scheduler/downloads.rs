//! Downloads, which the scheduler assembles from chunks.

use std::sync::LazyLock;

use thidua_cite::{AccessDate, CitationFormat};
use thidua_client::{
    Action, DownloadError, DownloadFile, DownloadFormat, DownloadRequest, Engine, Event, FromEngine,
    LoadFailure, Resource,
};
use thidua_core::domain::Lang;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::PageView;
use thidua_pages::view_content;
use thidua_sample::variants::many_times;
use thidua_search::index_format::Chunk;

use super::explorer::comparisons;
use super::network::{ENGINE, Files, Network, explore, home};

fn wanted(path: &str, query: &str, chart: Option<&str>, format: DownloadFormat) -> DownloadRequest {
    DownloadRequest {
        path: path.to_owned(),
        query: query.to_owned(),
        chart: chart.map(str::to_owned),
        format,
        accessed: Some(AccessDate { year: 2026, month: 1, day: 9 }),
    }
}

/// The parts of a downloaded file joined.
fn joined(messages: &[FromEngine]) -> Option<DownloadFile> {
    let mut before = String::new();
    for message in messages {
        match message {
            FromEngine::DownloadPart(3, part) => {
                assert!(part.done < part.total);
                before.push_str(&part.text);
            }
            FromEngine::Download(3, file) => {
                return file
                    .as_ref()
                    .map(|file| DownloadFile { text: before + &file.text, ..(**file).clone() });
            }
            other => panic!("{other:?}"),
        }
    }
    panic!("no end: {messages:?}")
}

const LISTS: [DownloadFormat; 7] = [
    DownloadFormat::PlainCsv,
    DownloadFormat::Workbook,
    DownloadFormat::Csv,
    DownloadFormat::CitationLines,
    DownloadFormat::Citations(CitationFormat::BibTex),
    DownloadFormat::Citations(CitationFormat::Ris),
    DownloadFormat::Citations(CitationFormat::CslJson),
];

#[test]
fn downloaded_lists_equal_those_of_the_full_engine() {
    let mut network = Network::in_use();
    let searches = ["q=ldld", "q=sang+kien&xep=oldest", "nam=2015", "q=xyzq", "q=cong+nhan+gioi&cap=city"];
    let choices = ["vai-tro=result", "don-vi=ldld-ha-dong", "cap=city&trang=2", "nam=1", "don-vi=%3Cb%3E"];
    let searches = searches.iter().flat_map(|query| [("", query), ("en/", query)]);
    let choices = choices.iter().flat_map(|query| [("so-lieu/", query), ("en/so-lieu/", query)]);
    let mut written = 0;
    for (path, query) in searches.chain(choices) {
        for format in LISTS {
            let wanted = wanted(path, query, None, format);
            let file = joined(&network.dispatch(Event::DownloadRequested(3, wanted.clone())));
            assert!(file == ENGINE.download(&wanted), "{wanted:?}");
            written += usize::from(file.is_some());
        }
    }
    assert!(written > 50, "{written}");
    let mut written = 0;
    for query in comparisons().iter().step_by(3) {
        for format in LISTS {
            let wanted = wanted("so-sanh/", query, None, format);
            let file = joined(&network.dispatch(Event::DownloadRequested(3, wanted.clone())));
            assert!(file == ENGINE.download(&wanted), "{wanted:?}");
            written += usize::from(file.is_some());
        }
    }
    assert!(written > 20, "{written}");
    // Pages of campaigns and organisations offer the figures that the explorer shows for them.
    let catalogue = &ENGINE.site().catalogue;
    let campaigns = catalogue.campaigns().iter().map(|one| format!("phong-trao/{}/", one.id));
    let organisations = catalogue.organisations().iter().map(|one| format!("en/don-vi/{}/", one.id));
    let mut written = 0;
    for path in campaigns.take(12).chain(organisations.take(12)) {
        for format in LISTS {
            let wanted = wanted(&path, "", None, format);
            let file = joined(&network.dispatch(Event::DownloadRequested(3, wanted.clone())));
            assert!(file == ENGINE.download(&wanted), "{wanted:?}");
            written += usize::from(file.is_some());
        }
    }
    assert!(written > 20, "{written}");
    assert!(network.fetched.iter().all(|resource| matches!(resource, Resource::Chunk(_))));
}

#[test]
fn downloaded_charts_equal_those_of_the_full_engine() {
    let (mut network, mut taken) = (Network::new(), 0);
    let site = ENGINE.site();
    for (at, route) in Route::all(&site.catalogue).into_iter().enumerate() {
        let is_one_of_many = matches!(route.page, Page::Article(_) | Page::Figure(_));
        if is_one_of_many && at % 6 > 0 {
            continue;
        }
        for chart in view_content::charts_of_view(&site.page_context(route.lang), PageView::new(&route.page))
        {
            for format in [DownloadFormat::Svg, DownloadFormat::Csv, DownloadFormat::CitationLines] {
                let wanted = wanted(&route.path(), "", Some(&chart.id), format);
                let file = joined(&network.dispatch(Event::DownloadRequested(3, wanted.clone())));
                assert!(file == ENGINE.download(&wanted), "{wanted:?}");
                taken += usize::from(file.is_some());
            }
        }
    }
    assert!(taken > 100, "{taken}");
    for chart in view_content::charts_of_view(
        &ENGINE.site().page_context(Lang::Vi),
        PageView { page: &Page::Figures, query: "vai-tro=target" },
    ) {
        let wanted = wanted("so-lieu/", "vai-tro=target", Some(&chart.id), DownloadFormat::Svg);
        let file = joined(&network.dispatch(Event::DownloadRequested(3, wanted.clone())));
        assert!(file.is_some() && file == ENGINE.download(&wanted), "{wanted:?}");
    }
    let no_such = wanted("bai-viet/khong-co/", "", Some("x"), DownloadFormat::Svg);
    assert_eq!(joined(&network.dispatch(Event::DownloadRequested(3, no_such))), None);
}

/// Enough articles that large chunks are fetched, one after another.
static LARGE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::new(SiteData::new(many_times(12), VerifiedArticles::All, BasePath::new("/"), String::new()))
});

#[test]
fn long_lists_are_delivered_in_parts() {
    static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&LARGE));
    for (path, query) in [("so-lieu/", "vai-tro=result"), ("", "q=cong+nhan"), ("", "q=thi+dua&xep=oldest")] {
        for format in LISTS {
            let mut network: Network = Network::of(&FILES);
            let wanted = wanted(path, query, None, format);
            let messages = network.dispatch(Event::DownloadRequested(3, wanted.clone()));
            assert!(joined(&messages) == LARGE.download(&wanted), "{wanted:?}");
            let large = |s: &&Resource| matches!(s, Resource::Chunk(Chunk::BulkFacts(_)));
            assert_eq!(network.fetched.iter().filter(large).count(), 3, "{:?}", network.fetched);
            assert!(messages.len() > 1 || path.is_empty(), "parts are sent as they are ready");
        }
    }
}

#[test]
fn failed_download_is_reported_and_never_completed_from_two_editions() {
    static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&LARGE));
    let wanted = wanted("so-lieu/", "vai-tro=result", None, DownloadFormat::Csv);
    for (bad, expected) in [
        (Err(LoadFailure::Offline), DownloadError::NoNetwork),
        (Err(LoadFailure::NotFound), DownloadError::NotLoaded),
        (Ok(b"<!DOCTYPE html>".to_vec()), DownloadError::NotLoaded),
    ] {
        for at in [0, 2] {
            let mut network: Network = Network::of(&FILES);
            network.overrides.insert(Resource::Chunk(Chunk::BulkFacts(at)), bad.clone());
            let messages = network.dispatch(Event::DownloadRequested(3, wanted.clone()));
            assert!(
                matches!(messages.last(), Some(FromEngine::DownloadFailed(3, reason)) if *reason == expected),
                "{messages:?}"
            );
            network.overrides.clear();
            let messages = network.dispatch(Event::DownloadRequested(3, wanted.clone()));
            assert!(joined(&messages) == LARGE.download(&wanted), "it recovers on retry");
        }
    }
}

#[test]
fn page_request_does_not_cancel_chunks_of_a_download() {
    let mut network = Network::new();
    network.request(1, explore("so-lieu/", "vai-tro=plan"));
    let wanted = wanted("so-lieu/", "vai-tro=result", None, DownloadFormat::Csv);
    let actions = network.scheduler.handle(Event::DownloadRequested(3, wanted.clone()));
    let fetched: Vec<Resource> =
        actions.into_iter().filter_map(|a| if let Action::Fetch(s) = a { Some(s) } else { None }).collect();
    assert!(!fetched.is_empty());
    let actions = network.scheduler.handle(Event::PageRequested(2, home("")));
    assert!(!actions.iter().any(|action| matches!(action, Action::Cancel(_))), "{actions:?}");
    let mut messages = Vec::new();
    for resource in fetched {
        let bytes = network.host(&resource).unwrap();
        messages.extend(network.dispatch(Event::Loaded(resource, bytes)));
    }
    messages.retain(|message| !matches!(message, FromEngine::Page(..)));
    assert!(joined(&messages) == ENGINE.download(&wanted));
}
