//! Files of a chunked search index, and static pages that are parsed back into responses.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first error")]

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::GzDecoder;

use thidua_client::{Engine, PageRequest, PageResponse, StaticPage, View, parse_static_page};
use thidua_core::corpus::{self, BROWSER_MAX_BYTES, Catalogue};
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_search::index_format::{Chunk, IndexChunks, IndexMeta, IndexName, chunk_content};
use thidua_site::{
    DataLoading, FULL_UP_TO_ARTICLES, FULL_UP_TO_BYTES, MemorySink, SiteInput, SiteSource, build, single_file,
};

use crate::site::app;

const CORPUS: &[u8] = include_bytes!("../../../../public/corpus.json");

fn engine() -> Engine {
    let catalogue = Catalogue::new(corpus::load(CORPUS).unwrap());
    let nobody = VerifiedArticles::Only(Default::default());
    Engine::new(SiteData::new(catalogue, nobody, BasePath::new("/x/"), String::new()))
}

/// Files of a site by path.
struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    /// Builds the bundled corpus.
    fn build(loading: DataLoading) -> Site {
        let source = SiteSource::read(CORPUS.to_vec(), None).unwrap();
        let input =
            SiteInput { app: &app(), source, base: BasePath::new("/x/"), origin: String::new(), loading };
        let sink = MemorySink::default();
        build(input, &sink, &|_| {}).unwrap();
        Site(sink.into_files())
    }

    fn text(&self, path: &str) -> &str {
        std::str::from_utf8(&self.0[path]).unwrap()
    }

    fn edition(&self) -> Edition {
        Edition::parse(self.text("edition.json")).unwrap()
    }

    /// Name of the index in the edition file.
    fn index_name(&self) -> Option<IndexName> {
        self.edition().index.parse().ok()
    }
}

#[test]
fn static_page_is_parsed_back_into_its_response() {
    let (mut engine, built_site) = (engine(), Site::build(DataLoading::Chunked));
    let mut count = 0;
    for route in Route::all(&engine.site().catalogue) {
        let path = route.path();
        let html = built_site.text(&format!("{path}index.html"));
        let mut finding = None;
        if route.page.is_built() {
            // The engine has no code for this page.
            let Some(StaticPage::Page(page)) = parse_static_page(html) else {
                panic!("{path} cannot be parsed");
            };
            let PageResponse { view: View::Static(markup), description, .. } = *page else {
                panic!("{path} is static");
            };
            // Only the builder computes what the page finds.
            finding = Some(description);
            engine.add_built_pages([(path.clone(), markup)].into());
        }
        let mut response = engine.respond(&PageRequest::page(&path));
        response.description = finding.unwrap_or(response.description);
        if let View::Static(_) = response.view {
            assert!(parse_static_page(html) == Some(StaticPage::Page(Box::new(response))), "{path}");
            count += 1;
        }
    }
    assert!(count > 200, "{count}");
    assert_eq!(parse_static_page("<!DOCTYPE html><title>Elsewhere</title>"), None);
}

#[test]
fn index_chunks_are_published_unchanged_and_named_by_the_edition() {
    let (engine, built_site) = (engine(), Site::build(DataLoading::Chunked));
    let name = built_site.index_name().unwrap();
    let now = built_site.edition();
    assert!(now.index == name.to_string() && built_site.0.contains_key(&now.corpus));
    // Home and explorer need no request for it.
    let is_named =
        |path: &str| built_site.text(path).contains(&format!("&quot;index&quot;:&quot;{}&quot;", now.index));
    assert!(
        is_named("index.html") && is_named("en/so-lieu/index.html") && !is_named("phong-trao/index.html")
    );
    let worker = built_site.text("sw.js");
    assert!(!worker.contains("corpus-"), "a chunked corpus is not cached whole");
    let site = engine.site();
    let index_chunks = IndexChunks::new(&site.catalogue, &site.index).unwrap().with_embedding(false);
    let chunks = index_chunks.encode().unwrap();
    assert_eq!(name.meta, chunks[0].hash);
    for chunk in &chunks {
        let compressed = &built_site.0[&chunk.path()];
        let mut bytes = Vec::new();
        GzDecoder::new(compressed.as_slice()).read_to_end(&mut bytes).unwrap();
        assert!(bytes == chunk.bytes, "{chunk:?}");
        if chunk.chunk == Chunk::Meta {
            let content = chunk_content(chunk.chunk, chunk.hash, &bytes).unwrap();
            assert_eq!(IndexMeta::read(content).unwrap().index.len(), site.index.len());
        }
    }
}

#[test]
fn small_site_has_its_index_in_one_file_and_its_figures_in_the_corpus() {
    let built_site = Site::build(DataLoading::Auto);
    let name = built_site.index_name().unwrap();
    assert_eq!((name.figures, name.page_responses.len()), (None, 4));
    let chunks = [Chunk::Meta].into_iter().chain((0..4).map(Chunk::PageResponse));
    let mut files: Vec<String> = chunks.map(|chunk| chunk.path(name.hash_of(chunk).unwrap())).collect();
    files.sort();
    let published: Vec<&String> = built_site.0.keys().filter(|path| path.starts_with("search/")).collect();
    assert_eq!(published, files.iter().collect::<Vec<_>>());
    assert!(built_site.0[&Chunk::Meta.path(name.meta)].len() < 24_000);
}

#[test]
fn service_worker_of_a_small_site_keeps_all_that_searches_and_draws() {
    let cached = |site: &Site| -> Vec<String> {
        let worker = site.text("sw.js");
        let list = worker.split_once("\"files\":[").unwrap().1.split_once(']').unwrap().0;
        list.split(',').map(|file| file.trim_matches('"').to_owned()).collect()
    };
    let programs =
        |begins: &dyn Fn(&str) -> usize| ["/x/thidua-", "/x/search-", "/x/engine-", "/x/search/"].map(begins);
    let small = Site::build(DataLoading::Auto);
    let (files, edition) = (cached(&small), small.edition());
    let begins = |start: &str| files.iter().filter(|file| file.starts_with(start)).count();
    assert_eq!(programs(&begins), [1, 1, 2, 5], "{files:?}");
    for file in [&edition.corpus, "edition.json", "", "en/", "404.html"] {
        assert!(files.contains(&format!("/x/{file}")), "{file} in {files:?}");
    }
    let files = cached(&Site::build(DataLoading::Chunked));
    let begins = |start: &str| files.iter().filter(|file| file.starts_with(start)).count();
    assert_eq!(programs(&begins), [1, 1, 0, 0], "{files:?}");
    assert!(!files.iter().any(|file| file.contains("corpus-")), "{files:?}");
}

#[test]
fn number_of_articles_or_bytes_decides_whether_the_index_is_chunked() {
    let is_chunked = |loading: DataLoading, articles, bytes| loading.is_chunked(articles, bytes).unwrap();
    assert!(!is_chunked(DataLoading::Auto, FULL_UP_TO_ARTICLES, FULL_UP_TO_BYTES));
    assert!(is_chunked(DataLoading::Auto, FULL_UP_TO_ARTICLES + 1, 0));
    assert!(is_chunked(DataLoading::Auto, 1, FULL_UP_TO_BYTES + 1));
    assert!(is_chunked(DataLoading::Chunked, 1, 1));
    assert!(!is_chunked(DataLoading::Full, 10_000, BROWSER_MAX_BYTES));
    let error = DataLoading::Full.is_chunked(1, BROWSER_MAX_BYTES + 1).unwrap_err();
    assert!(error.to_string().contains("33 MiB") && error.to_string().contains("--search pieces"), "{error}");
}

#[test]
fn single_file_refuses_a_corpus_that_browsers_cannot_load() {
    let mut corpus = CORPUS.to_vec();
    corpus.resize(BROWSER_MAX_BYTES + 1, b' ');
    let input = SiteInput {
        app: &app(),
        source: SiteSource::read(corpus, None).unwrap(),
        base: BasePath::new("/"),
        origin: String::new(),
        loading: DataLoading::Auto,
    };
    let error = single_file(input).unwrap_err();
    assert!(error.to_string().contains("--single"), "{error}");
}
