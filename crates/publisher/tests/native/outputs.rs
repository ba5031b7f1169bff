//! Outputs, compared with the builder's.

use std::io::{Cursor, Read as _};

use thidua_core::corpus::{Attestation, load};
use thidua_publish::{CorpusPackage, Output, PAGE_MAX_BYTES, PublishFailure};
use thidua_publisher::{Made, make};
use thidua_sample::bundled::{bundled, poisoned};
use thidua_sample::fixture;
use thidua_site::FILE_LIST;

use super::{Files, app, built, made, made_file, package, run};

fn unzipped(bytes: Vec<u8>) -> Files {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = zip.len();
    let read = |at| {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

/// Asserts that `files` are those of the builder, with the list of their names.
fn assert_whole_site(mut files: Files, expected: &Files) {
    let list = String::from_utf8(files.remove(FILE_LIST).unwrap()).unwrap();
    let mut listed: Vec<&str> = list.lines().collect();
    listed.sort_unstable();
    assert_eq!(listed, expected.keys().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(files.len(), expected.len());
    for (path, bytes) in expected {
        assert!(files.get(path) == Some(bytes), "{path}");
    }
}

#[test]
fn archive_and_folder_have_the_files_that_the_builder_writes() {
    let app = app();
    let url = Some("https://thi-dua.example/kho/");
    let small = fixture::json_text().into_bytes();
    for (corpus, url) in [(bundled(), url), (poisoned(), None), (small.clone(), url), (small, None)] {
        let package = package(&corpus, url);
        let expected = built(&app, &package);
        assert_whole_site(unzipped(made_file(&app, package.clone(), Output::SiteZip)), &expected);
        let mut files = Files::new();
        let send = async |path, bytes| files.insert(path, bytes).is_none();
        assert_eq!(run(make(&app, package, Output::SiteFiles, async |_| true, send)), Ok(Made::Files));
        assert_whole_site(files, &expected);
    }
}

#[test]
fn archive_always_has_the_same_bytes() {
    let make = || made_file(&app(), package(fixture::json_text().as_bytes(), None), Output::SiteZip);
    assert!(make() == make());
}

#[test]
fn marks_are_those_of_the_attestation() {
    let corpus = bundled();
    let attestation = Attestation::of(&load(&corpus).unwrap(), |_| true).to_json();
    let package = CorpusPackage { attestation: Some(attestation), ..package(&corpus, None) };
    let files = unzipped(made_file(&app(), package.clone(), Output::SiteZip));
    assert!(files.contains_key("attestation.json"));
    assert_whole_site(files, &built(&app(), &package));
}

#[test]
fn work_can_be_stopped_before_every_step() {
    let (app, package) = (app(), package(fixture::json_text().as_bytes(), None));
    let mut steps = 0;
    let count = async |_| {
        steps += 1;
        true
    };
    run(make(&app, package.clone(), Output::SiteZip, count, async |_, _| true)).unwrap();
    assert!(steps > 20, "{steps}");
    for last in [0, 1, 2, 3, steps / 2, steps - 1] {
        let mut left = last;
        let pause = async |_| {
            left -= 1;
            left >= 0
        };
        let made = run(make(&app, package.clone(), Output::SiteZip, pause, async |_, _| true));
        assert_eq!(made, Ok(Made::Stopped), "{last}");
    }
    let mut sent = 0;
    let send = async |_, _| {
        sent += 1;
        sent < 5
    };
    assert_eq!(run(make(&app, package, Output::SiteFiles, async |_| true, send)), Ok(Made::Stopped));
    assert_eq!(sent, 5, "nothing is sent to a page that has stopped");
}

#[test]
fn what_cannot_be_published_is_named() {
    let app = app();
    let with_url = |url| package(fixture::json_text().as_bytes(), Some(url));
    let address = made(&app, with_url("example.org"), Output::OneFile);
    assert_eq!(address, Err(PublishFailure::Address("example.org".to_owned())));
    let broken = made(&app, package(b"{}", None), Output::SiteZip).unwrap_err();
    assert!(matches!(&broken, PublishFailure::Site(reason) if reason.contains("corpus.json")), "{broken}");
    let mut large = fixture::json_text().into_bytes();
    large.resize(PAGE_MAX_BYTES + 1, b' ');
    let large = made(&app, package(&large, None), Output::SiteZip).unwrap_err();
    assert!(matches!(large, PublishFailure::TooLarge { .. }), "{large}");
}
