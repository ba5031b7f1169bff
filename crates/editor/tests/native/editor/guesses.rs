//! Guesses: what is confirmed, what bulk acceptance leaves, and what becomes of a confirmation.

use thidua_core::domain::{ActKind, Article, GuessedField, Role};

use super::*;

/// Returns the card of a fact.
fn card(editor: &mut Editor, fact_id: FactId) -> String {
    editor.execute(Command::SetLanguage(Lang::En));
    let parts = editor.fragments();
    parts.into_iter().find(|part| part.id == format!("the-{fact_id}")).unwrap().html
}

/// Returns the slugs of the guesses that a card shows.
fn open_guesses(editor: &mut Editor, fact_id: FactId) -> Vec<String> {
    let html = card(editor, fact_id);
    let marks = html.match_indices("data-act=\"confirm\"");
    let field =
        |at: usize| html.get(at..).unwrap().split("data-field=\"").nth(1).unwrap().split('"').next().unwrap();
    marks.map(|(at, _)| field(at).to_owned()).collect()
}

fn exported(editor: &mut Editor) -> Article {
    let outcome = editor.execute(Command::Export(ExportKind::Article));
    assert!(!outcome.is_error, "{}", outcome.message);
    load(outcome.files[0].text.as_bytes()).unwrap().articles.remove(0)
}

fn stored(outcome: &Outcome) -> String {
    let [StorageRequest::Put { json, .. }] = outcome.storage.as_slice() else {
        panic!("{:?}", outcome.storage)
    };
    json.clone()
}

const WORDS: &str = "gần 1.248 sáng kiến";

#[test]
fn bulk_acceptance_leaves_guesses_and_leads_to_the_first() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let outcome = editor.execute(Command::AcceptAll);
    assert_eq!(outcome.focus.as_deref(), Some("the-organisation"), "{}", outcome.message);
    assert!(outcome.message.contains("with guesses"), "{}", outcome.message);
    let article = exported(&mut editor);
    assert_eq!(article.figures, [], "every figure has guesses");
    assert!(!article.mentions.is_empty() && article.confirmed.is_empty());
    let html = page(&mut editor);
    assert!(html.contains("guesses not confirmed") && html.contains("data-act=\"first-open\""));
    let outcome = editor.execute(Command::ShowFirstToReview);
    assert_eq!(outcome.focus.as_deref(), Some("the-organisation"));
}

#[test]
fn accepting_a_fact_confirms_what_its_button_names() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let figure = fact_id_of(&mut editor, WORDS);
    assert_eq!(open_guesses(&mut editor, figure), ["label", "role", "campaign", "when"]);
    assert!(card(&mut editor, figure).contains("Accept, all correct: label, role, campaign, period"));
    assert!(!card(&mut editor, figure).contains("fact__check--yes"), "no mark of a checked fact");
    let outcome = editor.execute(Command::Accept(figure));
    assert!(outcome.message.contains("label, role, campaign"), "{}", outcome.message);
    assert!(open_guesses(&mut editor, figure).is_empty());
    assert!(card(&mut editor, figure).contains("confirmed: label, role, campaign, period"));
    let article = exported(&mut editor);
    // Without the period of the article, that of the figure is printed with it.
    let all = [GuessedField::Label, GuessedField::Role, GuessedField::Campaign];
    assert_eq!(article.figures[0].confirmed, all);
    assert_eq!(article.figures[0].open_guesses(&article), []);
    assert_eq!(article.confirmed, [], "the organisation is still a guess");
    let outcome = editor.execute(Command::Export(ExportKind::Article));
    assert!(outcome.message.contains("1 guesses in it are not confirmed"), "{}", outcome.message);
    editor.execute(Command::Undo);
    assert_eq!(open_guesses(&mut editor, figure).len(), 4);
}

#[test]
fn guesses_are_confirmed_one_by_one_and_bulk_acceptance_takes_the_fact_then() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let figure = fact_id_of(&mut editor, WORDS);
    for (field, left) in [
        (GuessedField::Role, vec!["label", "campaign", "when"]),
        (GuessedField::Label, vec!["campaign", "when"]),
        (GuessedField::When, vec!["campaign"]),
        (GuessedField::Campaign, vec![]),
    ] {
        let outcome = editor.execute(Command::Confirm(figure, field));
        assert!(!outcome.is_error, "{}", outcome.message);
        assert_eq!(open_guesses(&mut editor, figure), left);
    }
    assert!(
        editor.execute(Command::Confirm(figure, GuessedField::Organisation)).is_error,
        "no guess of this figure"
    );
    editor.execute(Command::AcceptAll);
    assert_eq!(exported(&mut editor).figures.len(), 1);
}

#[test]
fn edited_field_is_confirmed_and_the_others_stay_open() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let figure = fact_id_of(&mut editor, WORDS);
    let outcome = editor.execute(Command::Edit(figure, fields([("role", "target")])));
    assert!(outcome.message.contains("still guessed: label, campaign, period"), "{}", outcome.message);
    assert_eq!(open_guesses(&mut editor, figure), ["label", "campaign", "when"]);
    assert!(card(&mut editor, figure).contains("fact--proposed"), "a fact with guesses is not accepted");
    let outcome =
        editor.execute(Command::EditAndAccept(figure, fields([("label", "sáng kiến được công nhận")])));
    assert!(!outcome.is_error, "{}", outcome.message);
    let article = exported(&mut editor);
    assert_eq!((article.figures[0].role, article.figures[0].confirmed.len()), (Role::Target, 3));
    // The form opens at a field.
    let outcome = editor.execute(Command::OpenFormAt(figure, GuessedField::Role));
    assert_eq!(outcome.focus, Some(format!("o-role-{figure}")));
    assert!(card(&mut editor, figure).contains(&format!("id=\"o-role-{figure}\"")));
}

#[test]
fn confirmation_is_lost_when_value_or_words_change() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let figure = fact_id_of(&mut editor, WORDS);
    editor.execute(Command::Accept(figure));
    // Other words under the same label, role and campaign.
    editor.execute(Command::Edit(figure, fields([("words", "352 công nhân"), ("line", "5")])));
    assert_eq!(open_guesses(&mut editor, figure), ["label", "role", "campaign", "when"]);
    assert!(card(&mut editor, figure).contains("fact--proposed"), "it is no longer accepted");
    // The words back again do not bring the confirmation back; undo does.
    editor.execute(Command::Edit(figure, fields([("words", WORDS), ("line", "4")])));
    assert_eq!(open_guesses(&mut editor, figure).len(), 4);
    editor.execute(Command::Undo);
    editor.execute(Command::Undo);
    assert!(open_guesses(&mut editor, figure).is_empty());
    // Another campaign behind the same name.
    let known = fixture::corpus().campaigns[0].id.to_string();
    editor.execute(Command::Edit(figure, fields([("campaign", "0")])));
    editor.execute(Command::Accept(figure));
    let outcome = editor.execute(Command::LinkCampaign(0, Some(known)));
    assert!(outcome.message.contains("confirm it again"), "{}", outcome.message);
    assert_eq!(open_guesses(&mut editor, figure), ["campaign"]);
}

#[test]
fn confirmations_are_stored_and_earlier_drafts_open_with_open_guesses() {
    let mut editor = editor();
    add(&mut editor, "x", TEXT);
    let figure = fact_id_of(&mut editor, WORDS);
    let json = stored(&editor.execute(Command::Accept(figure)));
    let mut later = self::editor();
    later.execute(Command::Restore(json.clone()));
    assert!(open_guesses(&mut later, figure).is_empty());
    // A draft of an earlier program.
    let mut old: serde_json::Value = serde_json::from_str(&json).unwrap();
    old.as_object_mut().unwrap().remove("confirmed").unwrap();
    for found in old["draft"]["figures"].as_array_mut().unwrap() {
        found.as_object_mut().unwrap().remove("act");
    }
    let mut later = self::editor();
    assert!(!later.execute(Command::Restore(old.to_string())).is_error);
    assert_eq!(open_guesses(&mut later, figure).len(), 4);
    assert!(card(&mut later, figure).contains("fact--taken"), "what was accepted still is");
    assert_eq!(exported(&mut later).figures[0].confirmed, []);
    // The text under the confirmation was changed in the file.
    let changed = json.replace("của đoàn viên được công nhận.", "của đoàn viên bị từ chối.");
    assert_ne!(changed, json);
    let mut later = self::editor();
    later.execute(Command::Restore(changed));
    assert_eq!(open_guesses(&mut later, figure).len(), 4);
}

#[test]
fn act_is_changed_by_kind_or_by_words_and_checked_against_the_print() {
    let mut editor = editor();
    let text = TEXT.replace("xyz khó hiểu", "cá nhân được đề nghị khen thưởng");
    add(&mut editor, "", &text);
    let figure = fact_id_of(&mut editor, "7 cá nhân");
    let act = |editor: &mut Editor, act: &str, words: &str| {
        editor.execute(Command::Edit(figure, fields([("act", act), ("act_as_written", words)])))
    };
    act(&mut editor, "", "");
    assert!(!act(&mut editor, "proposed", "").is_error, "the words are found on the line");
    assert!(card(&mut editor, figure).contains("proposed, not given"));
    editor.execute(Command::Accept(figure));
    let figures = exported(&mut editor).figures;
    let found = figures.iter().find(|f| f.as_written == "7 cá nhân").unwrap().act.clone().unwrap();
    assert_eq!(found.kind, ActKind::Proposed);
    assert!(act(&mut editor, "elected", &found.as_written).is_error, "no such verb is printed");
    let outcome = act(&mut editor, "proposed", "trao tặng");
    assert!(outcome.message.contains("does not verify"), "{}", outcome.message);
}

#[test]
fn gaps_are_named_and_filled_in() {
    let body = TEXT.split_once("\n\n").unwrap().1.replace("LĐLĐ quận Cầu Mây", "đơn vị");
    let mut editor = editor();
    add(&mut editor, "", &body);
    let html = page(&mut editor);
    assert!(html.contains("id=\"thieu-organisation\""), "{html}");
    // An organisation of the corpus need not be printed; another name may be new.
    let known = fixture::corpus().organisations[0].clone();
    let outcome = editor.execute(Command::FillGap(Gap::Organisation, known.name.clone()));
    assert!(!outcome.is_error, "{}", outcome.message);
    assert!(!page(&mut editor).contains("id=\"thieu-organisation\""));
    if page(&mut editor).contains("id=\"thieu-headline\"") {
        assert!(editor.execute(Command::FillGap(Gap::Headline, "không có trong bài".to_owned())).is_error);
        let line = body.lines().next().unwrap();
        assert!(!editor.execute(Command::FillGap(Gap::Headline, line.to_owned())).is_error);
    }
    accept_each(&mut editor);
    let article = exported(&mut editor);
    assert_eq!((article.organisation, article.confirmed), (known.id, vec![GuessedField::Organisation]));
    editor.execute(Command::Reject(FactId::Organisation));
    let outcome = editor.execute(Command::Export(ExportKind::Article));
    assert_eq!(outcome.focus.as_deref(), Some("thieu-organisation"), "{}", outcome.message);
    assert!(
        !editor.execute(Command::FillGap(Gap::Organisation, "Công đoàn Nhà máy Gió".to_owned())).is_error
    );
    assert!(editor.execute(Command::FillGap(Gap::Organisation, " ".to_owned())).is_error);
}

#[test]
fn label_that_is_cut_off_is_a_doubt_until_it_is_confirmed() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let figure = fact_id_of(&mut editor, WORDS);
    let mut with_label = |label: &str| {
        let json = stored(&editor.execute(Command::Edit(figure, fields([("label", label)]))));
        let mut json: serde_json::Value = serde_json::from_str(&json).unwrap();
        json.as_object_mut().unwrap().remove("confirmed");
        let mut other = self::editor();
        other.execute(Command::Restore(json.to_string()));
        other
    };
    assert!(card(&mut with_label("sáng kiến của"), figure).contains("cut off at “của”"));
    assert!(card(&mut with_label("phong trào"), figure).contains("is only a kind"));
    let mut editor = with_label("sáng kiến mới của đoàn viên");
    assert!(!card(&mut editor, figure).contains("fact__check--doubt"));
}

#[test]
fn one_text_is_merged_once_however_many_drafts_there_are() {
    let mut editor = editor();
    add(&mut editor, "a", TEXT);
    let figure = fact_id_of(&mut editor, WORDS);
    let json = stored(&editor.execute(Command::Accept(figure)));
    let uid = {
        let outcome = editor.execute(Command::Reject(figure));
        let [StorageRequest::Put { uid, .. }] = outcome.storage.as_slice() else { panic!() };
        uid.clone()
    };
    // Another window has stored the draft meanwhile: both are kept, here and after a reload.
    let second = stored(&editor.execute(Command::ResolveConflict(uid)));
    let mut later = self::editor();
    let again = json.clone();
    later.execute(Command::Restore(json));
    later.execute(Command::Restore(second));
    assert_eq!(page(&mut later).matches("drafts__one").count(), 2);
    accept_each(&mut later);
    let outcome = later.execute(Command::Export(ExportKind::Corpus));
    let merged = load(outcome.files[0].text.as_bytes()).unwrap();
    assert_eq!(merged.articles.len(), fixture::corpus().articles.len() + 1);
    assert!(later.execute(Command::Import("a.nhap.json".to_owned(), again)).message.contains("later state"));
    // The merged corpus does not take the text again.
    later.execute(Command::Import("kho.json".to_owned(), outcome.files[0].text.clone()));
    let outcome = later.execute(Command::Export(ExportKind::Corpus));
    assert!(outcome.is_error && outcome.message.contains("this very text"), "{}", outcome.message);
}

#[test]
fn changed_text_of_an_attested_article_is_reported() {
    let mut editor = editor();
    add(&mut editor, "", &fixture::TEXT.replace("1.352", "1.353"));
    assert!(page(&mut editor).contains("not the one that was verified"));
    add(&mut editor, "", fixture::TEXT);
    assert!(!page(&mut editor).contains("not the one that was verified"), "this very text");
    assert!(page(&mut editor).contains("Resembles the draft"), "two drafts of nearly one text");
}

#[test]
fn card_says_why_a_campaign_was_chosen_or_that_it_is_unclear() {
    let mut editor = editor();
    let text = TEXT.replace("Có 352 công nhân", "Trong phong trào “Lao động giỏi”, có 352 công nhân");
    add(&mut editor, "", &text);
    let figure = fact_id_of(&mut editor, "352 công nhân");
    let html = card(&mut editor, figure);
    assert!(html.contains("the campaign is named before the figure"), "{html}");
    editor.execute(Command::Confirm(figure, GuessedField::Campaign));
    assert!(!card(&mut editor, figure).contains("the campaign is named"), "confirmed");
    let json = stored(&editor.execute(Command::Edit(figure, fields([("campaign", "")]))));
    let mut json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json["draft"]["figures"].to_string().contains("\"campaign_evidence\":null"));
    for found in json["draft"]["figures"].as_array_mut().unwrap() {
        found["campaigns"] = serde_json::json!([]);
        found["campaign_evidence"] = "unclear".into();
    }
    json.as_object_mut().unwrap().remove("confirmed");
    let mut later = self::editor();
    assert!(!later.execute(Command::Restore(json.to_string())).is_error);
    assert!(card(&mut later, figure).contains("unclear, none for now"));
}

#[test]
fn exported_figure_takes_the_mention_of_its_campaign_with_it() {
    let mut editor = editor();
    add(&mut editor, "", TEXT);
    let figure = fact_id_of(&mut editor, WORDS);
    editor.execute(Command::Edit(figure, fields([("campaign", "0")])));
    editor.execute(Command::Accept(figure));
    let article = exported(&mut editor);
    let campaign = article.figures[0].campaign.clone().unwrap();
    assert!(
        article.mentions.iter().any(|mention| mention.campaign == campaign),
        "it was not accepted by itself"
    );
}
