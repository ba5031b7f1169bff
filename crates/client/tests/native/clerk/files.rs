//! Files that are wanted, put together of pieces.

use std::sync::LazyLock;

use thidua_cite::CitationFormat;
use thidua_client::{
    Action, Clerk, DownloadFile, DownloadFormat, Engine, Event, FromEngine, LoadFailure, Lost, Settings,
    Source, Wanted,
};
use thidua_core::domain::Lang;
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_pages::url_state::PageView;
use thidua_search::wire::Piece;

use super::network::{ENGINE, Files, Network, explore, home, settings};
use thidua_sample::variants::many_times;

fn wanted(path: &str, query: &str, chart: Option<&str>, format: DownloadFormat) -> Wanted {
    Wanted { path: path.to_owned(), query: query.to_owned(), chart: chart.map(str::to_owned), format }
}

/// The parts of a file put together.
fn put_together(said: &[FromEngine]) -> Option<DownloadFile> {
    let mut before = String::new();
    for message in said {
        match message {
            FromEngine::Part(3, part) => {
                assert!(part.done < part.of);
                before.push_str(&part.text);
            }
            FromEngine::Taken(3, file) => {
                return file
                    .as_ref()
                    .map(|file| DownloadFile { text: before + &file.text, ..(**file).clone() });
            }
            other => panic!("{other:?}"),
        }
    }
    panic!("no end: {said:?}")
}

const LISTS: [DownloadFormat; 5] = [
    DownloadFormat::Csv,
    DownloadFormat::CitationLines,
    DownloadFormat::Citations(CitationFormat::BibTex),
    DownloadFormat::Citations(CitationFormat::Ris),
    DownloadFormat::Citations(CitationFormat::CslJson),
];

#[test]
fn lists_are_those_of_the_whole() {
    let mut network = Network::in_use();
    let searches = ["q=ldld", "q=sang+kien&xep=oldest", "nam=2015", "q=xyzq", "q=cong+nhan+gioi&cap=city"];
    let choices = ["vai-tro=result", "don-vi=ldld-ha-dong", "cap=city&trang=2", "nam=1", "don-vi=%3Cb%3E"];
    let searches = searches.iter().flat_map(|query| [("", query), ("en/", query)]);
    let choices = choices.iter().flat_map(|query| [("so-lieu/", query), ("en/so-lieu/", query)]);
    let mut written = 0;
    for (path, query) in searches.chain(choices) {
        for format in LISTS {
            let wanted = wanted(path, query, None, format);
            let file = put_together(&network.tell(Event::Wanted(3, wanted.clone())));
            assert!(file == ENGINE.take(&wanted), "{wanted:?}");
            written += usize::from(file.is_some());
        }
    }
    assert!(written > 50, "{written}");
    assert!(network.fetched.iter().all(|source| matches!(source, Source::Piece(_))));
}

#[test]
fn charts_are_those_of_the_whole() {
    let (mut network, mut taken) = (Network::new(), 0);
    let site = ENGINE.site();
    for (at, route) in Route::all(&site.catalogue).into_iter().enumerate() {
        let is_one_of_many = matches!(route.page, Page::Article(_) | Page::Figure(_));
        if is_one_of_many && at % 6 > 0 {
            continue;
        }
        for chart in site.ctx(route.lang).charts_at(PageView::of(&route.page)) {
            for format in [DownloadFormat::Svg, DownloadFormat::Csv, DownloadFormat::CitationLines] {
                let wanted = wanted(&route.path(), "", Some(&chart.id), format);
                let file = put_together(&network.tell(Event::Wanted(3, wanted.clone())));
                assert!(file == ENGINE.take(&wanted), "{wanted:?}");
                taken += usize::from(file.is_some());
            }
        }
    }
    assert!(taken > 100, "{taken}");
    for chart in
        ENGINE.site().ctx(Lang::Vi).charts_at(PageView { page: &Page::Figures, query: "vai-tro=target" })
    {
        let wanted = wanted("so-lieu/", "vai-tro=target", Some(&chart.id), DownloadFormat::Svg);
        let file = put_together(&network.tell(Event::Wanted(3, wanted.clone())));
        assert!(file.is_some() && file == ENGINE.take(&wanted), "{wanted:?}");
    }
    let no_such = wanted("bai-viet/khong-co/", "", Some("x"), DownloadFormat::Svg);
    assert_eq!(put_together(&network.tell(Event::Wanted(3, no_such))), None);
}

/// Enough articles that large pieces are fetched, one after another.
static LARGE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::new(SiteData::new(many_times(12), VerifiedArticles::All, BasePath::new("/"), String::new()))
});

#[test]
fn long_lists_come_part_by_part() {
    static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&LARGE));
    let edition = Edition { index: FILES.name.to_string(), ..settings().edition };
    let settings = Settings { edition, ..settings() };
    for (path, query) in [("so-lieu/", "vai-tro=result"), ("", "q=cong+nhan"), ("", "q=thi+dua&xep=oldest")] {
        for format in LISTS {
            let mut network =
                Network { clerk: Clerk::new(settings.clone()), files: &FILES, ..Network::new() };
            let wanted = wanted(path, query, None, format);
            let said = network.tell(Event::Wanted(3, wanted.clone()));
            assert!(put_together(&said) == LARGE.take(&wanted), "{wanted:?}");
            let large = |s: &&Source| matches!(s, Source::Piece(Piece::ManyFacts(_)));
            assert_eq!(network.fetched.iter().filter(large).count(), 3, "{:?}", network.fetched);
            assert!(said.len() > 1 || path.is_empty(), "the parts are given as they come");
        }
    }
}

#[test]
fn a_file_that_cannot_be_had_is_said_and_half_of_it_is_never_kept() {
    static FILES: LazyLock<Files> = LazyLock::new(|| Files::of(&LARGE));
    let edition = Edition { index: FILES.name.to_string(), ..settings().edition };
    let settings = Settings { edition, ..settings() };
    let wanted = wanted("so-lieu/", "vai-tro=result", None, DownloadFormat::Csv);
    for (bad, lost) in [
        (Err(LoadFailure::Offline), Lost::NoNetwork),
        (Err(LoadFailure::NotFound), Lost::NotLoaded),
        (Ok(b"<!DOCTYPE html>".to_vec()), Lost::NotLoaded),
    ] {
        for at in [0, 2] {
            let mut network =
                Network { clerk: Clerk::new(settings.clone()), files: &FILES, ..Network::new() };
            network.instead.insert(Source::Piece(Piece::ManyFacts(at)), bad.clone());
            let said = network.tell(Event::Wanted(3, wanted.clone()));
            assert!(matches!(said.last(), Some(FromEngine::Lost(3, reason)) if *reason == lost), "{said:?}");
            network.instead.clear();
            let said = network.tell(Event::Wanted(3, wanted.clone()));
            assert!(put_together(&said) == LARGE.take(&wanted), "it mends when asked again");
        }
    }
}

#[test]
fn a_question_does_not_take_away_what_a_file_waits_for() {
    let mut network = Network::new();
    network.ask(1, explore("so-lieu/", "vai-tro=plan"));
    let wanted = wanted("so-lieu/", "vai-tro=result", None, DownloadFormat::Csv);
    let actions = network.clerk.hear(Event::Wanted(3, wanted.clone()));
    let fetched: Vec<Source> =
        actions.into_iter().filter_map(|a| if let Action::Fetch(s) = a { Some(s) } else { None }).collect();
    assert!(!fetched.is_empty());
    let actions = network.clerk.hear(Event::Asked(2, home("")));
    assert!(!actions.iter().any(|action| matches!(action, Action::Drop(_))), "{actions:?}");
    let mut said = Vec::new();
    for source in fetched {
        let bytes = network.host(&source).unwrap();
        said.extend(network.tell(Event::Came(source, bytes)));
    }
    said.retain(|message| !matches!(message, FromEngine::Answer(..)));
    assert!(put_together(&said) == ENGINE.take(&wanted));
}
