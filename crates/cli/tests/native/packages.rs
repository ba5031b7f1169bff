//! Corpus packages wherever a command takes a corpus.

use std::fs;
use std::process::Output;

use tempfile::TempDir;

use thidua_publish::CorpusPackage;

use crate::build::{contents, said, thidua, workshop};

/// Creates a folder with the example corpus in `kho` and the same as a package `kho.zip` that is to stand at `url`.
fn packed(url: Option<&str>) -> TempDir {
    let folder = workshop();
    let here = folder.path();
    assert_eq!(thidua(&folder, &["new", "kho"]).status.code(), Some(0));
    let attestation = ["verify", "--corpus", "kho/corpus.json", "--attestation", "kho/attestation.json"];
    let verified = thidua(&folder, &attestation);
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified));
    let mut package = CorpusPackage {
        corpus: fs::read(here.join("kho/corpus.json")).unwrap(),
        attestation: Some(fs::read(here.join("kho/attestation.json")).unwrap()),
        ..CorpusPackage::default()
    };
    package.settings.url = url.map(str::to_owned);
    package.texts.insert("vi-du".to_owned(), fs::read_to_string(here.join("kho/texts/vi-du.txt")).unwrap());
    fs::write(here.join("kho.zip"), package.write().unwrap()).unwrap();
    folder
}

fn succeeds(output: Output, words: &str) {
    assert!(output.status.code() == Some(0) && said(&output).contains(words), "{}", said(&output));
}

#[test]
fn reading_commands_take_a_package() {
    let folder = packed(None);
    succeeds(thidua(&folder, &["validate", "--corpus", "kho.zip"]), "the corpus is valid: 1 articles");
    succeeds(thidua(&folder, &["verify", "--corpus", "kho.zip"]), "verified: 1 of 1 articles; 4 figures");
    succeeds(thidua(&folder, &["search", "đôi tay vàng", "--corpus", "kho.zip"]), "vi-du-doi-tay-vang-2024");
    succeeds(thidua(&folder, &["export", "--corpus", "kho.zip", "--out", "records"]), "1 records");
    let chart = ["chart", "--corpus", "kho.zip", "--campaign", "doi-tay-vang", "--out", "charts"];
    succeeds(thidua(&folder, &chart), "");
    let ingest = thidua(&folder, &["ingest", "kho/texts/vi-du.txt", "--corpus", "kho.zip"]);
    assert_ne!(ingest.status.code(), Some(2), "{}", said(&ingest));
}

#[test]
fn site_of_a_package_is_that_of_its_files() {
    let folder = packed(Some("https://thi-dua.example/kho/"));
    succeeds(thidua(&folder, &["build", "--corpus", "kho.zip", "--out", "packed"]), "preview pictures");
    let url = ["--url", "https://thi-dua.example/kho/"];
    let build = |arguments: &[&str]| thidua(&folder, &[&["build"], arguments, &url].concat());
    succeeds(build(&["--corpus", "kho/corpus.json", "--out", "plain"]), "");
    assert!(contents(&folder.path().join("packed")) == contents(&folder.path().join("plain")));
    let home = fs::read_to_string(folder.path().join("packed/index.html")).unwrap();
    assert!(home.contains("data-base=\"/kho/\""));

    // Unpacked, it is the same, too.
    succeeds(thidua(&folder, &["new", "unpacked", "--from", "kho.zip"]), "4 files");
    succeeds(thidua(&folder, &["build", "--corpus", "unpacked/corpus.json", "--out", "again"]), "");
    assert!(contents(&folder.path().join("again")) == contents(&folder.path().join("plain")));
    succeeds(thidua(&folder, &["validate", "--corpus", "unpacked"]), "1 articles");
    succeeds(thidua(&folder, &["verify", "--corpus", "unpacked"]), "verified");

    // Another path is chosen: the address of the package does not hold.
    let base = ["build", "--corpus", "kho.zip", "--base", "/khac/", "--out", "other"];
    succeeds(thidua(&folder, &base), "Without --url");
}

#[test]
fn unpacked_package_has_exactly_its_files_and_overwrites_nothing() {
    let folder = packed(None);
    succeeds(thidua(&folder, &["new", "Kho đã mở", "--from", "kho.zip"]), "");
    let files = contents(&folder.path().join("Kho đã mở"));
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["attestation.json", "corpus.json", "texts/vi-du.txt", "thidua-package.json"]);
    let again = thidua(&folder, &["new", "Kho đã mở", "--from", "kho.zip"]);
    assert!(again.status.code() == Some(2) && said(&again).contains("is not empty"), "{}", said(&again));
}

#[test]
fn writing_commands_say_how_to_unpack_a_package() {
    let folder = packed(None);
    let before = fs::read(folder.path().join("kho.zip")).unwrap();
    fs::create_dir(folder.path().join("texts")).unwrap();
    for arguments in [
        &["ingest", "kho/texts/vi-du.txt", "--corpus", "kho.zip", "--sources", "texts", "--write"][..],
        &["rename", "doi-tay-vang", "--name", "Khác", "--corpus", "kho.zip"],
        &["join", "doi-tay-vang", "x", "--corpus", "kho.zip"],
        &["split", "doi-tay-vang", "--name", "Khác", "--corpus", "kho.zip"],
    ] {
        let output = thidua(&folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("thidua new FOLDER --from kho.zip"), "{}", said(&output));
    }
    assert_eq!(fs::read(folder.path().join("kho.zip")).unwrap(), before);
}

#[test]
fn archive_that_is_no_package_is_refused_with_its_name() {
    let folder = packed(None);
    let bytes = fs::read(folder.path().join("kho.zip")).unwrap();
    fs::write(folder.path().join("cut.zip"), &bytes[..bytes.len() / 2]).unwrap();
    for command in ["validate", "verify"] {
        let output = thidua(&folder, &[command, "--corpus", "cut.zip"]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("cut.zip"), "{}", said(&output));
    }
}

#[test]
fn verify_without_texts_asks_for_them() {
    let folder = workshop();
    let output = thidua(&folder, &["verify", "--corpus", "corpus.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--sources"), "{}", said(&output));
}
