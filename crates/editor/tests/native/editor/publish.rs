//! What the site says about itself, and the package that is published.

use thidua_core::corpus::{Attestation, LossReason};
use thidua_core::domain::SiteLanguages;
use thidua_editor::{PublishTarget, SiteCommand};
use thidua_publish::CorpusPackage;

use super::*;

fn published(editor: &mut Editor, target: PublishTarget) -> CorpusPackage {
    let outcome = editor.execute(Command::Publish(target));
    assert!(!outcome.is_error, "{}", outcome.message);
    let request = outcome.publish.unwrap();
    assert_eq!(request.target, target);
    request.package
}

fn corpus_of(package: &CorpusPackage) -> Corpus {
    let corpus = load(&package.corpus).unwrap();
    assert!(!has_errors(&validate(&corpus)));
    corpus
}

fn set_info(editor: &mut Editor, title: &str) -> Outcome {
    editor.execute(Command::Site(SiteCommand::SetInfo(fields([("title-vi", title)]))))
}

#[test]
fn package_has_the_new_article_its_text_and_the_marks_of_the_old_ones() {
    let old = fixture::corpus();
    let mut editor = Editor::new(old.clone(), BasePath::new("/"), VerifiedArticles::All);
    add(&mut editor, "cau-may.txt", TEXT);
    accept_each(&mut editor);
    let package = published(&mut editor, PublishTarget::OneFile);
    let corpus = corpus_of(&package);
    assert_eq!(corpus.articles.len(), old.articles.len() + 1);
    let new = corpus.articles.last().unwrap();
    assert_eq!(package.texts.keys().collect::<Vec<_>>(), [&new.text.file_stem], "old texts are not at hand");
    let mut sources = SourceTexts::default();
    sources.insert(&new.text.file_stem, &package.texts[&new.text.file_stem], &new.text.sha256);
    let only = Corpus { articles: vec![new.clone()], ..corpus.clone() };
    assert_eq!(verify(&only, &sources).problems, []);
    let attestation = Attestation::read(package.attestation.as_deref().unwrap(), &corpus, "").unwrap();
    assert_eq!(attestation.check(&corpus).verified.len(), corpus.articles.len(), "every mark is kept");
}

#[test]
fn package_that_was_saved_opens_as_the_corpus_with_its_marks_texts_and_address() {
    let mut editor = Editor::new(fixture::corpus(), BasePath::new("/"), VerifiedArticles::All);
    add(&mut editor, "cau-may.txt", TEXT);
    accept_each(&mut editor);
    editor.execute(Command::Site(SiteCommand::SetUrl("thidua.example/kho".to_owned())));
    let package = published(&mut editor, PublishTarget::Package);
    assert_eq!(package.settings.url.as_deref(), Some("https://thidua.example/kho/"));
    let bytes = package.write().unwrap();

    let mut again = editor_of(Corpus::empty(fixture::corpus().title));
    let outcome = again.execute(Command::OpenPackage("kho.zip".to_owned(), bytes.clone()));
    assert!(!outcome.is_error && outcome.message.contains("kho.zip"), "{}", outcome.message);
    assert_eq!(published(&mut again, PublishTarget::Package), package, "nothing is lost on the way");

    for (bytes, reason) in
        [(&bytes[..bytes.len() / 2], "no ZIP archive"), (b"hello".as_slice(), "no ZIP archive")]
    {
        let before = page(&mut again);
        let outcome = again.execute(Command::OpenPackage("hỏng.zip".to_owned(), bytes.to_vec()));
        assert!(outcome.is_error && outcome.message.contains(reason), "{}", outcome.message);
        assert_eq!(page(&mut again), before);
    }
}

#[test]
fn open_guesses_and_drafts_that_stay_out_are_said_before_anything_is_made() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    assert!(page(&mut editor).contains("no fact accepted: stays on the desk"));
    editor.execute(Command::AcceptAll);
    let html = page(&mut editor);
    assert!(html.contains("1 new article"), "{html}");
    assert!(html.contains("aria-current=\"step\""));
    accept_each(&mut editor);
    assert!(page(&mut editor).contains("no guess left open"));
    // Without a new article the site can be published as it is.
    let corpus = fixture::corpus();
    let mut editor = editor_of(corpus.clone());
    assert!(page(&mut editor).contains("No new article and no change"));
    assert_eq!(corpus_of(&published(&mut editor, PublishTarget::SiteZip)), corpus);
}

#[test]
fn title_licence_and_newspapers_are_changed_undone_and_kept_over_a_reload() {
    let mut editor = Editor::new(fixture::corpus(), BasePath::new("/"), VerifiedArticles::All);
    editor.execute(Command::SetLanguage(Lang::En));
    let outcome = set_info(&mut editor, "Thi đua xứ Mây");
    assert!(!outcome.is_error, "{}", outcome.message);
    let outcome = editor.execute(Command::Site(SiteCommand::SetInfo(fields([
        ("licence-name", "CC BY 4.0"),
        ("licence-url", "https://creativecommons.org/licenses/by/4.0/"),
        ("languages", "vi"),
        ("title-en", ""),
    ]))));
    assert!(!outcome.is_error, "{}", outcome.message);
    let outcome = editor.execute(Command::Site(SiteCommand::SetSource(
        None,
        fields([("name", "Báo Mây"), ("site", "baomay.example")]),
    )));
    assert!(!outcome.is_error, "{}", outcome.message);
    let [StorageRequest::Put { uid, json, .. }] = outcome.storage.as_slice() else { panic!("{outcome:?}") };
    assert_eq!(uid, "trang");

    let mut again = Editor::new(fixture::corpus(), BasePath::new("/"), VerifiedArticles::All);
    again.execute(Command::SetLanguage(Lang::En));
    assert!(!again.execute(Command::Restore(json.clone())).is_error);
    let package = published(&mut again, PublishTarget::Package);
    let corpus = corpus_of(&package);
    assert_eq!(corpus.title.vi, "Thi đua xứ Mây");
    assert_eq!(corpus.licence.as_ref().unwrap().name, "CC BY 4.0");
    assert_eq!((corpus.languages, corpus.title.en.as_str()), (SiteLanguages::Vietnamese, ""));
    assert_eq!(corpus.sources.last().unwrap().attribution.vi, "Nguồn: Báo Mây (baomay.example)");
    let attestation = Attestation::read(package.attestation.as_deref().unwrap(), &corpus, "").unwrap();
    assert_eq!(
        attestation.check(&corpus).lost.iter().map(|lost| lost.reason).collect::<Vec<LossReason>>(),
        []
    );

    for _ in 0..3 {
        editor.execute(Command::Site(SiteCommand::Undo));
    }
    assert_eq!(corpus_of(&published(&mut editor, PublishTarget::Package)), fixture::corpus());
    editor.execute(Command::Site(SiteCommand::Redo));
    assert_eq!(corpus_of(&published(&mut editor, PublishTarget::Package)).title.vi, "Thi đua xứ Mây");
}

#[test]
fn change_of_the_site_that_is_no_valid_corpus_is_refused() {
    let mut editor = editor();
    let refused = |editor: &mut Editor, command: SiteCommand, reason: &str| {
        let before = page(editor);
        let outcome = editor.execute(Command::Site(command));
        assert!(outcome.is_error && outcome.message.contains(reason), "{}", outcome.message);
        assert_eq!(page(editor), before);
    };
    refused(&mut editor, SiteCommand::SetInfo(fields([("title-vi", " ")])), "cannot be read");
    let licence = fields([("licence-name", "CC BY"), ("licence-url", "xyz")]);
    refused(&mut editor, SiteCommand::SetInfo(licence), "cannot be read");
    let source = fields([("name", "Báo Mây"), ("attribution-vi", "Nguồn: báo khác")]);
    refused(&mut editor, SiteCommand::SetSource(None, source), "1 problems");
    refused(&mut editor, SiteCommand::SetUrl("không phải".to_owned()), "cannot be read");
    refused(&mut editor, SiteCommand::SetSource(Some("không-có".to_owned()), fields([])), "Not found");
}

#[test]
fn changes_of_names_and_of_the_site_are_undone_independently() {
    let mut editor = editor();
    let id = fixture::corpus().campaigns[0].id.to_string();
    set_info(&mut editor, "Tên mới");
    let rename =
        NamesRequest::Rename { id, name: "Phong trào khác hẳn".to_owned(), new_id: String::new() };
    editor.execute(Command::Names(NamesCommand::Propose(rename)));
    assert!(!editor.execute(Command::Names(NamesCommand::Apply)).is_error);
    editor.execute(Command::Site(SiteCommand::Undo));
    let corpus = corpus_of(&published(&mut editor, PublishTarget::Package));
    assert_eq!(corpus.title, fixture::corpus().title);
    assert_eq!(corpus.campaigns[0].name, "Phong trào khác hẳn");
    editor.execute(Command::Site(SiteCommand::Redo));
    editor.execute(Command::Names(NamesCommand::Undo));
    let corpus = corpus_of(&published(&mut editor, PublishTarget::Package));
    assert_eq!((corpus.title.vi.as_str(), &corpus.campaigns), ("Tên mới", &fixture::corpus().campaigns));
}

#[test]
fn way_that_a_browser_or_a_corpus_does_not_allow_is_said_with_one_that_works() {
    let mut editor = editor();
    assert!(page(&mut editor).contains("cannot write into folders"));
    editor.execute(Command::SetHost {
        url: Some("https://thidua.example/".to_owned()),
        folder: Some("kho".to_owned()),
        can_write_folder: true,
    });
    let html = page(&mut editor);
    assert!(
        !html.contains("cannot write into folders") && html.contains("Save into the folder kho"),
        "{html}"
    );
    assert!(html.contains("value=\"https://thidua.example/\""));
    let mut large = fixture::corpus();
    let article = large.articles[0].clone();
    large.articles = (0..1_001)
        .map(|n| {
            let mut article = article.clone();
            article.id = format!("bai-{n}").as_str().into();
            article
        })
        .collect();
    let mut editor = editor_of(large);
    assert!(page(&mut editor).contains("thidua build"));
    let outcome = editor.execute(Command::Publish(PublishTarget::SiteZip));
    assert!(outcome.is_error && outcome.message.contains("thidua build"), "{}", outcome.message);
}
