//! The workbench without a browser: every act, and what leaves.

mod any_act;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use thidua_core::corpus::{SourceTexts, has_errors, load, validate, verify};
use thidua_core::domain::{Corpus, Lang};
use thidua_editor::{Act, Desk, Export, Given, Keep, Slot, Told, What, own_copy};
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

fn desk_of(corpus: Corpus) -> Desk {
    let mut desk = Desk::new(corpus, BasePath::new("/"), VerifiedArticles::Only([].into()));
    desk.act(Act::Look(Lang::En));
    desk
}

fn desk() -> Desk {
    desk_of(fixture::corpus())
}

fn add(desk: &mut Desk, name: &str, text: &str) -> Told {
    desk.act(Act::Add(Given { name: name.to_owned(), text: text.to_owned(), url: None }))
}

fn fields<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// All markup that is on the page, whatever was sent before.
fn page(desk: &mut Desk) -> String {
    desk.act(Act::Look(Lang::En));
    desk.parts().into_iter().map(|part| part.html).collect()
}

/// The card of the fact with these printed words.
fn slot_of(desk: &mut Desk, words: &str) -> Slot {
    desk.act(Act::Look(Lang::En));
    let parts = desk.parts();
    let card = parts
        .iter()
        .find(|part| part.id.starts_with("the-") && part.html.contains(&format!("lang=\"vi\">{words}</p>")));
    card.unwrap_or_else(|| panic!("no card of {words}")).id.strip_prefix("the-").unwrap().parse().unwrap()
}

#[test]
fn an_article_is_accepted_and_leaves_as_a_corpus_that_verifies() {
    let mut desk = desk();
    let told = add(&mut desk, "cau-may.txt", TEXT);
    assert!(!told.is_refusal && told.said.contains("cau-may.txt"), "{}", told.said);
    assert!(desk.act(Act::Export(Export::Article)).is_refusal, "nothing is accepted yet");
    desk.act(Act::AcceptAll);
    let told = desk.act(Act::Export(Export::Article));
    assert_eq!(told.files.len(), 2, "{}", told.said);
    let (document, text) = (&told.files[0], &told.files[1]);
    assert_eq!(text.text, TEXT);
    let document = load(document.text.as_bytes()).unwrap();
    let article = &document.articles[0];
    assert_eq!(article.figures[0].as_written, "gần 1.248 sáng kiến");
    assert!(article.figures.iter().all(|figure| !figure.as_written.contains("xyz")));
    let mut sources = SourceTexts::default();
    sources.insert(&article.text.file_stem, &text.text, &article.text.sha256);
    assert_eq!(verify(&document, &sources).problems, []);
    let told = desk.act(Act::Export(Export::Corpus));
    let merged = load(told.files[0].text.as_bytes()).unwrap();
    assert!(!has_errors(&validate(&merged)));
    assert_eq!(merged.articles.len(), fixture::corpus().articles.len() + 1);
}

#[test]
fn what_does_not_stand_in_the_text_is_refused_with_the_reason_and_does_not_leave() {
    let mut desk = desk();
    add(&mut desk, "", TEXT);
    let figure = slot_of(&mut desk, "gần 1.248 sáng kiến");
    desk.act(Act::AcceptAll);
    let told = desk.act(Act::Edit(figure, fields([("value", "1.284")])));
    assert!(told.said.contains("1248") && told.said.contains("1284"), "{}", told.said);
    let told = desk.act(Act::Export(Export::Article));
    assert!(told.said.contains("1 accepted facts"), "{}", told.said);
    let document = load(told.files[0].text.as_bytes()).unwrap();
    assert!(document.articles[0].figures.iter().all(|figure| !figure.as_written.contains("sáng kiến")));
    // Reconsidered, it cannot be accepted either.
    desk.act(Act::Propose(figure));
    assert!(desk.act(Act::Accept(figure)).is_refusal);
    // The step back makes it right again.
    desk.act(Act::Undo);
    desk.act(Act::Undo);
    assert!(!desk.act(Act::Accept(figure)).is_refusal);
    desk.act(Act::TakeWords(What::Figure, 6, "7 xyz".to_owned()));
    let unit = slot_of(&mut desk, "7 xyz");
    assert!(desk.act(Act::Accept(unit)).is_refusal, "a number without a unit");
}

#[test]
fn mending_reads_the_print_anew_and_names_what_it_cannot_read() {
    let mut desk = desk();
    add(&mut desk, "", TEXT);
    let figure = slot_of(&mut desk, "gần 1.248 sáng kiến");
    let told = desk.act(Act::Edit(figure, fields([("words", "352 công nhân"), ("line", "5")])));
    assert!(told.said.contains("stands in the text"), "{}", told.said);
    for (field, value) in
        [("value", "một"), ("line", "99"), ("when", "hôm qua"), ("role", "king"), ("words", " ")]
    {
        let told = desk.act(Act::Edit(figure, fields([("when_as_written", "2023"), (field, value)])));
        assert!(told.is_refusal, "{field} {value}");
    }
    let told = desk.act(Act::Edit(figure, fields([("words", "9.999 công nhân")])));
    assert!(told.said.contains("the words do not stand on this line"), "{}", told.said);
}

#[test]
fn words_that_are_chosen_become_facts() {
    let mut desk = desk();
    add(&mut desk, "", TEXT);
    let mention = desk.act(Act::TakeWords(What::Mention, 5, "biểu dương".to_owned()));
    assert!(mention.said.contains("stands in the text"), "{}", mention.said);
    let line = TEXT.split('\n').nth(4).unwrap();
    let at = line.split("95").next().unwrap().chars().count() as u32;
    let told = desk.act(Act::Take(What::Figure, TextSpan { line: 5, start: at, end: at + 2 }));
    assert!(told.said.contains("stands in the text"), "{}", told.said);
    assert!(desk.act(Act::Take(What::Figure, TextSpan { line: 5, start: 0, end: 2 })).is_refusal);
    assert!(desk.act(Act::TakeWords(What::Person, 77, "Lê".to_owned())).is_refusal);
    assert!(desk.act(Act::TakeWords(What::Person, 6, "Lê Văn".to_owned())).said.contains("stands"));
    let person = slot_of(&mut desk, "Lê Văn");
    desk.act(Act::Reject(person));
    assert!(page(&mut desk).contains("rejected"));
}

#[test]
fn a_unit_that_is_in_no_vocabulary_can_be_named() {
    let mut desk = desk();
    add(&mut desk, "", TEXT);
    desk.act(Act::TakeWords(What::Figure, 6, "7 xyz".to_owned()));
    let figure = slot_of(&mut desk, "7 xyz");
    let told = desk.act(Act::Edit(figure, fields([("unit", "individual"), ("noun", "xyz")])));
    assert!(told.said.contains("stands in the text"), "{}", told.said);
    desk.act(Act::AcceptAll);
    let told = desk.act(Act::Export(Export::Corpus));
    assert!(!told.is_refusal, "{}", told.said);
    let merged = load(told.files[0].text.as_bytes()).unwrap();
    assert!(merged.units.iter().any(|unit| unit.printed.iter().any(|noun| noun == "xyz")));
}

#[test]
fn names_are_joined_or_kept_apart() {
    let mut desk = desk();
    add(&mut desk, "", TEXT);
    desk.act(Act::AcceptAll);
    let known = fixture::corpus().campaigns[0].clone();
    let campaigns = |desk: &mut Desk| {
        let told = desk.act(Act::Export(Export::Article));
        load(told.files[0].text.as_bytes()).unwrap().campaigns
    };
    assert!(campaigns(&mut desk).iter().all(|campaign| campaign.id != known.id));
    assert!(!desk.act(Act::Join(0, Some(known.name.clone()))).is_refusal);
    assert!(campaigns(&mut desk).iter().any(|campaign| campaign.id == known.id));
    desk.act(Act::Join(0, None));
    assert!(campaigns(&mut desk).iter().all(|campaign| campaign.id != known.id));
    assert!(desk.act(Act::Join(0, Some("no such".to_owned()))).is_refusal);
    assert!(desk.act(Act::Join(99, None)).is_refusal);
}

#[test]
fn several_articles_in_one_paste_are_told_and_split() {
    let filler = "Trong thời gian tới, các cấp công đoàn của quận sẽ tiếp tục chăm lo cho đoàn viên và người lao động trên địa bàn.\n";
    let other = format!("{}{filler}{filler}", TEXT.replace("Cầu Mây", "Cầu Gió").replace("1.248", "3.333"));
    let mut desk = desk();
    add(&mut desk, "hai bài", &format!("{TEXT}Gió Nhẹ\n\n{other}"));
    assert!(page(&mut desk).contains("data-act=\"split\""), "it is told");
    desk.act(Act::AcceptAll);
    let told = desk.act(Act::Split(None));
    assert!(!told.is_refusal, "{}", told.said);
    assert!(told.keep.iter().any(|keep| matches!(keep, Keep::Drop { .. })));
    let told = desk.act(Act::Export(Export::Corpus));
    assert!(!told.is_refusal, "what was accepted of the first article is still: {}", told.said);
}

#[test]
fn the_same_text_lies_on_the_desk_once_and_known_articles_are_told() {
    let mut desk = desk();
    add(&mut desk, "a", TEXT);
    assert!(add(&mut desk, "b", TEXT).is_refusal);
    let told = add(&mut desk, "lang-may.txt", fixture::TEXT);
    assert!(told.said.contains("already"), "{}", told.said);
}

#[test]
fn bad_texts_are_named_and_leave_the_desk_as_it_was() {
    let mut desk = desk();
    add(&mut desk, "", TEXT);
    let before = page(&mut desk);
    let large = "x ".repeat(9 * 1024 * 1024);
    for (text, word) in [
        ("", "empty"),
        (" \u{200B}\n ", "empty"),
        ("Liªn ®oµn lao ®éng: c«ng nh©n viªn chøc", "TCVN3"),
        ("Lieân ñoaøn lao ñoäng: coâng nhaân vieân chöùc", "VNI"),
        (large.as_str(), "MB"),
    ] {
        let told = add(&mut desk, "x.txt", text);
        assert!(told.is_refusal && told.said.contains(word), "{word}: {}", told.said);
    }
    assert_eq!(page(&mut desk), before);
}

#[test]
fn a_draft_is_kept_and_comes_back_with_what_was_said() {
    let mut desk = desk();
    add(&mut desk, "cau-may", TEXT);
    let told = desk.act(Act::AcceptAll);
    let [Keep::Put { uid, revision: 2, json }] = told.keep.as_slice() else { panic!("{:?}", told.keep) };
    let mut later = self::desk();
    assert!(!later.act(Act::Restore(json.clone())).is_refusal);
    assert_eq!(later.act(Act::Export(Export::Article)).files, desk.act(Act::Export(Export::Article)).files);
    // A later state from another window replaces this one; a clash keeps both.
    let figure = slot_of(&mut later, "gần 1.248 sáng kiến");
    let told = later.act(Act::Reject(figure));
    let [Keep::Put { json: newer, .. }] = told.keep.as_slice() else { panic!() };
    assert!(desk.act(Act::Restore(newer.clone())).said.contains("another window"));
    assert!(page(&mut desk).contains("rejected"));
    assert!(desk.act(Act::Restore(json.clone())).keep.is_empty());
    let told = desk.act(Act::Clash(uid.clone()));
    assert!(matches!(told.keep.as_slice(), [Keep::Put { uid: other, .. }] if other != uid));
    for broken in ["", "{}", "{\"thidua_draft\":9}", "[1", &json.replace("\"cau-may\"", "7")] {
        assert!(desk.act(Act::Import("x".to_owned(), broken.to_owned())).is_refusal, "{broken:.40}");
    }
}

#[test]
fn another_corpus_takes_the_place_of_the_sites() {
    let mut desk = desk_of(load(EMPTY.as_bytes()).unwrap());
    add(&mut desk, "", TEXT);
    let told = desk.act(Act::Import("kho.json".to_owned(), fixture::json_text()));
    assert!(!told.is_refusal && told.said.contains("kho.json"), "{}", told.said);
    assert_eq!(desk.corpus(), &fixture::corpus());
    desk.act(Act::AcceptAll);
    let told = desk.act(Act::Export(Export::Corpus));
    assert_eq!(load(told.files[0].text.as_bytes()).unwrap().articles.len(), 2);
}

const EMPTY: &str = r#"{"schema_version": 1, "title": {"vi": "Kho", "en": "Archive"}, "sources": [], "organisations": [],
    "units": [], "campaigns": [], "glossary": [], "redirects": {}, "articles": []}"#;

#[test]
fn the_pages_that_would_be_are_shown() {
    let mut desk = desk();
    add(&mut desk, "", TEXT);
    assert!(desk.act(Act::Preview(Some(String::new()))).is_refusal, "nothing is accepted");
    desk.act(Act::AcceptAll);
    assert!(!desk.act(Act::Preview(Some(String::new()))).is_refusal);
    let html = page(&mut desk);
    assert!(html.contains("data-preview") && html.contains("clip__words"));
    assert!(!desk.act(Act::Preview(Some("en/phong-trao/".to_owned()))).is_refusal);
    assert!(desk.act(Act::Preview(Some("khong/co/".to_owned()))).is_refusal);
    desk.act(Act::Preview(None));
    assert!(!page(&mut desk).contains("data-preview"));
}

#[test]
fn only_what_changed_is_sent() {
    let mut desk = desk();
    add(&mut desk, "", TEXT);
    desk.parts();
    let figure = slot_of(&mut desk, "gần 1.248 sáng kiến");
    assert_eq!(desk.parts(), []);
    desk.act(Act::Accept(figure));
    let sent: Vec<String> = desk.parts().into_iter().map(|part| part.id).collect();
    assert_eq!(sent, ["soan-ban", "soan-thanh", &format!("the-{figure}"), "nguon-4"]);
}

#[test]
fn texts_are_shown_as_text() {
    let hostile = TEXT
        .replace("xyz", "<img src=x onerror=alert(1)>")
        .replace("Lê Văn Mây", "Lê <script>alert(2)</script>");
    let mut desk = desk();
    add(&mut desk, "<svg onload=alert(3)>", &hostile);
    let html = page(&mut desk);
    assert!(
        html.contains("&lt;img")
            && !html.contains("<img")
            && !html.contains("<script")
            && !html.contains("<svg")
    );
}

#[test]
fn a_readers_own_copy_is_held_against_the_facts() {
    let (corpus, text) = (fixture::corpus(), fixture::TEXT);
    let id = corpus.articles[0].id.as_str();
    let own = |text: &str| own_copy(&corpus, id, text, &fixture::sha256(text.as_bytes()), Lang::En).unwrap();
    let (html, said) = own(text);
    assert!(said.contains("stored copy: the fingerprint is the same"), "{said}");
    assert!(html.contains("<mark") && !html.contains("own__wrong"), "{html}");
    // Other line ends and one digit changed: one figure no longer stands there, the others are found.
    let (html, said) = own(&format!("Bản in\r\n{}", text.replace('\n', "\r\n").replace("1.352", "1.353")));
    assert!(said.contains("not the stored one"), "{said}");
    assert_eq!(html.matches("the words do not stand on this line").count(), 1, "{html}");
    assert!(own("").1.starts_with("0 of"));
    assert!(own_copy(&corpus, "no-such", text, "", Lang::Vi).is_none());
}

#[test]
fn seeds_and_labelled_articles_go_through_whole() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/extract/test");
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    names.sort();
    let mut desk = desk_of(load(EMPTY.as_bytes()).unwrap());
    for path in &names {
        let name = path.file_name().unwrap().to_string_lossy();
        let told = add(&mut desk, &name, &fs::read_to_string(path).unwrap());
        assert!(!told.is_refusal, "{name}: {}", told.said);
        desk.act(Act::AcceptAll);
    }
    let told = desk.act(Act::Export(Export::Corpus));
    let merged = load(told.files[0].text.as_bytes()).unwrap();
    assert!(!has_errors(&validate(&merged)));
    // Two articles of another genre have no facts, and what has no organisation stays on the desk.
    assert!(
        merged.articles.len() + 4 >= names.len(),
        "{} of {}: {}",
        merged.articles.len(),
        names.len(),
        told.said
    );
}
