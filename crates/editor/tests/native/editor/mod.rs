//! Editor without a browser: commands, export, storage.

mod any_command;
mod drafts;
mod guesses;
mod marks;
mod names;
mod publish;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;

use thidua_core::corpus::{SourceTexts, has_errors, load, validate, verify};
use thidua_core::domain::{Corpus, Lang};
use thidua_editor::{
    Command, Editor, ExportKind, FactId, FactKind, Gap, NamesCommand, NamesRequest, Outcome, StorageRequest,
    TextInput, compare_copy,
};
use thidua_extract::TextSpan;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::VerifiedArticles;
use thidua_sample::fixture;

const TEXT: &str = "\
LĐLĐ quận Cầu Mây: Thi đua sôi nổi

22:25 | 06/09/2023
Năm 2023, LĐLĐ quận Cầu Mây phát động phong trào thi đua “Lao động giỏi”, đã có gần 1.248 sáng kiến của đoàn viên được công nhận.
Có 352 công nhân được biểu dương cấp cơ sở và 95 công nhân được biểu dương cấp quận.
Đồng chí Lê Văn Mây - Chủ tịch LĐLĐ quận Cầu Mây cho biết, có 7 xyz khó hiểu.
";

fn editor_of(corpus: Corpus) -> Editor {
    let mut editor = Editor::new(corpus, BasePath::new("/"), VerifiedArticles::Only([].into()));
    editor.execute(Command::SetLanguage(Lang::En));
    editor
}

fn editor() -> Editor {
    editor_of(fixture::corpus())
}

fn add(editor: &mut Editor, name: &str, text: &str) -> Outcome {
    editor.execute(Command::AddText(TextInput { name: name.to_owned(), text: text.to_owned(), url: None }))
}

fn fields<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Returns all markup of the page.
fn page(editor: &mut Editor) -> String {
    editor.execute(Command::SetLanguage(Lang::En));
    editor.fragments().into_iter().map(|part| part.html).collect()
}

/// Accepts every fact that can be accepted, one by one, with its guesses as the card shows them.
fn accept_each(editor: &mut Editor) {
    editor.execute(Command::SetLanguage(Lang::En));
    for part in editor.fragments() {
        if let Some(fact_id) = part.id.strip_prefix("the-") {
            editor.execute(Command::Accept(fact_id.parse().unwrap()));
        }
    }
}

/// Returns the fact with these printed words.
fn fact_id_of(editor: &mut Editor, words: &str) -> FactId {
    editor.execute(Command::SetLanguage(Lang::En));
    let parts = editor.fragments();
    let card = parts
        .iter()
        .find(|part| part.id.starts_with("the-") && part.html.contains(&format!("lang=\"vi\">{words}</p>")));
    card.unwrap_or_else(|| panic!("no card of {words}")).id.strip_prefix("the-").unwrap().parse().unwrap()
}

#[test]
fn accepted_article_is_exported_as_a_corpus_that_verifies() {
    let mut editor = editor();
    let outcome = add(&mut editor, "cau-may.txt", TEXT);
    assert!(!outcome.is_error && outcome.message.contains("cau-may.txt"), "{}", outcome.message);
    assert!(editor.execute(Command::Export(ExportKind::Article)).is_error, "nothing is accepted yet");
    accept_each(&mut editor);
    let outcome = editor.execute(Command::Export(ExportKind::Article));
    assert_eq!(outcome.files.len(), 2, "{}", outcome.message);
    let (document, text) = (&outcome.files[0], &outcome.files[1]);
    assert_eq!(text.text, TEXT);
    let document = load(document.text.as_bytes()).unwrap();
    let article = &document.articles[0];
    assert_eq!(article.figures[0].as_written, "gần 1.248 sáng kiến");
    assert!(article.figures.iter().all(|figure| !figure.as_written.contains("xyz")));
    let mut sources = SourceTexts::default();
    sources.insert(&article.text.file_stem, &text.text, &article.text.sha256);
    assert_eq!(verify(&document, &sources).problems, []);
    let outcome = editor.execute(Command::Export(ExportKind::Corpus));
    let merged = load(outcome.files[0].text.as_bytes()).unwrap();
    assert!(!has_errors(&validate(&merged)));
    assert_eq!(merged.articles.len(), fixture::corpus().articles.len() + 1);
}

#[test]
fn unverified_fact_is_refused_with_its_reason_and_not_exported() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let figure = fact_id_of(&mut editor, "gần 1.248 sáng kiến");
    accept_each(&mut editor);
    let outcome = editor.execute(Command::Edit(figure, fields([("value", "1.284")])));
    assert!(outcome.message.contains("1248") && outcome.message.contains("1284"), "{}", outcome.message);
    let outcome = editor.execute(Command::Export(ExportKind::Article));
    assert!(outcome.message.contains("1 accepted facts"), "{}", outcome.message);
    let document = load(outcome.files[0].text.as_bytes()).unwrap();
    assert!(document.articles[0].figures.iter().all(|figure| !figure.as_written.contains("sáng kiến")));
    // After a reset it cannot be accepted, either.
    editor.execute(Command::ResetStatus(figure));
    assert!(editor.execute(Command::Accept(figure)).is_error);
    // Undo restores it.
    editor.execute(Command::Undo);
    editor.execute(Command::Undo);
    assert!(!editor.execute(Command::Accept(figure)).is_error);
    editor.execute(Command::AddFactByWords(FactKind::Figure, 6, "7 xyz".to_owned()));
    let unit = fact_id_of(&mut editor, "7 xyz");
    assert!(editor.execute(Command::Accept(unit)).is_error, "a number without a unit");
}

#[test]
fn edited_fact_is_read_again_from_its_words_and_invalid_fields_are_named() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let figure = fact_id_of(&mut editor, "gần 1.248 sáng kiến");
    let outcome = editor.execute(Command::Edit(figure, fields([("words", "352 công nhân"), ("line", "5")])));
    assert!(outcome.message.contains("stands in the text"), "{}", outcome.message);
    for (field, value) in
        [("value", "một"), ("line", "99"), ("when", "hôm qua"), ("role", "king"), ("words", " ")]
    {
        let outcome =
            editor.execute(Command::Edit(figure, fields([("when_as_written", "2023"), (field, value)])));
        assert!(outcome.is_error, "{field} {value}");
    }
    let outcome = editor.execute(Command::Edit(figure, fields([("words", "9.999 công nhân")])));
    assert!(outcome.message.contains("the words do not stand on this line"), "{}", outcome.message);
}

#[test]
fn selected_words_become_facts() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let mention = editor.execute(Command::AddFactByWords(FactKind::Mention, 5, "biểu dương".to_owned()));
    assert!(mention.message.contains("stands in the text"), "{}", mention.message);
    let line = TEXT.split('\n').nth(4).unwrap();
    let start = u32::try_from(line.split("95").next().unwrap().chars().count()).unwrap();
    // A number that a figure holds already is no second figure.
    let held =
        editor.execute(Command::AddFact(FactKind::Figure, TextSpan { line: 5, start, end: start + 2 }));
    assert!(held.message.contains("are held by"), "{}", held.message);
    editor.execute(Command::Undo);
    let first = fact_id_of(&mut editor, "95 công nhân");
    editor.execute(Command::Reject(first));
    let outcome =
        editor.execute(Command::AddFact(FactKind::Figure, TextSpan { line: 5, start, end: start + 2 }));
    assert!(outcome.message.contains("stands in the text"), "{}", outcome.message);
    assert!(
        editor.execute(Command::AddFact(FactKind::Figure, TextSpan { line: 5, start: 0, end: 2 })).is_error
    );
    assert!(editor.execute(Command::AddFactByWords(FactKind::Person, 77, "Lê".to_owned())).is_error);
    let short = editor.execute(Command::AddFactByWords(FactKind::Person, 6, "Lê Văn".to_owned()));
    assert!(short.message.contains("the name is printed longer"), "{}", short.message);
    let person = fact_id_of(&mut editor, "Lê Văn");
    editor.execute(Command::Reject(person));
    assert!(page(&mut editor).contains("rejected"));
}

#[test]
fn noun_of_an_unknown_unit_can_be_added() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    editor.execute(Command::AddFactByWords(FactKind::Figure, 6, "7 xyz".to_owned()));
    let figure = fact_id_of(&mut editor, "7 xyz");
    let outcome = editor.execute(Command::Edit(figure, fields([("unit", "individual"), ("noun", "xyz")])));
    assert!(outcome.message.contains("stands in the text"), "{}", outcome.message);
    accept_each(&mut editor);
    let outcome = editor.execute(Command::Export(ExportKind::Corpus));
    assert!(!outcome.is_error, "{}", outcome.message);
    let merged = load(outcome.files[0].text.as_bytes()).unwrap();
    assert!(merged.units.iter().any(|unit| unit.printed.iter().any(|noun| noun == "xyz")));
}

#[test]
fn campaigns_are_linked_to_the_corpus_or_kept_apart() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    accept_each(&mut editor);
    let known = fixture::corpus().campaigns[0].clone();
    let campaigns = |editor: &mut Editor| {
        let outcome = editor.execute(Command::Export(ExportKind::Article));
        load(outcome.files[0].text.as_bytes()).unwrap().campaigns
    };
    assert!(campaigns(&mut editor).iter().all(|campaign| campaign.id != known.id));
    assert!(!editor.execute(Command::LinkCampaign(0, Some(known.name.clone()))).is_error);
    assert!(campaigns(&mut editor).iter().any(|campaign| campaign.id == known.id));
    editor.execute(Command::LinkCampaign(0, None));
    assert!(campaigns(&mut editor).iter().all(|campaign| campaign.id != known.id));
    assert!(editor.execute(Command::LinkCampaign(0, Some("no such".to_owned()))).is_error);
    assert!(editor.execute(Command::LinkCampaign(99, None)).is_error);
}

#[test]
fn paste_with_several_articles_is_reported_and_split() {
    let filler = "Trong thời gian tới, các cấp công đoàn của quận sẽ tiếp tục chăm lo cho đoàn viên và người lao động trên địa bàn.\n";
    let other = format!("{}{filler}{filler}", TEXT.replace("Cầu Mây", "Cầu Gió").replace("1.248", "3.333"));
    let mut editor = editor();
    add(&mut editor, "hai bài", &format!("{TEXT}Gió Nhẹ\n\n{other}"));
    assert!(page(&mut editor).contains("data-act=\"split\""), "the split is offered");
    accept_each(&mut editor);
    let outcome = editor.execute(Command::Split(None));
    assert!(!outcome.is_error, "{}", outcome.message);
    assert!(outcome.storage.iter().any(|keep| matches!(keep, StorageRequest::Delete { .. })));
    let outcome = editor.execute(Command::Export(ExportKind::Corpus));
    assert!(!outcome.is_error, "what was accepted of the first article is still: {}", outcome.message);
}

#[test]
fn duplicate_text_is_refused_and_duplicate_article_is_reported() {
    let mut editor = editor();
    add(&mut editor, "a", TEXT);
    assert!(add(&mut editor, "b", TEXT).is_error);
    let outcome = add(&mut editor, "lang-may.txt", fixture::TEXT);
    assert!(outcome.message.contains("already"), "{}", outcome.message);
}

#[test]
fn unreadable_text_is_reported_and_changes_nothing() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let before = page(&mut editor);
    let large = "x ".repeat(9 * 1024 * 1024);
    for (text, word) in [
        ("", "empty"),
        (" \u{200B}\n ", "empty"),
        ("Liªn ®oµn lao ®éng: c«ng nh©n viªn chøc", "TCVN3"),
        ("Lieân ñoaøn lao ñoäng: coâng nhaân vieân chöùc", "VNI"),
        (large.as_str(), "MB"),
    ] {
        let outcome = add(&mut editor, "x.txt", text);
        assert!(outcome.is_error && outcome.message.contains(word), "{word}: {}", outcome.message);
    }
    assert_eq!(page(&mut editor), before);
}

#[test]
fn stored_draft_is_restored_with_its_statuses() {
    let mut editor = editor();
    add(&mut editor, "cau-may", TEXT);
    let accepted = fact_id_of(&mut editor, "gần 1.248 sáng kiến");
    let outcome = editor.execute(Command::Accept(accepted));
    let [StorageRequest::Put { uid, revision: 2, json }] = outcome.storage.as_slice() else {
        panic!("{:?}", outcome.storage)
    };
    let mut later = self::editor();
    assert!(!later.execute(Command::Restore(json.clone())).is_error);
    assert_eq!(
        later.execute(Command::Export(ExportKind::Article)).files,
        editor.execute(Command::Export(ExportKind::Article)).files
    );
    // A later revision from another window replaces this one; a conflict keeps both.
    let figure = fact_id_of(&mut later, "gần 1.248 sáng kiến");
    let outcome = later.execute(Command::Reject(figure));
    let [StorageRequest::Put { json: newer, .. }] = outcome.storage.as_slice() else { panic!() };
    assert!(editor.execute(Command::Restore(newer.clone())).message.contains("another window"));
    assert!(page(&mut editor).contains("rejected"));
    assert!(editor.execute(Command::Restore(json.clone())).storage.is_empty());
    let outcome = editor.execute(Command::ResolveConflict(uid.clone()));
    assert!(matches!(outcome.storage.as_slice(), [StorageRequest::Put { uid: other, .. }] if other != uid));
    for broken in ["", "{}", "{\"thidua_draft\":9}", "[1", &json.replace("\"cau-may\"", "7")] {
        assert!(editor.execute(Command::Import("x".to_owned(), broken.to_owned())).is_error, "{broken:.40}");
    }
}

#[test]
fn imported_corpus_replaces_the_corpus_of_the_site() {
    let mut editor = editor_of(load(EMPTY.as_bytes()).unwrap());
    add(&mut editor, "", TEXT);
    let outcome = editor.execute(Command::Import("kho.json".to_owned(), fixture::json_text()));
    assert!(!outcome.is_error && outcome.message.contains("kho.json"), "{}", outcome.message);
    assert_eq!(editor.corpus(), &fixture::corpus());
    accept_each(&mut editor);
    let outcome = editor.execute(Command::Export(ExportKind::Corpus));
    assert_eq!(load(outcome.files[0].text.as_bytes()).unwrap().articles.len(), 2);
}

const EMPTY: &str = r#"{"schema_version": 1, "title": {"vi": "Kho", "en": "Archive"}, "sources": [], "organisations": [],
    "units": [], "campaigns": [], "glossary": [], "redirects": {}, "articles": []}"#;

#[test]
fn preview_shows_pages_of_the_future_site() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    assert!(editor.execute(Command::Preview(Some(String::new()))).is_error, "nothing is accepted");
    accept_each(&mut editor);
    assert!(!editor.execute(Command::Preview(Some(String::new()))).is_error);
    let html = page(&mut editor);
    assert!(html.contains("data-preview") && html.contains("clip__words"));
    assert!(!editor.execute(Command::Preview(Some("en/phong-trao/".to_owned()))).is_error);
    assert!(editor.execute(Command::Preview(Some("khong/co/".to_owned()))).is_error);
    editor.execute(Command::Preview(None));
    assert!(!page(&mut editor).contains("data-preview"));
}

#[test]
fn only_changed_fragments_are_sent() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    editor.fragments();
    let figure = fact_id_of(&mut editor, "gần 1.248 sáng kiến");
    assert_eq!(editor.fragments(), []);
    editor.execute(Command::Accept(figure));
    let sent: Vec<String> = editor.fragments().into_iter().map(|part| part.id).collect();
    assert_eq!(
        sent,
        [
            "soan-ban",
            "soan-buoc",
            "soan-xuat-gi",
            "soan-thanh",
            "soan-dem",
            &format!("the-{figure}"),
            "nguon-4"
        ]
    );
}

#[test]
fn text_of_a_draft_is_escaped() {
    let hostile = TEXT
        .replace("xyz", "<img src=x onerror=alert(1)>")
        .replace("Lê Văn Mây", "Lê <script>alert(2)</script>");
    let mut editor = editor();
    add(&mut editor, "<svg onload=alert(3)>", &hostile);
    let html = page(&mut editor);
    // The pictures of the section that publishes are the editor's own.
    let html = html.replace("<svg class=\"host__picture\"", "");
    assert!(
        html.contains("&lt;img")
            && !html.contains("<img")
            && !html.contains("<script")
            && !html.contains("<svg")
    );
}

#[test]
fn own_copy_is_compared_with_the_facts_of_its_article() {
    let (corpus, text) = (fixture::corpus(), fixture::TEXT);
    let id = corpus.articles[0].id.as_str();
    let own =
        |text: &str| compare_copy(&corpus, id, text, &fixture::sha256(text.as_bytes()), Lang::En).unwrap();
    let (html, said) = own(text);
    assert!(said.contains("stored copy: the fingerprint is the same"), "{said}");
    assert!(html.contains("<mark") && !html.contains("own__wrong"), "{html}");
    // With other line ends and one changed digit, one figure is missing and the others are found.
    let (html, said) = own(&format!("Bản in\r\n{}", text.replace('\n', "\r\n").replace("1.352", "1.353")));
    assert!(said.contains("not the stored one"), "{said}");
    assert_eq!(html.matches("the words do not stand on this line").count(), 1, "{html}");
    assert!(own("").1.starts_with("0 of"));
    // In a copy with another line before it, the sentence is found by the line of the source text.
    let line = corpus.articles[0].figures[0].line;
    let (html, _) = own(&format!("Bản in\n{text}"));
    let moved = format!("<span class=\"src__no\">{}</span>", line + 1);
    let found = html.split("<div class=\"src__line\"").find(|part| part.contains(&moved)).unwrap();
    assert!(found.contains(&format!("data-recorded=\"{line}")), "{html}");
    assert!(compare_copy(&corpus, "no-such", text, "", Lang::Vi).is_none());
}

#[test]
fn every_labelled_article_is_exported_and_verifies() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/extract/test");
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    names.sort();
    let mut editor = editor_of(load(EMPTY.as_bytes()).unwrap());
    for path in &names {
        let name = path.file_name().unwrap().to_string_lossy();
        let outcome = add(&mut editor, &name, &fs::read_to_string(path).unwrap());
        assert!(!outcome.is_error, "{name}: {}", outcome.message);
        accept_each(&mut editor);
    }
    let outcome = editor.execute(Command::Export(ExportKind::Corpus));
    let merged = load(outcome.files[0].text.as_bytes()).unwrap();
    assert!(!has_errors(&validate(&merged)));
    // Two articles of another genre have no facts; an article without an organisation is not exported.
    assert!(
        merged.articles.len() + 4 >= names.len(),
        "{} of {}: {}",
        merged.articles.len(),
        names.len(),
        outcome.message
    );
}
