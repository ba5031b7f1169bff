//! Downloads of every page of every corpus are read by another program, and contain no address without a host.

#![allow(clippy::string_slice, reason = "helpers of tests may fail as tests do")]

use roxmltree::Document;

use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::download::{DownloadFile, DownloadFormat, page_file};
use thidua_pages::route::{BasePath, Page, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::PageView;
use thidua_pages::{html, view_content};
use thidua_sample::bundled::{bundled, poisoned};
use thidua_sample::{Recipe, sample};

use crate::site;

const ORIGIN: &str = "https://thi-dua.example";
const FORMATS: [DownloadFormat; 6] = [
    DownloadFormat::Svg,
    DownloadFormat::Csv,
    DownloadFormat::Citations(thidua_cite::CitationFormat::BibTex),
    DownloadFormat::Citations(thidua_cite::CitationFormat::Ris),
    DownloadFormat::Citations(thidua_cite::CitationFormat::CslJson),
    DownloadFormat::CitationLines,
];

fn corpora() -> Vec<(&'static str, Catalogue)> {
    let drawn = sample(&Recipe { articles: 12, seed: 9, bodies: false }, &[]).corpus;
    vec![
        ("bundled", site(&bundled()).catalogue),
        ("hostile", site(&poisoned()).catalogue),
        ("drawn", Catalogue::new(drawn)),
    ]
}

/// All files that some page offers.
fn offered(site: &SiteData) -> Vec<DownloadFile> {
    let of_route = |route: Route| {
        let (ctx, page) = (site.page_context(route.lang), route.page);
        let place = PageView::new(&page);
        let mut files: Vec<DownloadFile> = FORMATS
            .into_iter()
            .filter_map(|format| page_file::page_file(&ctx, place, None, format))
            .collect();
        for chart in view_content::charts_of_view(&ctx, place) {
            let formats = [DownloadFormat::Svg, DownloadFormat::Csv].into_iter();
            files.extend(
                formats.filter_map(|format| page_file::page_file(&ctx, place, Some(&chart.id), format)),
            );
        }
        files
    };
    let is_offering = |route: &Route| !matches!(route.page, Page::Figure(_));
    Route::all(&site.catalogue).into_iter().filter(is_offering).flat_map(of_route).collect()
}

/// Opens a file with a library for its format.
fn open(file: &DownloadFile) {
    let DownloadFile { name, text, .. } = file;
    let kind = name.rsplit('.').next().unwrap();
    match kind {
        "svg" => {
            let picture = Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            for link in picture.descendants().filter_map(|node| node.attribute("href")) {
                assert!(link.starts_with("https://"), "{name}: {link}");
            }
        }
        "csv" => {
            let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
            let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
            let rows = reader.records().map(|row| row.unwrap_or_else(|error| panic!("{name}: {error}")));
            assert!(rows.count() > 0, "{name}");
        }
        "json" => {
            let items: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
            assert!(!items.is_empty());
        }
        "bib" => {
            let depth = text.chars().try_fold(0_u32, |depth, c| match c {
                '{' => Some(depth + 1),
                '}' => depth.checked_sub(1),
                _ => Some(depth),
            });
            assert_eq!(depth, Some(0), "{name}: braces balance");
        }
        "ris" => {
            let is_line = |line: &str| line.get(2..6) == Some("  - ");
            assert!(text.split_terminator("\r\n").all(is_line), "{name}");
        }
        "txt" => assert!(text.ends_with('\n')),
        other => panic!("{name}: no program knows .{other}"),
    }
}

#[test]
fn downloads_of_every_page_are_readable_and_have_absolute_addresses() {
    for (corpus, catalogue) in corpora() {
        let site = SiteData::new(catalogue, VerifiedArticles::All, BasePath::new("/kho/"), ORIGIN.into());
        let files = offered(&site);
        assert!(files.len() > 50, "{corpus}: {} files", files.len());
        for file in files {
            open(&file);
            let places = file.text.match_indices("/kho/");
            let without = places.filter(|(at, _)| !file.text[..*at].ends_with(ORIGIN)).count();
            assert_eq!(without, 0, "{corpus}, {}: an address without a host", file.name);
        }
    }
}

/// Without a known origin, no address is written rather than half of one.
#[test]
fn downloads_without_a_known_origin_contain_no_address() {
    for (corpus, catalogue) in corpora() {
        let site = SiteData::new(catalogue, VerifiedArticles::All, BasePath::new("/kho/"), String::new());
        for file in offered(&site) {
            open(&file);
            assert!(!file.text.contains("/kho/"), "{corpus}, {}: an address without a host", file.name);
        }
    }
}

/// A site that is one file: its addresses are those of the file, or of the published site if that is known.
#[test]
fn addresses_in_a_single_file_site_lead_to_the_published_site_or_the_file() {
    let catalogue = || site(&bundled()).catalogue;
    let id = catalogue().articles()[0].id.clone();
    let lines = |origin: &str, is_addressed: bool| {
        let data =
            SiteData::new(catalogue(), VerifiedArticles::All, BasePath::new(BasePath::HASH), origin.into());
        let site = SiteData { is_addressed, ..data };
        let page = Page::Home;
        page_file::page_file(
            &site.page_context(Lang::Vi),
            PageView::new(&page),
            None,
            DownloadFormat::CitationLines,
        )
        .unwrap()
        .text
    };
    let published = lines("https://thi-dua.example/kho", true);
    assert!(published.contains(&format!(" https://thi-dua.example/kho/bai-viet/{id}/")), "{published}");
    let on_a_host = lines("https://host.example/a/thi-dua.html", false);
    assert!(
        on_a_host.contains(&format!(" https://host.example/a/thi-dua.html#/bai-viet/{id}/")),
        "{on_a_host}"
    );
    assert!(!lines("", false).contains("#/"));
}

/// In the markup of a site without a known origin, a placeholder stands before every address that is text.
#[test]
fn pages_without_a_known_origin_have_a_placeholder_before_every_copied_address() {
    let site = site(&bundled());
    for route in Route::all(&site.catalogue) {
        let Some(page) = html::page(&site.page_context(route.lang), &route.page) else { continue };
        let html = page.into_string();
        assert!(!html.contains(".invalid"), "{}", route.path());
        for (at, _) in html.match_indices("/kho/") {
            let before = &html[..at];
            let is_attribute = before.ends_with('"') || before.ends_with("&quot;");
            assert!(
                is_attribute || before.ends_with("<span data-host></span>"),
                "{}: …{}",
                route.path(),
                &html[at.saturating_sub(60)..at + 40]
            );
        }
    }
}

/// Numbers of a spreadsheet file are numbers in the locale of its language.
#[test]
fn csv_decimals_follow_the_language_of_the_file() {
    let mut corpus = site(&bundled()).catalogue.corpus().clone();
    for (figure, value) in
        corpus.articles.iter_mut().flat_map(|a| &mut a.figures).zip(["12.5", "0.05", "102.5", "1250"])
    {
        figure.value = value.parse().unwrap();
    }
    let site =
        SiteData::new(Catalogue::new(corpus), VerifiedArticles::All, BasePath::new("/"), ORIGIN.into());
    for (lang, column, expected) in [
        (Lang::Vi, "Giá trị", ["12,5", "0,05", "102,5", "1250"]),
        (Lang::En, "Value", ["12.5", "0.05", "102.5", "1250"]),
    ] {
        let text = page_file::page_file(
            &site.page_context(lang),
            PageView::new(&Page::Figures),
            None,
            DownloadFormat::Csv,
        )
        .unwrap()
        .text;
        let mut reader =
            csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let at = reader.headers().unwrap().iter().position(|heading| heading == column).unwrap();
        let values: Vec<String> = reader.records().map(|row| row.unwrap()[at].to_owned()).collect();
        for value in expected {
            assert!(values.iter().any(|other| other == value), "{value} among {values:?}");
        }
        if lang == Lang::Vi {
            assert!(text.contains("\"12,5\""), "quoted, since the comma separates");
        }
    }
}
