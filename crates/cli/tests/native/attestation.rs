//! Attestation in the commands: what is kept, what is lost, and what is said about it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::build::{said, thidua, workshop};
use thidua_sample::fixture;

/// Id and file stem of the second article.
const OTHER: &str = "bai-khac";

/// A folder with an app and a corpus `kho/` of two documents whose texts are in `kho/texts`, attested.
fn attested() -> TempDir {
    let folder = workshop();
    let kho = folder.path().join("kho");
    fs::create_dir_all(kho.join("texts")).unwrap();
    let stem = fixture::corpus().articles[0].text.file_stem.clone();
    let other_text = format!("{}\nHết.\n", fixture::TEXT);
    let mut other = fixture::document();
    let article = &mut other["articles"][0];
    article["text"]["file_stem"] = json!(OTHER);
    article["text"]["sha256"] = json!(fixture::sha256(other_text.as_bytes()));
    article["id"] = json!(OTHER);
    for figure in article["figures"].as_array_mut().unwrap() {
        for field in ["id", "part_of"] {
            if let Some(id) = figure[field].as_str() {
                figure[field] = json!(format!("{id}-khac"));
            }
        }
    }
    for (name, content) in [("mot.json", fixture::json_text()), ("hai.json", other.to_string())] {
        fs::write(kho.join(name), content).unwrap();
    }
    fs::write(kho.join("texts").join(format!("{stem}.txt")), fixture::TEXT).unwrap();
    fs::write(kho.join("texts").join(format!("{OTHER}.txt")), other_text).unwrap();
    let output = verify(&folder);
    assert!(output.contains("verified: 2 of 2 articles"), "{output}");
    folder
}

fn verify(folder: &TempDir) -> String {
    let arguments = ["--corpus", "kho", "--sources", "kho/texts", "--attestation", "kho/attestation.json"];
    said(&thidua(folder, &[&["verify"], &arguments[..]].concat()))
}

fn build(folder: &TempDir, more: &[&str]) -> (Option<i32>, String) {
    let arguments = ["build", "--quiet", "--corpus", "kho", "--out", "site"];
    let output = thidua(folder, &[&arguments[..], more].concat());
    (output.status.code(), said(&output))
}

fn change(path: &Path, change: impl FnOnce(&mut Value)) {
    let mut value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    change(&mut value);
    fs::write(path, serde_json::to_string_pretty(&value).unwrap()).unwrap();
}

#[test]
fn changed_article_loses_its_mark_and_strict_refuses() {
    let folder = attested();
    assert_eq!(build(&folder, &["--strict"]), (Some(0), String::new()));
    change(&folder.path().join("kho/hai.json"), |c| {
        c["articles"][0]["figures"][0]["label"]["en"] = json!("Other")
    });
    let (code, output) = build(&folder, &[]);
    assert_eq!(code, Some(0), "{output}");
    let expected = format!("1 article loses its mark\n  {OTHER}: its facts have changed\n");
    assert!(output.contains("warning: ") && output.contains(&expected), "{output}");
    let (code, output) = build(&folder, &["--strict"]);
    assert_eq!(code, Some(1), "{output}");
    assert!(output.contains("error: ") && output.contains(&expected), "{output}");
}

#[test]
fn new_article_is_attested_without_the_texts_of_the_old_ones() {
    let folder = attested();
    let whole = fs::read(folder.path().join("kho/attestation.json")).unwrap();
    change(&folder.path().join("kho/attestation.json"), |a| {
        a["articles"].as_array_mut().unwrap().retain(|entry| entry["id"] != OTHER);
    });
    let stem = fixture::corpus().articles[0].text.file_stem.clone();
    fs::remove_file(folder.path().join(format!("kho/texts/{stem}.txt"))).unwrap();
    let output = verify(&folder);
    assert!(output.contains("1 of the articles keep an earlier mark"), "{output}");
    assert!(fs::read(folder.path().join("kho/attestation.json")).unwrap() == whole);
    let sources = ["--sources", "kho/texts", "--strict"];
    assert_eq!(build(&folder, &sources), (Some(0), String::new()));
}

#[test]
fn unusable_attestation_is_named_and_replaced_by_verify() {
    let folder = attested();
    let path = folder.path().join("kho/attestation.json");
    let whole = fs::read(&path).unwrap();
    let old =
        json!({"schema_version": 1, "corpus_sha256": "ab", "articles": [{"id": "x", "verified": true}]});
    for (content, reason) in [
        (whole[..whole.len() / 2].to_vec(), "the attestation cannot be read: line "),
        (
            br#"{"schema_version": 9, "articles": []}"#.to_vec(),
            "of version 9, which this program does not know",
        ),
        (serde_json::to_vec(&old).unwrap(), "of another state of the corpus; 1 article loses its mark"),
    ] {
        fs::write(&path, &content).unwrap();
        let (code, output) = build(&folder, &[]);
        assert!(code == Some(0) && output.contains(reason), "{output}");
        assert_eq!(build(&folder, &["--strict"]).0, Some(1), "{reason}");
    }
    verify(&folder);
    assert!(fs::read(&path).unwrap() == whole, "the old form is rewritten");
}

#[test]
fn written_article_gets_its_mark_and_its_guesses_are_counted() {
    let folder = workshop();
    thidua(&folder, &["new", "kho"]);
    let paths = ["--corpus", "kho/corpus.json", "--sources", "kho/texts"];
    let verify = [&["verify"], &paths[..], &["--attestation", "kho/attestation.json"]].concat();
    assert_eq!(thidua(&folder, &verify).status.code(), Some(0));
    let text =
        "LĐLĐ quận Cầu Mây thi đua\n\nLĐLĐ quận Cầu Mây có 352 công nhân được biểu dương trong năm 2031.\n";
    fs::write(folder.path().join("cau-may.txt"), text).unwrap();
    let output = said(&thidua(&folder, &[&["ingest", "cau-may.txt", "--write"], &paths[..]].concat()));
    assert!(output.contains("guessed: result, of no campaign"), "{output}");
    assert!(output.contains("written: ldld-quan-cau-may-thi-dua; 5 guesses to confirm"), "{output}");
    let written = fs::read(folder.path().join("kho/attestation.json")).unwrap();
    assert_eq!(thidua(&folder, &verify).status.code(), Some(0));
    assert!(fs::read(folder.path().join("kho/attestation.json")).unwrap() == written, "as verify writes it");
}
