//! Loading and merging: complete documents are accepted; everything else is refused with a position and a reason.

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use thidua_core::corpus::{
    CorpusFile, FactPath, LoadError, LoadReason, MAX_BYTES, SourcePosition, load, merge,
};
use thidua_sample::fixture;

fn refused(bytes: &[u8]) -> LoadError {
    load(bytes).expect_err("must be refused")
}

/// The error of loading a changed fixture.
fn changed(change: impl FnOnce(&mut Value)) -> LoadError {
    let mut document = fixture::document();
    change(&mut document);
    refused(serde_json::to_string_pretty(&document).unwrap().as_bytes())
}

#[test]
fn document_is_loaded_and_written_back_unchanged() {
    let corpus = fixture::corpus();
    assert_eq!(serde_json::to_value(&corpus).unwrap(), fixture::document());
}

#[test]
fn load_accepts_a_byte_order_mark() {
    let text = format!("\u{FEFF}{}", fixture::json_text());
    assert_eq!(load(text.as_bytes()), Ok(fixture::corpus()));
}

#[test]
fn load_distinguishes_empty_undecodable_oversized_and_non_json_input() {
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
fn load_refuses_every_truncation() {
    let text = fixture::json_text();
    for end in (1..text.len()).filter(|end| text.is_char_boundary(*end)).step_by(97) {
        let error = refused(text.get(..end).unwrap().as_bytes());
        assert_eq!(error.reason, LoadReason::Truncated, "cut at {end}: {error}");
    }
    let error = refused(format!("{text}{text}").as_bytes());
    assert!(matches!(error.reason, LoadReason::NotJson(_)), "{error}");
}

#[test]
fn load_reports_another_schema_version_before_unknown_fields() {
    let error = refused(br#"{"schema_version": 2, "whatever": []}"#);
    assert_eq!(error.to_string(), "schema version 2, this program reads 1");
    assert!(matches!(refused(br#"{"schema_version": "1"}"#).reason, LoadReason::Version(_)));
    assert_eq!(refused(b"{}").reason, LoadReason::NoVersion);
}

#[test]
fn shape_error_has_path_position_and_reason() {
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
fn load_refuses_duplicate_fields_and_redirects() {
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
fn merge_of_equal_documents_gives_one() {
    let merged = merge(document("a.json"), [document("b.json"), document("c.json")]).unwrap();
    assert_eq!(merged.corpus, fixture::corpus());
    assert_eq!(merged.origins.file_of(&FactPath::figure(0, 1).field("unit")), "a.json");
}

#[test]
fn merge_records_the_origin_of_each_item() {
    let mut second = document("b.json");
    second.corpus.articles[0].id = "lang-gio-2023".into();
    let merged = merge(document("a.json"), [second]).unwrap();
    assert_eq!(merged.corpus.articles.len(), 2);
    assert_eq!(merged.origins.file_of(&FactPath::article(1).field("id")), "b.json");
    assert_eq!(merged.origins.file_of(&FactPath::document().field("title")), "a.json");
}

#[test]
fn merge_conflict_has_both_files() {
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
fn merge_keeps_duplicates_within_one_document() {
    let mut only = document("a.json");
    let twin = only.corpus.units[0].clone();
    only.corpus.units.push(twin);
    assert_eq!(merge(only, []).unwrap().corpus.units.len(), 7);
}

#[test]
fn load_composes_decomposed_text() {
    let text: String = fixture::json_text().nfd().collect();
    assert_ne!(text, fixture::json_text());
    let corpus = load(text.as_bytes()).unwrap();
    assert_eq!(thidua_core::corpus::validate(&corpus), []);
    let report = thidua_core::corpus::verify(&corpus, &fixture::sources());
    assert_eq!(report.problems, []);
}

#[test]
fn languages_are_vietnamese_or_both() {
    use thidua_core::corpus::load;
    use thidua_core::domain::{Lang, SiteLanguages};

    let with = |languages: serde_json::Value| {
        let mut document = serde_json::to_value(fixture::corpus()).unwrap();
        assert!(document.get("languages").is_none(), "the default is not written");
        document["languages"] = languages;
        load(document.to_string().as_bytes())
    };
    let vietnamese = with(serde_json::json!(["vi"])).unwrap();
    assert_eq!(vietnamese.languages.as_slice(), [Lang::Vi]);
    assert_eq!(serde_json::to_value(&vietnamese).unwrap()["languages"], serde_json::json!(["vi"]));
    assert_eq!(with(serde_json::json!(["vi", "en"])).unwrap().languages, SiteLanguages::Both);
    for wrong in [serde_json::json!([]), serde_json::json!(["en"]), serde_json::json!(["en", "vi"])] {
        let error = with(wrong).unwrap_err().to_string();
        assert!(error.contains("languages") && error.contains("[\"vi\"]"), "{error}");
    }
}
