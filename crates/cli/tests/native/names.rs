//! `thidua rename`, `thidua join`, `thidua split`: documents, folders, marks, refusals.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};
use tempfile::TempDir;

use thidua_core::corpus::{has_errors, load, validate};
use thidua_core::domain::Corpus;
use thidua_sample::{bundled, fixture};

use super::commands::{folder, path, stderr, stdout, thidua};

fn read(path: &str) -> Corpus {
    load(&fs::read(path).unwrap()).unwrap()
}

/// Runs a command on `corpus.json` in a folder.
fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    let corpus = path(folder, "corpus.json");
    thidua(&[arguments, &["--corpus", &corpus][..]].concat())
}

/// A folder with the bundled corpus as `corpus.json`.
fn public() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("corpus.json"), bundled::bundled()).unwrap();
    folder
}

/// A corpus of two documents with one article each.
fn two_documents() -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut other = fixture::document();
    other["articles"][0]["id"] = json!("lang-may-2024");
    other["articles"][0]["text"]["file_stem"] = json!("lang-may-2024");
    other["articles"][0]["text"]["sha256"] = json!("0".repeat(64));
    other["articles"][0]["mentions"] = json!([]);
    other["articles"][0]["phases"] = json!([]);
    other["articles"][0]["figures"] = json!([]);
    other["redirects"] = json!({});
    fs::write(folder.path().join("a.json"), fixture::json_text()).unwrap();
    fs::write(folder.path().join("b.json"), other.to_string()).unwrap();
    let mut third = other;
    third["articles"] = json!([]);
    for list in ["campaigns", "organisations", "sources", "units", "glossary"] {
        third[list] = json!([]);
    }
    fs::write(folder.path().join("c.json"), third.to_string()).unwrap();
    folder
}

#[test]
fn renamed_document_keeps_its_form_and_the_report_says_what_changed() {
    let folder = public();
    let corpus = path(&folder, "corpus.json");
    let before = fs::read_to_string(&corpus).unwrap();
    let arguments =
        ["rename", "thi-lai-xe-gioi", "--name", "Hội thi lái xe giỏi", "--id", "hoi-thi-lai-xe-gioi"];
    let dry = run(&folder, &[&arguments[..], &["--dry-run"]].concat());
    assert_eq!(dry.status.code(), Some(0), "{}", stderr(&dry));
    assert!(stdout(&dry).contains("would be written: "), "{}", stdout(&dry));
    assert_eq!(fs::read_to_string(&corpus).unwrap(), before);

    let output = run(&folder, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let said = stdout(&output);
    assert!(said.starts_with("“Thi lái xe giỏi” becomes “Hội thi lái xe giỏi”: 1 article"), "{said}");
    assert!(said.contains("The old address thi-lai-xe-gioi leads to hoi-thi-lai-xe-gioi"), "{said}");
    assert!(said.contains("The old name is printed in no article"), "{said}");
    let after = fs::read_to_string(&corpus).unwrap();
    assert!(!has_errors(&validate(&read(&corpus))));
    // Only the lines of the campaign and of references to it differ.
    let differing = before.lines().zip(after.lines()).filter(|(a, b)| a != b).count();
    assert!(after.lines().count() - before.lines().count() <= 2 && after.ends_with("}\n"));
    assert!(differing > 0);
    let value: Value = serde_json::from_str(&after).unwrap();
    assert_eq!(serde_json::to_string_pretty(&value).unwrap().lines().count(), after.lines().count());
    // There and back: only the redirect differs.
    let back = run(
        &folder,
        &["rename", "hoi-thi-lai-xe-gioi", "--name", "Thi lái xe giỏi", "--id", "thi-lai-xe-gioi"],
    );
    assert_eq!(back.status.code(), Some(0), "{}", stderr(&back));
    let mut back = read(&corpus);
    assert_eq!(back.redirects.len(), 1);
    back.redirects.clear();
    assert_eq!(back, load(before.as_bytes()).unwrap());
}

#[test]
fn documents_of_a_folder_are_rewritten_only_where_they_change() {
    let folder = two_documents();
    let corpus = folder.path().display().to_string();
    let bytes = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let third = bytes("c.json");
    let output =
        thidua(&["rename", "tay-tho-vang", "--id", "tay-tho-kim", "--corpus", &corpus, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["written"], true);
    assert_eq!(report["files"].as_array().unwrap().len(), 2, "{report}");
    assert_eq!(report["articles"], json!(["lang-may-2023"]));
    assert_eq!(report["redirected"], json!(["tay-tho-bac", "tay-tho-vang"]));
    assert_eq!(report["marks"], Value::Null);
    assert_eq!(bytes("c.json"), third);
    // A document in one line stays in one line.
    assert_eq!(bytes("b.json").lines().count(), 1);
    assert!(
        bytes("a.json").contains("\n  \"schema_version\"") || bytes("a.json").contains("\n  \"articles\"")
    );
    let output = thidua(&["validate", "--corpus", &corpus]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
}

#[test]
fn indentation_and_line_ends_of_a_document_are_kept() {
    let folder = folder();
    let corpus = path(&folder, "corpus.json");
    let given = fixture::json_text().replace("  ", "\t").replace('\n', "\r\n");
    fs::write(&corpus, &given).unwrap();
    assert_eq!(run(&folder, &["rename", "tay-tho-vang", "--id", "tay-tho"]).status.code(), Some(0));
    let after = fs::read_to_string(&corpus).unwrap();
    assert!(after.starts_with("{\r\n\t\"") && after.ends_with("\r\n}") && !after.contains("  "));
}

#[test]
fn marks_are_carried_over_and_lost_ones_are_named() {
    let folder = folder();
    let (corpus, texts, attestation) =
        (path(&folder, "corpus.json"), path(&folder, "texts"), path(&folder, "attestation.json"));
    let verify = ["verify", "--corpus", &corpus, "--sources", &texts, "--attestation", &attestation];
    assert_eq!(thidua(&verify).status.code(), Some(0));
    let before = fs::read(&attestation).unwrap();

    // A name that is only shown changes no hash.
    let output = run(&folder, &["rename", "tay-tho-vang", "--name", "Tay thợ kim"]);
    assert!(stdout(&output).contains("marks carried over: 1"), "{}", stdout(&output));
    assert_eq!(fs::read(&attestation).unwrap(), before);
    let output = run(&folder, &["rename", "tay-tho-vang", "--id", "tay-tho-kim", "--dry-run"]);
    assert_eq!((output.status.code(), fs::read(&attestation).unwrap()), (Some(0), before.clone()));
    let output = run(&folder, &["rename", "tay-tho-vang", "--id", "tay-tho-kim"]);
    assert_eq!((stderr(&output), output.status.code()), ("", Some(0)));
    assert_ne!(fs::read(&attestation).unwrap(), before);
    // The mark fits: without the text it is still there.
    fs::remove_file(Path::new(&texts).join(format!("{}.txt", fixture::STEM))).unwrap();
    let output = thidua(&verify);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));

    // A fact was changed by hand: the mark is lost, and no rename brings it back.
    let text = fs::read_to_string(&corpus).unwrap();
    fs::write(&corpus, text.replacen("\"value\": \"95\"", "\"value\": \"96\"", 1)).unwrap();
    let output = run(&folder, &["rename", "tay-tho-kim", "--id", "tay-tho-ngoc"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("lang-may-2023: its facts have changed"), "{}", stderr(&output));
    assert!(stdout(&output).contains("marks carried over: 0"), "{}", stdout(&output));
    assert_eq!(thidua(&verify).status.code(), Some(1));

    // An attestation that cannot be used stays as it is, and is said.
    fs::write(&attestation, b"{\"schema_version\": 9, \"articles\": []}").unwrap();
    let output = run(&folder, &["rename", "tay-tho-ngoc", "--id", "tay-tho-vang"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("version 9") && stderr(&output).contains("stays as it is"));
    assert!(fs::read_to_string(&attestation).unwrap().contains('9'));
}

#[test]
fn refused_operation_names_file_place_and_reason_and_changes_nothing() {
    let folder = public();
    let corpus = path(&folder, "corpus.json");
    let before = fs::read(&corpus).unwrap();
    let cases: [(&[&str], &str); 9] = [
        (
            &["rename", "thi-lai-xe-gioi", "--id", "thi-kiem-ngan-gioi"],
            "corpus.json: campaigns[35]: \"thi-kiem-ngan-gioi\" is the id of another campaign already",
        ),
        (
            &["rename", "danh-hieu-lao-dong-gioi", "--name", "Công nhân giỏi"],
            "join the two, or choose another name",
        ),
        (&["rename", "khong-co", "--id", "co"], "there is no campaign or organisation \"khong-co\""),
        (&["rename", "thi-lai-xe-gioi", "--id", "Thi Lái Xe"], "not a slug"),
        (&["join", "phong-trao-lao-dong-gioi", "danh-hieu-lao-dong-gioi"], "campaign of the kind movement"),
        (&["join", "ldld-ha-dong", "danh-hieu-lao-dong-gioi"], "organisation of the kind federation"),
        (
            &["join", "thi-dua-2022-ha-dong", "thi-dua-2022-hoang-mai"],
            "rounds and yearly campaigns of two organisations",
        ),
        (
            &["split", "danh-hieu-cong-nhan-gioi", "--name", "Thợ", "--form", "Thợ"],
            "no mention of \"danh-hieu-cong-nhan-gioi\" is printed \"Thợ\"",
        ),
        (&["split", "danh-hieu-cong-nhan-gioi", "--name", "Thợ"], "nothing is selected"),
    ];
    for (arguments, reason) in cases {
        let output = run(&folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(reason), "{}", stderr(&output));
        assert!(
            stderr(&output).contains("corpus.json: ") && stderr(&output).contains("; nothing was changed")
        );
        assert_eq!(fs::read(&corpus).unwrap(), before);
    }
    let output = run(&folder, &["rename", "thi-lai-xe-gioi"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--name"), "{}", stderr(&output));
    // An invalid corpus is left alone.
    let text = String::from_utf8(before).unwrap().replacen(
        "\"role\": \"result\"",
        "\"role\": \"result\", \"part_of\": \"x\"",
        0,
    );
    let text = text.replacen("\"source\": null", "\"source\": \"khong-co\"", 1);
    fs::write(&corpus, &text).unwrap();
    let output = run(&folder, &["rename", "thi-lai-xe-gioi", "--id", "a"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("nothing was changed"), "{}", stdout(&output));
    assert_eq!(fs::read_to_string(&corpus).unwrap(), text);
}

#[test]
fn joined_and_split_campaigns_are_written_with_redirects() {
    let folder = public();
    let corpus = path(&folder, "corpus.json");
    let output = run(&folder, &["join", "danh-hieu-lao-dong-gioi", "danh-hieu-cong-nhan-gioi"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        stdout(&output).contains("“Lao động giỏi” is joined with “Công nhân giỏi”: "),
        "{}",
        stdout(&output)
    );
    assert!(stdout(&output).contains("This summary is not kept"));
    let joined = read(&corpus);
    assert_eq!(joined.redirects["danh-hieu-lao-dong-gioi"], "danh-hieu-cong-nhan-gioi");
    let output = run(
        &folder,
        &["split", "danh-hieu-cong-nhan-gioi", "--form", "Lao động giỏi", "--name", "Lao động giỏi"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let split = read(&corpus);
    // The old id leads elsewhere, so the new one has a number.
    let new = split.campaigns.iter().find(|c| c.name == "Lao động giỏi").unwrap();
    assert_eq!(new.id.as_str(), "lao-dong-gioi");
    assert_eq!(new.summary.vi, "Danh hiệu “Lao động giỏi”.");
    assert!(!has_errors(&validate(&split)));
}
