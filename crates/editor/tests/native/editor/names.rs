//! Names of the corpus in the editor: find, propose, apply, undo, export.

use super::*;
use thidua_core::corpus::Attestation;
use thidua_core::domain::CampaignId;
use thidua_sample::bundled;

fn public() -> Editor {
    editor_of(load(&bundled::bundled()).unwrap())
}

/// Executes a button or form of the section.
fn act(editor: &mut Editor, name: &str, data: &[(&str, &str)]) -> Outcome {
    let data = data.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    editor.execute(Command::parse(name, &data).unwrap())
}

fn section(editor: &mut Editor) -> String {
    editor.execute(Command::SetLanguage(Lang::En));
    editor.fragments().into_iter().find(|part| part.id == "soan-ten-kho").unwrap().html
}

fn exported(editor: &mut Editor) -> Corpus {
    let outcome = editor.execute(Command::Export(ExportKind::Corpus));
    assert!(!outcome.is_error, "{}", outcome.message);
    let corpus = load(outcome.files[0].text.as_bytes()).unwrap();
    assert!(!has_errors(&validate(&corpus)));
    corpus
}

#[test]
fn campaign_of_the_corpus_is_found_by_id_name_or_part_of_a_name() {
    let mut editor = public();
    assert!(!section(&mut editor).contains("details class=\"names\" open"));
    for query in ["thi-lai-xe-gioi", "thi lái xe giỏi", "LÁI XE GIỎI", "lai xe"] {
        let outcome = act(&mut editor, "names-find", &[("find", query)]);
        assert!(!outcome.is_error, "{query}: {}", outcome.message);
        let html = section(&mut editor);
        assert!(html.contains("thi-lai-xe-gioi") && html.contains("1 article"), "{query}: {html}");
    }
    // Several: a list of buttons.
    act(&mut editor, "names-find", &[("find", "công nhân giỏi")]);
    let html = section(&mut editor);
    assert!(
        html.contains("data-known=\"danh-hieu-cong-nhan-gioi\"")
            && html.contains("data-known=\"phong-trao-cong-nhan-gioi\"")
    );
    act(&mut editor, "names-find", &[("known", "danh-hieu-cong-nhan-gioi")]);
    assert!(section(&mut editor).contains("names-rename"));
    for query in ["", "không có phong trào này"] {
        assert!(act(&mut editor, "names-find", &[("find", query)]).is_error);
    }
    act(&mut editor, "names-close", &[]);
    assert!(!section(&mut editor).contains("names-rename"));
}

#[test]
fn rename_is_proposed_in_words_then_applied_undone_and_exported() {
    let mut editor = public();
    let before = editor.corpus().clone();
    assert!(editor.execute(Command::Export(ExportKind::Corpus)).is_error, "nothing to export");
    let form =
        [("known", "thi-lai-xe-gioi"), ("name", "Hội thi lái xe giỏi"), ("new-id", "hoi-thi-lai-xe-gioi")];
    act(&mut editor, "names-find", &[("find", "thi-lai-xe-gioi")]);
    let outcome = act(&mut editor, "names-rename", &form);
    assert!(!outcome.is_error, "{}", outcome.message);
    assert!(editor.corpus() == &before);
    let html = section(&mut editor);
    assert!(html.contains("“Thi lái xe giỏi” becomes “Hội thi lái xe giỏi”: 1 article"), "{html}");
    assert!(html.contains("The old address thi-lai-xe-gioi leads to hoi-thi-lai-xe-gioi"), "{html}");
    let outcome = act(&mut editor, "names-apply", &[]);
    assert!(outcome.message.contains("becomes") && !outcome.is_error);
    let after = exported(&mut editor);
    assert_eq!(after.redirects["thi-lai-xe-gioi"], "hoi-thi-lai-xe-gioi");
    // The site stays as it is: copies of its articles are compared with it.
    assert!(editor.site_corpus() == &before);

    act(&mut editor, "names-undo", &[]);
    assert!(editor.corpus() == &before);
    assert!(editor.execute(Command::Export(ExportKind::Corpus)).is_error);
    act(&mut editor, "names-redo", &[]);
    assert!(editor.corpus() == &after);
    assert!(act(&mut editor, "names-apply", &[]).is_error, "nothing is proposed");
}

#[test]
fn refused_operation_says_why_in_both_languages_and_changes_nothing() {
    let mut editor = public();
    let before = editor.corpus().clone();
    let form = [("known", "phong-trao-lao-dong-gioi"), ("into", "danh-hieu-lao-dong-gioi")];
    let outcome = act(&mut editor, "names-join", &form);
    assert!(outcome.is_error && outcome.message.contains("kind"), "{}", outcome.message);
    editor.execute(Command::SetLanguage(Lang::Vi));
    let outcome = act(&mut editor, "names-join", &form);
    assert!(
        outcome.message.contains("là phong trào") && outcome.message.contains("là danh hiệu"),
        "{}",
        outcome.message
    );
    let outcome = act(
        &mut editor,
        "names-join",
        &[("known", "thi-dua-2022-ha-dong"), ("into", "thi-dua-2022-son-tay")],
    );
    assert!(outcome.message.contains("của hai đơn vị"), "{}", outcome.message);
    let outcome =
        act(&mut editor, "names-rename", &[("known", "thi-lai-xe-gioi"), ("name", "Thi kiểm ngân giỏi")]);
    assert!(outcome.message.contains("ghép hai tên lại"), "{}", outcome.message);
    assert!(Command::parse("names-rename", &BTreeMap::new()).is_err());
    assert!(editor.corpus() == &before);
}

#[test]
fn joined_and_split_names_go_into_the_corpus() {
    let mut editor = public();
    act(&mut editor, "names-join", &[("known", "danh-hieu-lao-dong-gioi"), ("into", "Công nhân giỏi")]);
    act(&mut editor, "names-apply", &[]);
    let html = section(&mut editor);
    assert!(
        html.contains("is joined with") && html.contains("data-known=\"danh-hieu-cong-nhan-gioi\""),
        "{html}"
    );
    let form =
        [("known", "danh-hieu-cong-nhan-gioi"), ("form-1", "Lao động giỏi"), ("name", "Lao động giỏi")];
    let outcome = act(&mut editor, "names-split", &form);
    assert!(!outcome.is_error, "{}", outcome.message);
    act(&mut editor, "names-apply", &[]);
    let after = exported(&mut editor);
    assert!(
        after
            .campaigns
            .iter()
            .any(|campaign| campaign.name == "Lao động giỏi" && campaign.id.as_str() == "lao-dong-gioi")
    );
    // Back to the first corpus, step by step.
    act(&mut editor, "names-undo", &[]);
    act(&mut editor, "names-undo", &[]);
    assert!(editor.corpus() == &load(&bundled::bundled()).unwrap());
    act(&mut editor, "names-undo", &[]);
}

#[test]
fn draft_follows_a_renamed_campaign_and_says_why_it_is_linked() {
    let mut editor = public();
    let text =
        TEXT.replace("phong trào thi đua “Lao động giỏi”", "cuộc vận động “Xây dựng trường học hạnh phúc”");
    add(&mut editor, "cau-may.txt", &text);
    let html = page(&mut editor);
    assert!(html.contains("because the article prints “Xây dựng trường học hạnh phúc”"), "{html}");
    act(
        &mut editor,
        "names-rename",
        &[("known", "xay-dung-truong-hoc-hanh-phuc"), ("new-id", "truong-hoc-hanh-phuc")],
    );
    act(&mut editor, "names-apply", &[]);
    editor.execute(Command::AcceptAll);
    let mention = fact_id_of(&mut editor, "Xây dựng trường học hạnh phúc");
    editor.execute(Command::Accept(mention));
    let corpus = exported(&mut editor);
    let article = corpus.articles.last().unwrap();
    let new = CampaignId::from("truong-hoc-hanh-phuc");
    assert!(article.mentions.iter().any(|mention| mention.campaign == new), "{:?}", article.mentions);
    assert_eq!(corpus.campaigns.len(), load(&bundled::bundled()).unwrap().campaigns.len());
}

#[test]
fn link_by_a_national_name_is_not_said_to_be_chosen_by_the_person() {
    let mut editor = public();
    let text = TEXT.replace("phong trào thi đua “Lao động giỏi”", "chương trình “1 triệu sáng kiến”");
    add(&mut editor, "cau-may.txt", &text);
    let html = page(&mut editor);
    assert!(html.contains("a form of the name of that national campaign"), "{html}");
    assert!(!html.contains("chosen by you"), "{html}");
}

#[test]
fn another_corpus_ends_the_changes_of_names() {
    let mut editor = public();
    act(&mut editor, "names-rename", &[("known", "thi-lai-xe-gioi"), ("new-id", "a")]);
    act(&mut editor, "names-apply", &[]);
    let outcome = editor.execute(Command::Import("kho.json".to_owned(), fixture::json_text()));
    assert!(!outcome.is_error);
    assert!(!section(&mut editor).contains("names-undo"));
    act(&mut editor, "names-rename", &[("known", "tay-tho-vang"), ("new-id", "a")]);
    act(&mut editor, "names-apply", &[]);
    act(&mut editor, "names-undo", &[]);
    assert!(editor.corpus() == &fixture::corpus());
    assert!(editor.site_corpus() == &load(&bundled::bundled()).unwrap());
}

#[test]
fn marks_of_articles_follow_changed_names_and_come_back_with_undo() {
    let corpus = load(&bundled::bundled()).unwrap();
    let marked = Attestation::of(&corpus, |_| true);
    for is_opened in [false, true] {
        let mut editor = Editor::new(corpus.clone(), BasePath::new("/"), VerifiedArticles::All);
        if is_opened {
            let json = String::from_utf8(marked.to_json()).unwrap();
            assert!(!editor.execute(Command::Import("attestation.json".to_owned(), json)).is_error);
        }
        for _ in 0..2 {
            act(&mut editor, "names-rename", &[("known", "thi-lai-xe-gioi"), ("new-id", "a")]);
            act(&mut editor, "names-apply", &[]);
            let outcome = editor.execute(Command::Export(ExportKind::Corpus));
            let attestation = outcome.files.iter().find(|file| file.name == "attestation.json").unwrap();
            let attestation: Attestation = serde_json::from_str(&attestation.text).unwrap();
            assert_ne!(attestation, marked);
            let check = attestation.check(editor.corpus());
            assert_eq!((check.verified.len(), check.lost.len()), (corpus.articles.len(), 0));
            act(&mut editor, "names-undo", &[]);
        }
        assert!(editor.corpus() == &corpus);
    }
}
