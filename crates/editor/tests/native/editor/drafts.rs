//! Drafts as a whole: discarding and taking back, and where an article comes from.

use super::*;

fn put(outcome: &Outcome) -> Vec<&str> {
    let puts = outcome.storage.iter().filter_map(|request| match request {
        StorageRequest::Put { uid, .. } => Some(uid.as_str()),
        StorageRequest::Delete { .. } => None,
    });
    puts.collect()
}

fn uid(outcome: &Outcome) -> String {
    put(outcome).first().unwrap().to_string()
}

/// Exports the open article alone.
fn exported(editor: &mut Editor) -> (Corpus, String) {
    let outcome = editor.execute(Command::Export(ExportKind::Article));
    assert!(!outcome.is_error, "{}", outcome.message);
    (load(outcome.files[0].text.as_bytes()).unwrap(), outcome.files[1].text.clone())
}

fn verifies(document: &Corpus, text: &str) {
    let article = &document.articles[0];
    let mut sources = SourceTexts::default();
    sources.insert(&article.text.file_stem, text, &article.text.sha256);
    assert_eq!(verify(document, &sources).problems, []);
}

#[test]
fn draft_is_discarded_after_a_question_and_taken_back_at_its_place() {
    let mut editor = editor();
    let first = uid(&add(&mut editor, "one.txt", TEXT));
    let second =
        uid(&add(&mut editor, "two.txt", "LĐLĐ quận Lang Mây thi đua\n\nCó 12 công nhân được biểu dương.\n"));
    let outcome = editor.execute(Command::AskRemoval(Some(first.clone())));
    assert!(outcome.storage.is_empty(), "asking discards nothing");
    assert!(page(&mut editor).contains("Remove this draft?"));
    editor.execute(Command::AskRemoval(None));
    assert!(!page(&mut editor).contains("Remove this draft?"));
    let outcome = editor.execute(Command::Remove(first.clone()));
    assert_eq!(outcome.storage, [StorageRequest::Delete { uid: first.clone() }]);
    let outcome = editor.execute(Command::TakeBack);
    assert_eq!(put(&outcome), [first.as_str()], "{}", outcome.message);
    let html = page(&mut editor);
    assert!(html.find(&first).unwrap() < html.find(&second).unwrap(), "it is at its old place");
    assert!(editor.execute(Command::TakeBack).message.contains("Nothing to undo"));
    // The same text read again is not there twice.
    editor.execute(Command::Remove(first));
    add(&mut editor, "again.txt", TEXT);
    assert!(editor.execute(Command::TakeBack).is_error);
}

#[test]
fn list_shows_headline_organisation_and_state_and_can_be_searched_once_it_is_long() {
    let mut editor = editor();
    for number in 0..5 {
        assert!(!page(&mut editor).contains("data-filter"));
        add(&mut editor, "", &TEXT.replace("Thi đua sôi nổi", &format!("Thi đua số {number}")));
    }
    let html = page(&mut editor);
    assert!(html.contains("data-filter"));
    assert!(html.contains("data-find=\"ldld-quan-cau-may-thi-dua-so-4"), "{html}");
    assert!(html.contains("Liên đoàn Lao động quận Cầu Mây</span>"), "{html}");
}

#[test]
fn address_fills_the_newspaper_and_all_three_fields_are_exported_and_verify() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    accept_each(&mut editor);
    let url = "www.laodongthudo.vn/bai-1.html".to_owned();
    let outcome = editor.execute(Command::SetOrigin(fields([
        ("url", &url),
        ("newspaper", ""),
        ("published", "6/9/2023 22:25"),
    ])));
    assert!(!outcome.is_error, "{}", outcome.message);
    let (document, text) = exported(&mut editor);
    let article = &document.articles[0];
    assert_eq!(article.url.as_deref(), Some(format!("https://{url}").as_str()));
    assert_eq!(article.source.as_deref(), Some("lao-dong-thu-do"));
    assert_eq!(article.published.unwrap().to_string(), "2023-09-06T22:25");
    assert_eq!(text, TEXT, "the date is printed already");
    verifies(&document, &text);
    editor.execute(Command::Undo);
    assert_eq!(exported(&mut editor).0.articles[0].url, None);
}

#[test]
fn date_that_the_text_does_not_print_becomes_a_line_of_it() {
    let mut editor = editor();
    let text = TEXT.replace("22:25 | 06/09/2023\n", "");
    let before = uid(&add(&mut editor, "", &text));
    accept_each(&mut editor);
    let outcome = editor.execute(Command::SetOrigin(fields([("published", "2023-09-06")])));
    assert!(
        outcome.message.contains("06/09/2023") || outcome.message.contains("6/9/2023"),
        "{}",
        outcome.message
    );
    assert!(
        outcome.storage.contains(&StorageRequest::Delete { uid: before }),
        "another text has another key"
    );
    let json = outcome.storage.iter().find_map(|request| match request {
        StorageRequest::Put { json, .. } => Some(json.clone()),
        StorageRequest::Delete { .. } => None,
    });
    let (document, exported_text) = exported(&mut editor);
    assert_eq!(document.articles[0].published.unwrap().to_string(), "2023-09-06");
    assert!(exported_text.starts_with(&text) && exported_text != text);
    verifies(&document, &exported_text);
    // It is there after a reload.
    let mut again = editor_of(fixture::corpus());
    assert!(!again.execute(Command::Restore(json.unwrap())).is_error);
    assert_eq!(exported(&mut again), (document, exported_text));
}

#[test]
fn origin_that_nothing_proves_is_refused_with_what_to_do_and_changes_nothing() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    for (field, value, reason) in [
        ("url", "không phải địa chỉ", "no web address"),
        ("url", "javascript:alert(1)", "no web address"),
        ("newspaper", "Báo Mây Trắng", "is not in the text"),
        ("published", "hôm qua", "No date can be read"),
        ("published", "31/2/2023", "No date can be read"),
    ] {
        let before = page(&mut editor);
        let outcome = editor.execute(Command::SetOrigin(fields([(field, value)])));
        assert!(outcome.is_error && outcome.message.contains(reason), "{field} {value}: {}", outcome.message);
        assert_eq!(page(&mut editor), before);
    }
    // A new newspaper needs the address of its article.
    accept_each(&mut editor);
    let given = fields([("newspaper", "Mây Trắng"), ("url", "https://maytrang.example/1")]);
    let outcome = editor.execute(Command::SetOrigin(given));
    assert!(!outcome.is_error, "{}", outcome.message);
    let (document, text) = exported(&mut editor);
    assert_eq!(document.sources[0].site.as_deref(), Some("maytrang.example"));
    assert_eq!(document.articles[0].source.as_deref(), Some("may-trang"));
    verifies(&document, &text);
}
