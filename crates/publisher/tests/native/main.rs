//! What the publisher makes is what the builder makes, also from what a site or a document carries of its app.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

mod carried_app;
mod outputs;

use std::collections::BTreeMap;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use thidua_publish::{CorpusPackage, Output, PublishFailure, SiteSettings};
use thidua_publisher::{Made, make};
use thidua_site::{AppBundle, DataLoading, MemorySink, SiteAddress, SiteInput, SiteSource, build};

type Files = BTreeMap<String, Vec<u8>>;

/// A browser app, small, with every file that the builder needs.
fn app() -> AppBundle {
    let template = "<!doctype html>\n<html lang=\"vi\"><head><title>x</title></head><body><div id=\"app\"></div></body></html>\n";
    let files = [
        ("index.html", template.to_owned()),
        ("thi-dua-engine.js", "// the engine".to_owned()),
        ("thi-dua-engine_bg.wasm", "the engine".repeat(100)),
        ("thi-dua-search.js", "// the search".to_owned()),
        ("thi-dua-search_bg.wasm", "the search".repeat(100)),
        ("thi-dua-desk.js", "// the workbench".to_owned()),
        ("thi-dua-desk_bg.wasm", "the workbench".repeat(100)),
        ("thi-dua-publish.js", "// the publisher".to_owned()),
        ("thi-dua-publish_bg.wasm", "the publisher".repeat(100)),
        ("icons/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_owned()),
        ("main-1.css", "@font-face { src: url(\"fonts/serif.woff2\") }".to_owned()),
        ("fonts/serif.woff2", "a font".to_owned()),
        ("thi-dua-app-1.js", "export { f as default };".to_owned()),
        ("thi-dua-app-1_bg.wasm", "the app".repeat(100)),
        // Of another corpus: never taken along.
        ("corpus.json", "{}".to_owned()),
    ];
    AppBundle::from_files(files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into()).unwrap()
}

/// Package of a corpus without texts and marks.
fn package(corpus: &[u8], url: Option<&str>) -> CorpusPackage {
    let settings = SiteSettings { url: url.map(str::to_owned) };
    CorpusPackage { corpus: corpus.to_vec(), settings, ..CorpusPackage::default() }
}

/// Files that the builder makes of a package.
fn built(app: &AppBundle, package: &CorpusPackage) -> Files {
    let SiteAddress { base, origin } = SiteAddress::parse(package.settings.url.as_deref(), None).unwrap();
    let source = SiteSource::read(package.corpus.clone(), package.attestation.clone()).unwrap();
    let sink = MemorySink::default();
    build(SiteInput { app, source, base, origin, loading: DataLoading::Auto }, &sink, &|_| {}).unwrap();
    sink.into_files()
}

/// Makes an output without ever being stopped.
fn made(app: &AppBundle, package: CorpusPackage, output: Output) -> Result<Made, PublishFailure> {
    run(make(app, package, output, async |_| true, async |_, _| true))
}

/// Makes an output that is one file.
fn made_file(app: &AppBundle, package: CorpusPackage, output: Output) -> Vec<u8> {
    match made(app, package, output).unwrap() {
        Made::File { bytes, .. } => bytes,
        other => panic!("{other:?}"),
    }
}

/// Runs a future that never waits for anything outside.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}
