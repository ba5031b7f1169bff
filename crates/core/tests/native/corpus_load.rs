//! Loading and merging: whole documents are read, everything else is refused with a place and a reason.

use serde_json::{Value, json};
use thidua_core::corpus::{
    CorpusFile, FactPath, LoadError, LoadReason, MAX_BYTES, SourcePosition, load, merge,
};
use unicode_normalization::UnicodeNormalization;

use thidua_sample::fixture;

fn refused(bytes: &[u8]) -> LoadError {
    load(bytes).expect_err("must be refused")
}

/// The fixture after a change to its JSON.
fn changed(change: impl FnOnce(&mut Value)) -> LoadError {
    let mut document = fixture::document();
    change(&mut document);
    refused(serde_json::to_string_pretty(&document).unwrap().as_bytes())
}

#[test]
fn a_whole_document_is_read_and_written_back() {
    let corpus = fixture::corpus();
    assert_eq!(serde_json::to_value(&corpus).unwrap(), fixture::document());
}

#[test]
fn a_byte_order_mark_is_no_error() {
    let text = format!("\u{FEFF}{}", fixture::json_text());
    assert_eq!(load(text.as_bytes()), Ok(fixture::corpus()));
}

#[test]
fn bad_bytes_are_told_apart() {
    assert_eq!(refused(b"").reason, LoadReason::Empty);
    assert_eq!(refused(b"\xEF\xBB\xBF \n").reason, LoadReason::Empty);
    let error = refused(b"{\n  \"title\": \"\xff\"");
    assert_eq!(
        (error.reason, error.position),
        (LoadReason::NotUtf8, Some(SourcePosition { line: 2, column: 13 }))
    );
    assert_eq!(refused(&vec![b' '; MAX_BYTES + 1]).reason, LoadReason::TooLarge(MAX_BYTES + 1));
    assert!(matches!(refused(b"<html>").reason, LoadReason::NotJson(_)));
    assert!(matches!(refused(b"[1]").reason, LoadReason::Shape(_)));
}

#[test]
fn every_truncation_is_refused() {
    let text = fixture::json_text();
    for end in (1..text.len()).filter(|end| text.is_char_boundary(*end)).step_by(97) {
        let error = refused(text.get(..end).unwrap().as_bytes());
        assert_eq!(error.reason, LoadReason::Truncated, "cut at {end}: {error}");
    }
    let error = refused(format!("{text}{text}").as_bytes());
    assert!(matches!(error.reason, LoadReason::NotJson(_)), "{error}");
}

#[test]
fn another_version_is_named_before_its_unknown_fields() {
    let error = refused(br#"{"schema_version": 2, "whatever": []}"#);
    assert_eq!(error.to_string(), "schema version 2, this program reads 1");
    assert!(matches!(refused(br#"{"schema_version": "1"}"#).reason, LoadReason::Version(_)));
    assert_eq!(refused(b"{}").reason, LoadReason::NoVersion);
}

#[test]
fn shape_errors_name_the_path_the_line_and_the_reason() {
    let error = changed(|d| d["articles"][0]["figures"][2]["valeu"] = json!("1"));
    assert_eq!(error.path.as_deref(), Some("articles[0].figures[2].valeu"));
    assert!(error.position.is_some_and(|p| p.line > 50), "{error}");
    assert!(error.to_string().contains("unknown field `valeu`"), "{error}");

    let error = changed(|d| {
        d["articles"][0]["figures"][2].as_object_mut().unwrap().remove("value");
    });
    assert_eq!(error.path.as_deref(), Some("articles[0].figures[2]"));
    assert!(error.to_string().contains("missing field `value`"), "{error}");

    let error = changed(|d| d["articles"][0]["figures"][2]["value"] = json!(3.5));
    assert_eq!(error.path.as_deref(), Some("articles[0].figures[2].value"));
    let error = changed(|d| d["articles"][0]["figures"][2]["value"] = json!("1e9"));
    assert!(error.to_string().contains("not a decimal"), "{error}");
    let error = changed(|d| d["articles"][0]["figures"][2]["comparator"] = json!("about"));
    assert!(error.to_string().contains("unknown value `about`"), "{error}");
    let error = changed(|d| d["articles"][0]["published"] = json!("2022-02-30"));
    assert!(error.to_string().contains("not an EDTF date"), "{error}");
}

#[test]
fn duplicate_fields_and_redirects_are_refused() {
    let text = fixture::json_text().replacen("\"redirects\"", "\"units\": [], \"redirects\"", 1);
    assert!(refused(text.as_bytes()).to_string().contains("duplicate field `units`"));
    let text = fixture::json_text().replacen(
        "\"tay-tho-bac\":",
        "\"tay-tho-bac\": \"kheo-tay\", \"tay-tho-bac\":",
        1,
    );
    assert!(refused(text.as_bytes()).to_string().contains("duplicate field `tay-tho-bac`"));
}

fn document(file: &str) -> CorpusFile {
    CorpusFile { file: file.to_owned(), corpus: fixture::corpus() }
}

#[test]
fn equal_documents_merge_into_one() {
    let merged = merge(document("a.json"), [document("b.json"), document("c.json")]).unwrap();
    assert_eq!(merged.corpus, fixture::corpus());
    assert_eq!(merged.origins.file_of(&FactPath::figure(0, 1).field("unit")), "a.json");
}

#[test]
fn different_things_keep_their_file() {
    let mut second = document("b.json");
    second.corpus.articles[0].id = "lang-gio-2023".into();
    let merged = merge(document("a.json"), [second]).unwrap();
    assert_eq!(merged.corpus.articles.len(), 2);
    assert_eq!(merged.origins.file_of(&FactPath::article(1).field("id")), "b.json");
    assert_eq!(merged.origins.file_of(&FactPath::document().field("title")), "a.json");
}

#[test]
fn every_disagreement_names_both_files() {
    let mut second = document("b.json");
    second.corpus.campaigns[0].name.push('!');
    second.corpus.redirects.insert("tay-tho-bac".into(), "kheo-tay".into());
    second.corpus.title.vi.push('!');
    let error = merge(document("a.json"), [second]).unwrap_err();
    let subjects: Vec<String> = error.conflicts.iter().map(|c| c.subject.to_string()).collect();
    assert_eq!(subjects, ["title", "campaigns \"tay-tho-vang\"", "redirects \"tay-tho-bac\""]);
    assert!(error.conflicts.iter().all(|c| c.files == ["a.json", "b.json"]));
}

#[test]
fn a_thing_twice_in_one_document_is_left_for_validation() {
    let mut only = document("a.json");
    let twin = only.corpus.units[0].clone();
    only.corpus.units.push(twin);
    assert_eq!(merge(only, []).unwrap().corpus.units.len(), 7);
}

#[test]
fn decomposed_text_compares_equal_to_composed_text() {
    let text: String = fixture::json_text().nfd().collect();
    assert_ne!(text, fixture::json_text());
    let corpus = load(text.as_bytes()).unwrap();
    assert_eq!(thidua_core::corpus::validate(&corpus), []);
    let report = thidua_core::corpus::verify(&corpus, &fixture::sources());
    assert_eq!(report.problems, []);
}
