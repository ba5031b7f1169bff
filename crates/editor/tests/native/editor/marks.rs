//! Marks of verified articles: the exported attestation, and the preview that shows the same.

use thidua_core::corpus::{Attestation, LossReason};
use thidua_core::domain::ArticleId;

use super::*;

fn editor_with(marks: VerifiedArticles) -> Editor {
    let mut editor = Editor::new(fixture::corpus(), BasePath::new("/"), marks);
    editor.execute(Command::SetLanguage(Lang::En));
    add(&mut editor, "", TEXT);
    accept_each(&mut editor);
    editor
}

/// Exports the corpus and returns it with its attestation.
fn exported(editor: &mut Editor) -> (Corpus, Attestation) {
    let outcome = editor.execute(Command::Export(ExportKind::Corpus));
    let [corpus, attestation] = outcome.files.as_slice() else { panic!("{}", outcome.message) };
    assert_eq!((corpus.name.as_str(), attestation.name.as_str()), ("corpus.json", "attestation.json"));
    let corpus = load(corpus.text.as_bytes()).unwrap();
    let attestation = Attestation::read(attestation.text.as_bytes(), &corpus, "").unwrap();
    (corpus, attestation)
}

/// Returns whether the preview marks the figures of an article as verified.
fn is_marked_in_preview(editor: &mut Editor, id: &ArticleId) -> bool {
    let outcome = editor.execute(Command::Preview(Some(format!("en/bai-viet/{id}/"))));
    assert!(!outcome.is_error, "{}", outcome.message);
    let html = page(editor);
    let [yes, no] = ["mark--yes", "mark--no"].map(|class| html.contains(class));
    assert_ne!(yes, no, "{html}");
    yes
}

#[test]
fn marks_of_untouched_articles_are_carried_over_and_the_preview_shows_them() {
    let old = fixture::corpus().articles[0].id.clone();
    for (marks, is_marked) in [(VerifiedArticles::All, true), (VerifiedArticles::Only([].into()), false)] {
        let mut editor = editor_with(marks);
        let (corpus, attestation) = exported(&mut editor);
        let check = attestation.check(&corpus);
        let new = corpus.articles.last().unwrap().id.clone();
        assert_eq!(check.lost, []);
        assert!(check.verified.contains(&new));
        assert_eq!(check.verified.contains(&old), is_marked);
        for id in [old.clone(), new] {
            assert_eq!(is_marked_in_preview(&mut editor, &id), check.verified.contains(&id), "{id}");
        }
        let entry = attestation.articles.last().unwrap();
        assert_eq!(entry.guesses.all, entry.guesses.confirmed, "every fact was accepted on its own");
    }
}

#[test]
fn attestation_of_an_opened_corpus_is_read_and_lost_marks_are_named() {
    let mut editor = editor_with(VerifiedArticles::All);
    let corpus = fixture::corpus();
    let attestation = String::from_utf8(Attestation::of(&corpus, |_| true).to_json()).unwrap();
    let import = |editor: &mut Editor, name: &str, text: &str| {
        editor.execute(Command::Import(name.to_owned(), text.to_owned()))
    };
    // Without its attestation, an opened corpus has no marks.
    assert!(!import(&mut editor, "kho.json", &fixture::json_text()).is_error);
    assert_eq!(exported(&mut editor).1.articles.len(), 1);
    assert!(import(&mut editor, "attestation.json", &attestation).message.contains("1 of 1"));
    let (merged, written) = exported(&mut editor);
    assert_eq!(written.check(&merged).verified.len(), 2);
    // Of another state of the corpus: the mark is lost, and said to be.
    let mut changed = corpus.clone();
    changed.articles[0].figures[0].value = 16u32.into();
    let other = String::from_utf8(Attestation::of(&changed, |_| true).to_json()).unwrap();
    let outcome = import(&mut editor, "attestation.json", &other);
    assert!(outcome.message.contains(corpus.articles[0].id.as_str()), "{}", outcome.message);
    let (merged, written) = exported(&mut editor);
    let check = written.check(&merged);
    assert_eq!((check.verified.len(), check.lost[0].reason), (1, LossReason::FactsChanged));
    // Cut short, of a later version, of the old form and another corpus.
    for broken in [
        attestation.get(..attestation.len() / 2).unwrap(),
        r#"{"schema_version": 9, "articles": []}"#,
        r#"{"schema_version": 1, "corpus_sha256": "00", "articles": [{"id": "a", "verified": true}]}"#,
    ] {
        assert!(import(&mut editor, "attestation.json", broken).is_error, "{broken}");
    }
}

#[test]
fn preview_shows_the_marks_of_all_drafts_that_are_exported() {
    let mut editor = editor_with(VerifiedArticles::Only([].into()));
    let other = TEXT.replace("Cầu Mây", "Cầu Gió").replace("1.248", "3.333");
    add(&mut editor, "b", &other);
    accept_each(&mut editor);
    let (corpus, attestation) = exported(&mut editor);
    assert_eq!((corpus.articles.len(), attestation.articles.len()), (3, 2));
    for article in &corpus.articles {
        let is_attested = attestation.check(&corpus).verified.contains(&article.id);
        assert_eq!(is_marked_in_preview(&mut editor, &article.id), is_attested, "{}", article.id);
    }
}
