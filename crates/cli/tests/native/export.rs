//! `thidua export`: records, and settings that fit them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use thidua_sample::fixture;

fn export(corpus: &Path, out: &Path) -> Output {
    let url = "https://thi-dua.example/kho/";
    let arguments = ["export", "--format", "ndjson", "--url", url, "--corpus"];
    Command::new(env!("CARGO_BIN_EXE_thidua"))
        .args(arguments)
        .arg(corpus)
        .arg("--out")
        .arg(out)
        .output()
        .unwrap()
}

/// Returns records and settings of a corpus.
fn exported(corpus: &Path) -> (Vec<Value>, Value) {
    let out = TempDir::new().unwrap();
    let output = export(corpus, out.path());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| fs::read_to_string(out.path().join(name)).unwrap();
    let records = read("articles.ndjson").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (records, serde_json::from_str(&read("meilisearch-settings.json")).unwrap())
}

fn bundled() -> (Vec<Value>, Value) {
    exported(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("public/corpus.json"))
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

#[test]
fn export_writes_one_record_per_article_with_its_filters() {
    let (records, _) = bundled();
    assert_eq!(records.len(), 5);
    let found = records.iter().find(|r| r["id"] == "ha-dong-2022-hieu-qua-phong-trao").unwrap();
    assert_eq!(found["url"], "https://thi-dua.example/kho/bai-viet/ha-dong-2022-hieu-qua-phong-trao/");
    assert_eq!(texts(&found["organisations"]).last(), Some(&"Tổng Liên đoàn Lao động Việt Nam"));
    let names = texts(&found["names"]);
    assert!(names.contains(&"Liên đoàn Lao động quận Hà Đông"), "{names:?}");
    assert!(
        !names.contains(&"Tổng Liên đoàn Lao động Việt Nam"),
        "every article of the federation would be found"
    );
    assert_eq!(texts(&found["levels"]), ["grassroots", "district", "city"], "in legal order");
    assert_eq!(
        (&found["years"], &found["day"]),
        (&serde_json::json!([2022]), &serde_json::json!(20_221_231))
    );
    assert!(texts(&found["campaigns"]).contains(&"Công nhân giỏi"));
    assert!(texts(&found["figures"]).iter().any(|figure| figure.starts_with("352 “Công nhân giỏi”")));
    let folded = found["folded"].as_str().unwrap();
    assert!(folded.contains("lien doan lao dong quan ha dong") && folded.is_ascii(), "{folded}");
    assert!(folded.split(' ').any(|word| word == "352"), "numbers of figures: {folded}");
    assert!(!texts(&found["other"]).contains(&""), "texts that an article lacks");
}

#[test]
fn export_lets_numbers_be_found_without_separators() {
    let (records, _) = bundled();
    let printed = |record: &&Value| texts(&record["figures"]).iter().any(|figure| figure.contains("1.245"));
    let record = records.iter().find(printed).unwrap();
    assert!(record["folded"].as_str().unwrap().split(' ').any(|word| word == "1245"), "{record}");
}

#[test]
fn export_settings_name_only_fields_of_records() {
    let (records, settings) = bundled();
    let fields: BTreeSet<&str> = records[0].as_object().unwrap().keys().map(String::as_str).collect();
    for list in ["searchableAttributes", "filterableAttributes", "sortableAttributes"] {
        let named = texts(&settings[list]);
        assert!(!named.is_empty() && named.iter().all(|name| fields.contains(name)), "{list}: {named:?}");
    }
    let synonyms = &settings["synonyms"];
    assert_eq!(texts(&synonyms["lđlđ"]), ["liên đoàn lao động"]);
    assert_eq!(texts(&synonyms["liên đoàn lao động"]), ["lđlđ"]);
    assert_eq!(texts(&synonyms["ubnd"]), ["uỷ ban nhân dân"], "not in the glossary, yet as on the site");
    assert_eq!((texts(&synonyms["ky"]), texts(&synonyms["ki"])), (vec!["ki"], vec!["ky"]));
}

#[test]
fn export_settings_keep_vietnamese_syllables_exact_and_sorting_strict() {
    let (_, settings) = bundled();
    let longest = "nghiêng".chars().count() as u64;
    assert!(settings["typoTolerance"]["minWordSizeForTypos"]["oneTypo"].as_u64().unwrap() > longest);
    assert_eq!(settings["typoTolerance"]["disableOnNumbers"], true);
    assert_eq!(texts(&settings["rankingRules"])[..2], ["words", "sort"]);
    assert_eq!(settings["faceting"]["sortFacetValuesBy"]["*"], "count");
}

#[test]
fn export_ids_are_valid_in_meilisearch() {
    let (records, _) = bundled();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    assert!(records.iter().all(|record| record["id"].as_str().unwrap().chars().all(plain)));
}

#[test]
fn invalid_corpus_is_not_exported() {
    let folder = TempDir::new().unwrap();
    let corpus = folder.path().join("corpus.json");
    fs::write(&corpus, fixture::json_text().replacen("\"unit\": \"vnd\"", "\"unit\": \"dong\"", 1)).unwrap();
    let output = export(&corpus, &folder.path().join("out"));
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("there is no unit"), "{output:?}");
    assert!(!folder.path().join("out").exists());
}
