//! The files of an index in pieces, and built pages read as answers.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at its first error")]

use std::fs;
use std::io::Read as _;
use std::path::Path;

use flate2::read::GzDecoder;
use tempfile::TempDir;
use thidua_client::{Engine, PageRequest, StaticPage, View, parse_static_page};
use thidua_core::corpus::{self, BROWSER_MAX_BYTES, Catalogue};
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::{Edition, SiteData, VerifiedArticles};
use thidua_search::index_format::{Chunk, IndexChunks, IndexMeta, IndexName, chunk_content};
use thidua_site::{Documents, Loading, Output, Site, WHOLE_UP_TO, WHOLE_UP_TO_BYTES, build, single};

const CORPUS: &[u8] = include_bytes!("../../../../public/corpus.json");

fn engine() -> Engine {
    let catalogue = Catalogue::new(corpus::load(CORPUS).unwrap());
    let nobody = VerifiedArticles::Only(Default::default());
    Engine::new(SiteData::new(catalogue, nobody, BasePath::new("/x/"), String::new()))
}

/// The bundled corpus as a site that loads as told.
fn site(loading: Loading) -> TempDir {
    let (app, folder) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let documents = Documents::read(CORPUS.to_vec(), None).unwrap();
    let app = super::site::app(app.path());
    let site = Site { app: &app, documents, base: BasePath::new("/x/"), origin: String::new(), loading };
    build(site, &Output::new(folder.path()), &|_| {}).unwrap();
    folder
}

/// What the manifest says.
fn edition(folder: &Path) -> Edition {
    Edition::read(&fs::read_to_string(folder.join("edition.json")).unwrap()).unwrap()
}

/// The name of the index that the manifest has.
fn index_name(folder: &Path) -> Option<IndexName> {
    edition(folder).index.parse().ok()
}

#[test]
fn static_page_is_parsed_back_into_its_response() {
    let (engine, folder) = (engine(), site(Loading::Pieces));
    let mut told = 0;
    for route in Route::all(&engine.site().catalogue) {
        let path = route.path();
        let html = fs::read_to_string(folder.path().join(&path).join("index.html")).unwrap();
        let answer = engine.respond(&PageRequest::page(&path));
        if let View::Static(_) = answer.view {
            assert!(parse_static_page(&html) == Some(StaticPage::Page(answer)), "{path}");
            told += 1;
        }
    }
    assert!(told > 200, "{told}");
    assert_eq!(parse_static_page("<!DOCTYPE html><title>Elsewhere</title>"), None);
}

#[test]
fn index_chunks_are_published_and_reachable_from_the_edition_file() {
    let (engine, folder) = (engine(), site(Loading::Pieces));
    let name = index_name(folder.path()).unwrap();
    let home = fs::read_to_string(folder.path().join("index.html")).unwrap();
    let now = edition(folder.path());
    assert!(now.index == name.to_string() && folder.path().join(&now.corpus).is_file());
    assert!(home.contains(&format!("data-edition=\"{}\"", now.name)) && !home.contains(&now.index));
    let worker = fs::read_to_string(folder.path().join("sw.js")).unwrap();
    assert!(!worker.contains("corpus-"), "what is loaded in pieces is not put away whole");
    let site = engine.site();
    let chunks = IndexChunks::new(&site.catalogue, &site.index).unwrap();
    let encoded = chunks.encode().unwrap();
    assert_eq!(name.meta, encoded[0].hash);
    for chunk in &encoded {
        let packed = fs::read(folder.path().join(chunk.path())).unwrap();
        let mut bytes = Vec::new();
        GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).unwrap();
        assert!(bytes == chunk.bytes, "{chunk:?}");
        if chunk.chunk == Chunk::Meta {
            let content = chunk_content(chunk.chunk, chunk.hash, &bytes).unwrap();
            assert_eq!(IndexMeta::read(content).unwrap().index.len(), site.index.len());
        }
    }
}

#[test]
fn small_corpus_is_loaded_at_once() {
    let folder = site(Loading::BySize);
    assert_eq!(index_name(folder.path()), None);
    assert!(!folder.path().join("search").exists());
    let worker = fs::read_to_string(folder.path().join("sw.js")).unwrap();
    assert!(worker.contains("\"fresh\":\"/x/edition.json\"") && worker.contains("\"/x/edition.json\","));
}

#[test]
fn corpus_is_loaded_in_chunks_above_article_or_byte_limit() {
    let is_staged = |loading: Loading, articles, bytes| loading.is_staged(articles, bytes).unwrap();
    assert!(!is_staged(Loading::BySize, WHOLE_UP_TO, WHOLE_UP_TO_BYTES));
    assert!(is_staged(Loading::BySize, WHOLE_UP_TO + 1, 0));
    assert!(is_staged(Loading::BySize, 1, WHOLE_UP_TO_BYTES + 1));
    assert!(is_staged(Loading::Pieces, 1, 1));
    assert!(!is_staged(Loading::Whole, 10_000, BROWSER_MAX_BYTES));
    let error = Loading::Whole.is_staged(1, BROWSER_MAX_BYTES + 1).unwrap_err();
    assert!(error.to_string().contains("33 MiB") && error.to_string().contains("--search pieces"), "{error}");
}

#[test]
fn corpus_above_browser_limit_is_refused_as_single_file() {
    let app = TempDir::new().unwrap();
    let mut corpus = CORPUS.to_vec();
    corpus.resize(BROWSER_MAX_BYTES + 1, b' ');
    let site = Site {
        app: &super::site::app(app.path()),
        documents: Documents::read(corpus, None).unwrap(),
        base: BasePath::new("/"),
        origin: String::new(),
        loading: Loading::BySize,
    };
    let error = single(site).unwrap_err();
    assert!(error.to_string().contains("--single"), "{error}");
}
