//! Renaming, joining and splitting: what follows, what is refused, and what holds for any operation on any corpus.

use std::collections::BTreeSet;

use proptest::prelude::*;

use thidua_core::corpus::{
    CampaignSplit, CorpusFile, NameEdit, NameError, NameNote, NameOperation, edit_documents, free_id,
    has_errors, load, merge, validate,
};
use thidua_core::domain::{Bilingual, Campaign, CampaignKind, Corpus, Mention, Phase};
use thidua_sample::{Recipe, bundled, fixture, sample};

fn rename(id: &str, name: Option<&str>, new_id: Option<&str>) -> NameOperation {
    NameOperation::Rename {
        id: id.to_owned(),
        name: name.map(str::to_owned),
        new_id: new_id.map(str::to_owned),
    }
}

fn join(from: &str, into: &str) -> NameOperation {
    NameOperation::Join { from: from.to_owned(), into: into.to_owned() }
}

fn split(id: &str, forms: &[&str], name: &str) -> CampaignSplit {
    CampaignSplit {
        id: id.to_owned(),
        forms: forms.iter().map(|form| (*form).to_owned()).collect(),
        name: name.to_owned(),
        new_id: "moi-tach".to_owned(),
        summary: Bilingual { vi: "Mới.".to_owned(), en: "New.".to_owned() },
        ..CampaignSplit::default()
    }
}

fn public() -> Corpus {
    load(&bundled::bundled()).unwrap()
}

fn campaign<'a>(corpus: &'a Corpus, id: &str) -> &'a Campaign {
    corpus.campaigns.iter().find(|campaign| campaign.id.as_str() == id).unwrap()
}

/// Asserts everything that holds after any operation.
#[track_caller]
fn assert_sound(before: &Corpus, edit: &NameEdit) {
    let after = &edit.corpus;
    let errors: Vec<_> = validate(after).into_iter().map(|problem| problem.to_string()).collect();
    assert!(!has_errors(&validate(after)), "{errors:?}");
    let counts = |corpus: &Corpus| {
        let sum = |count: fn(&thidua_core::domain::Article) -> usize| {
            corpus.articles.iter().map(count).sum::<usize>()
        };
        [corpus.articles.len(), sum(|a| a.mentions.len()), sum(|a| a.figures.len()), sum(|a| a.phases.len())]
    };
    assert_eq!(counts(before), counts(after));
    let ids = |corpus: &Corpus| -> BTreeSet<String> {
        let campaigns = corpus.campaigns.iter().map(|c| c.id.to_string());
        campaigns.chain(corpus.organisations.iter().map(|o| o.id.to_string())).collect()
    };
    let known = ids(after);
    for id in ids(before).iter().chain(before.redirects.keys()) {
        let end = after.redirects.get(id).unwrap_or(id);
        assert!(known.contains(end), "{id} leads to {end}");
    }
    assert!(after.redirects.values().all(|to| !after.redirects.contains_key(to)), "{:?}", after.redirects);
    let changed = before.articles.iter().zip(&after.articles).filter(|(a, b)| a != b);
    assert_eq!(changed.map(|(a, _)| a.id.to_string()).collect::<Vec<_>>(), edit.changes.articles);
    assert_documents_follow(before, edit);
}

/// Asserts that the edited documents of a folder make the edited corpus.
#[track_caller]
fn assert_documents_follow(before: &Corpus, edit: &NameEdit) {
    let document = |part: usize| Corpus {
        articles: before.articles.iter().skip(part).step_by(2).cloned().collect(),
        // Both hold every second object, and the first the others as well.
        campaigns: before
            .campaigns
            .iter()
            .enumerate()
            .filter(|(i, _)| part == 0 || i % 2 == 0)
            .map(|(_, c)| c.clone())
            .collect(),
        redirects: if part == 0 { before.redirects.clone() } else { Default::default() },
        ..before.clone()
    };
    let merged = |documents: Vec<Corpus>| {
        let mut files = documents.into_iter().map(|corpus| CorpusFile { file: "a".to_owned(), corpus });
        let mut corpus =
            merge(files.next().unwrap(), files.map(|file| CorpusFile { file: "b".to_owned(), ..file }))
                .unwrap()
                .corpus;
        corpus.campaigns.sort_by(|a, b| a.id.cmp(&b.id));
        corpus.organisations.sort_by(|a, b| a.id.cmp(&b.id));
        corpus.articles.sort_by(|a, b| a.id.cmp(&b.id));
        corpus
    };
    let documents = edit_documents(&[document(0), document(1)], edit);
    assert_eq!(merged(documents), merged(vec![edit.corpus.clone()]));
}

#[test]
fn renamed_campaign_keeps_its_printed_name_and_every_reference_follows() {
    let before = public();
    let edit = rename("thi-dua-2022-ha-dong", Some("Thi đua 2022, Hà Đông"), Some("ha-dong-thi-dua-2022"));
    let edit = edit.apply(&before).unwrap();
    assert_sound(&before, &edit);
    let renamed = campaign(&edit.corpus, "ha-dong-thi-dua-2022");
    assert_eq!(renamed.name, "Thi đua 2022, Hà Đông");
    // The old name is printed nowhere; the printed alias stays.
    assert_eq!(renamed.aliases, ["thi đua năm 2022"]);
    assert_eq!(
        edit.changes.notes,
        [NameNote::NameDropped("Thi đua năm 2022 của LĐLĐ quận Hà Đông".to_owned())]
    );
    assert_eq!(edit.changes.mentions, 2);
    assert_eq!(edit.corpus.redirects["thi-dua-2022-ha-dong"], "ha-dong-thi-dua-2022");
    assert_eq!(edit.changes.redirected, ["thi-dua-2022-ha-dong"]);

    let edit =
        rename("danh-hieu-lao-dong-gioi", Some("Danh hiệu Lao động giỏi"), None).apply(&before).unwrap();
    assert_sound(&before, &edit);
    assert_eq!(campaign(&edit.corpus, "danh-hieu-lao-dong-gioi").aliases, ["Lao động giỏi"]);
    assert!(edit.corpus.redirects.is_empty() && edit.changes.articles.is_empty());
}

#[test]
fn old_name_stays_where_our_words_repeat_its_number() {
    let before = public();
    let name = "Thi đua của LĐLĐ quận Hà Đông";
    let edit = rename("thi-dua-2022-ha-dong", Some(name), None).apply(&before).unwrap();
    assert_sound(&before, &edit);
    let old = campaign(&before, "thi-dua-2022-ha-dong");
    let renamed = campaign(&edit.corpus, "thi-dua-2022-ha-dong");
    assert!(renamed.aliases.contains(&old.name) && renamed.name_en == old.name_en);
    let back = rename("thi-dua-2022-ha-dong", Some(&old.name), None).apply(&edit.corpus).unwrap();
    assert!(back.corpus == before);
}

#[test]
fn operation_that_would_break_a_rule_is_refused() {
    let mut corpus = fixture::corpus();
    let mut twin = corpus.campaigns[0].clone();
    twin.id = "tay-tho-ngoc".into();
    twin.name = "Tay thợ ngọc".to_owned();
    corpus.campaigns.push(twin);
    let phase = corpus.articles[0].phases[0].clone();
    corpus.articles[0].phases.push(Phase { campaign: "tay-tho-ngoc".into(), ..phase });
    assert!(!has_errors(&validate(&corpus)), "{:?}", validate(&corpus));
    let from = corpus.articles[0].phases[0].campaign.to_string();
    let error = join("tay-tho-ngoc", &from).apply(&corpus).unwrap_err();
    assert!(matches!(error, NameError::Invalid(_)), "{error}");
}

#[test]
fn renamed_organisation_is_followed_everywhere() {
    let before = public();
    let edit =
        rename("ldld-ha-dong", Some("Công đoàn phường Hà Đông"), Some("cd-ha-dong")).apply(&before).unwrap();
    assert_sound(&before, &edit);
    let renamed = edit.corpus.organisations.iter().find(|o| o.id.as_str() == "cd-ha-dong").unwrap();
    assert!(renamed.aliases.contains(&"Liên đoàn Lao động quận Hà Đông".to_owned()));
    assert_eq!(campaign(&edit.corpus, "thi-dua-2022-ha-dong").launched_by.as_deref(), Some("cd-ha-dong"));
    assert_eq!(edit.changes.articles, ["ha-dong-2022-hieu-qua-phong-trao"]);
}

#[test]
fn chain_of_renames_redirects_directly_and_a_way_back_makes_no_circle() {
    let before = fixture::corpus();
    let first = rename("tay-tho-vang", None, Some("a")).apply(&before).unwrap();
    let second = rename("a", None, Some("b")).apply(&first.corpus).unwrap();
    assert_sound(&first.corpus, &second);
    for old in ["tay-tho-bac", "tay-tho-vang", "a"] {
        assert_eq!(second.corpus.redirects[old], "b");
    }
    let back = rename("b", None, Some("tay-tho-vang")).apply(&second.corpus).unwrap();
    assert_sound(&second.corpus, &back);
    assert_eq!(Corpus { redirects: before.redirects.clone(), ..back.corpus.clone() }, before);
    assert!(!back.corpus.redirects.contains_key("tay-tho-vang"));
    // An old id says what became of it.
    let error = rename("a", None, Some("c")).apply(&back.corpus).unwrap_err();
    assert_eq!(error, NameError::OldId { id: "a".to_owned(), to: "tay-tho-vang".to_owned() });
}

#[test]
fn rename_that_collides_is_refused_with_its_reason() {
    let corpus = fixture::corpus();
    let mut messages = Vec::new();
    for (name, new_id) in [
        (None, Some("kheo-tay")),
        (None, Some("tay-tho-bac")),
        (None, Some(corpus.organisations[0].id.as_str())),
        (None, Some("tay-tho-vang")),
        (None, Some("Tay Thợ")),
        (None, Some("con")),
        (Some("Tay thợ vàng"), None),
        (Some(" "), None),
        (Some("Tay\u{202e} thợ"), None),
        (None, None),
    ] {
        let outcome = rename("tay-tho-vang", name, new_id).apply(&corpus);
        // Back to an id that leads here is no collision.
        if new_id == Some("tay-tho-bac") {
            assert_sound(&corpus, &outcome.unwrap());
            continue;
        }
        messages.push(outcome.unwrap_err().to_string());
    }
    assert_eq!(messages.len(), 9);
    assert!(messages[0].contains("is the id of another campaign already"), "{messages:?}");
    assert!(messages[1].contains("is the id of another organisation already"), "{messages:?}");
    assert!(messages[2].starts_with("nothing would change"), "{messages:?}");
    assert!(messages[3].contains("not a slug") && messages[4].contains("Windows"), "{messages:?}");
    assert!(messages[5].starts_with("nothing would change"), "{messages:?}");
    assert!(messages[6].contains("empty"), "{messages:?}");

    let corpus = public();
    let error = |id, name| rename(id, Some(name), None).apply(&corpus).unwrap_err();
    // Of the same kind, in any capitals; an alias is a name too.
    for name in ["công nhân GIỎI", "người tốt  - việc tốt"] {
        assert!(matches!(error("danh-hieu-lao-dong-gioi", name), NameError::NameTaken { .. }), "{name}");
    }
    // A movement and a title may have the same name.
    rename("danh-hieu-lao-dong-gioi", Some("Thi đua lao động giỏi"), None).apply(&corpus).unwrap();
}

#[test]
fn joined_campaign_gets_all_names_and_references() {
    let before = public();
    let edit = join("danh-hieu-lao-dong-gioi", "danh-hieu-cong-nhan-gioi").apply(&before).unwrap();
    assert_sound(&before, &edit);
    let joined = campaign(&edit.corpus, "danh-hieu-cong-nhan-gioi");
    assert_eq!(joined.aliases, ["công nhân giỏi", "Lao động giỏi"]);
    assert!(!joined.see_also.contains(&joined.id));
    assert!(edit.corpus.campaigns.iter().all(|c| c.id.as_str() != "danh-hieu-lao-dong-gioi"));
    // A figure that counts both counts the one.
    let both = before.articles[0].figures.iter().position(|f| !f.campaigns_also.is_empty()).unwrap();
    assert!(edit.corpus.articles[0].figures[both].campaigns_also.is_empty());
    assert!(matches!(edit.changes.notes[..], [NameNote::SummaryDropped(_)]));
    assert_eq!(joined.summary, campaign(&before, "danh-hieu-cong-nhan-gioi").summary);
}

#[test]
fn different_things_are_not_joined() {
    let corpus = public();
    let refused = |from, into| join(from, into).apply(&corpus).unwrap_err();
    assert!(matches!(
        refused("phong-trao-lao-dong-gioi", "danh-hieu-lao-dong-gioi"),
        NameError::DifferentKinds { .. }
    ));
    assert!(matches!(refused("ldld-ha-dong", "danh-hieu-lao-dong-gioi"), NameError::DifferentKinds { .. }));
    assert!(matches!(refused("thi-lai-xe-gioi", "thi-lai-xe-gioi"), NameError::SameId(_)));
    assert!(matches!(refused("thi-lai-xe-gioi", "khong-co"), NameError::UnknownId(_)));
    let error = refused("thi-dua-2022-ha-dong", "thi-dua-2022-hoang-mai");
    assert!(
        error.to_string().contains("quận Hà Đông") && error.to_string().contains("quận Hoàng Mai"),
        "{error}"
    );
    assert!(matches!(
        refused("thi-dua-2020-tay-ho", "thi-dua-2022-son-tay"),
        NameError::DifferentYears { .. }
    ));
    let dot = "son-tay-dot-cao-diem-chao-mung-dai-hoi-cong-doan";
    assert!(matches!(refused(dot, "hoang-mai-2022-dot-1"), NameError::DifferentYears { .. }));
}

#[test]
fn rounds_are_those_of_the_organisations_whose_articles_run_them() {
    let mut corpus = public();
    for id in ["hoang-mai-2022-dot-1", "hoang-mai-2022-dot-2"] {
        let round = corpus.campaigns.iter_mut().find(|c| c.id.as_str() == id).unwrap();
        round.launched_by = None;
        round.name = round.name.replace("2022", "này").replace("Đợt", "Thi đua");
        round.name_en = None;
    }
    let outcome = join("hoang-mai-2022-dot-1", "hoang-mai-2022-dot-2").apply(&corpus);
    assert_sound(&corpus, &outcome.unwrap());
    let mention = |campaign: &str| Mention {
        campaign: campaign.into(),
        as_written: campaign_name(&corpus, campaign),
        ..corpus.articles[0].mentions[0].clone()
    };
    let (first, second) = (mention("hoang-mai-2022-dot-1"), mention("hoang-mai-2022-dot-2"));
    for article in &mut corpus.articles {
        article.mentions.retain(|m| !m.campaign.starts_with("hoang-mai-2022-dot"));
    }
    corpus.articles[0].mentions.push(first);
    corpus.articles[1].mentions.push(second);
    let error = join("hoang-mai-2022-dot-1", "hoang-mai-2022-dot-2").apply(&corpus).unwrap_err();
    assert!(matches!(error, NameError::DifferentOrganisations { .. }), "{error}");
}

#[test]
fn rounds_and_contests_with_different_numbers_are_not_joined() {
    for (first, second, is_joined) in [
        ("Đợt 1 thi đua chào mừng", "Đợt 2 thi đua chào mừng", false),
        ("đợt thi đua đợt I", "đợt thi đua đợt II", false),
        ("Hội thi lần thứ nhất", "Hội thi lần thứ hai", false),
        ("Hội thi lần V", "Hội thi lần thứ 6", false),
        ("Đợt 1 thi đua", "Thi đua đợt một", true),
        ("Đợt 1 thi đua", "Thi đua nước rút", true),
        ("Đợt năm nay", "Đợt 2 thi đua", true),
        ("Đợt 300 ngày", "Đợt 500 ngày", true),
    ] {
        let mut corpus = public();
        let ids = ["hoang-mai-2022-dot-1", "hoang-mai-2022-dot-2"];
        for (id, name) in ids.into_iter().zip([first, second]) {
            let round = corpus.campaigns.iter_mut().find(|c| c.id.as_str() == id).unwrap();
            name.clone_into(&mut round.name);
        }
        let outcome = join(ids[0], ids[1]).apply(&corpus);
        let is_refused = matches!(outcome, Err(NameError::DifferentNumbers { .. }));
        assert_eq!((outcome.is_ok(), is_refused), (is_joined, !is_joined), "{first} / {second}");
    }
}

fn campaign_name(corpus: &Corpus, id: &str) -> String {
    campaign(corpus, id).name.clone()
}

#[test]
fn joined_organisation_is_never_above_itself() {
    let before = public();
    for (from, into) in [
        ("ldld-ha-noi", "ldld-ha-dong"),
        ("ldld-ha-dong", "ldld-ha-noi"),
        ("tong-ldld-viet-nam", "ldld-ha-dong"),
    ] {
        let edit = join(from, into).apply(&before).unwrap();
        assert_sound(&before, &edit);
    }
}

#[test]
fn split_moves_the_mentions_of_a_form_and_what_belongs_to_them() {
    let before = public();
    let id = "lao-dong-gioi-lao-dong-sang-tao";
    let form = "Lao động giỏi”, “Lao động sáng tạo";
    let edit = NameOperation::Split(split(id, &[form], "Lao động giỏi và lao động sáng tạo"))
        .apply(&before)
        .unwrap();
    assert_sound(&before, &edit);
    let (old, new) = (campaign(&edit.corpus, id), campaign(&edit.corpus, "moi-tach"));
    assert_eq!((new.kind, new.aliases.as_slice()), (CampaignKind::Movement, &[form.to_owned()][..]));
    assert!(!old.aliases.contains(&form.to_owned()));
    assert!(old.see_also.contains(&new.id) && new.see_also == [old.id.clone()]);
    let forms: BTreeSet<&str> = edit
        .corpus
        .articles
        .iter()
        .flat_map(|a| &a.mentions)
        .filter(|m| m.campaign == new.id)
        .map(|m| m.as_written.as_str())
        .collect();
    assert_eq!(forms, BTreeSet::from([form]));
    // Joined again, every fact is as before.
    let back = join("moi-tach", id).apply(&edit.corpus).unwrap();
    assert_sound(&edit.corpus, &back);
    assert_eq!(back.corpus.articles, before.articles);
    assert_eq!(campaign(&back.corpus, id).see_also, campaign(&before, id).see_also);
}

#[test]
fn split_of_what_is_not_there_is_refused() {
    let corpus = public();
    let refused = |change: &dyn Fn(&mut CampaignSplit)| {
        let mut operation = split("danh-hieu-cong-nhan-gioi", &[], "Thợ giỏi");
        change(&mut operation);
        NameOperation::Split(operation).apply(&corpus).unwrap_err()
    };
    assert_eq!(refused(&|_| {}), NameError::NothingSelected);
    let error = refused(&|s| s.forms = vec!["thợ giỏi".to_owned()]);
    assert!(
        error.to_string().contains("“Công nhân giỏi”") || error.to_string().contains("\"Công nhân giỏi\""),
        "{error}"
    );
    assert!(matches!(refused(&|s| s.articles = vec!["khong-co".into()]), NameError::UnknownArticle { .. }));
    assert!(matches!(refused(&|s| s.figures = vec!["khong-co".into()]), NameError::UnknownFigure { .. }));
    assert!(matches!(refused(&|s| s.id = "ldld-ha-dong".to_owned()), NameError::NotACampaign(_)));
    assert!(matches!(refused(&|s| s.new_id = "ldld-ha-dong".to_owned()), NameError::IdTaken { .. }));
    assert!(matches!(refused(&|s| s.name = "công nhân giỏi".to_owned()), NameError::NameTaken { .. }));
    let all: Vec<String> = corpus
        .articles
        .iter()
        .flat_map(|a| &a.mentions)
        .filter(|m| m.campaign.as_str() == "danh-hieu-cong-nhan-gioi")
        .map(|m| m.as_written.clone())
        .collect();
    assert!(matches!(refused(&|s| s.forms = all.clone()), NameError::EverythingSelected(_)));
}

#[test]
fn id_made_from_a_name_is_free_and_short() {
    let corpus = public();
    assert_eq!(free_id(&corpus, "Thi lái xe giỏi"), "thi-lai-xe-gioi-2");
    assert_eq!(free_id(&corpus, "…"), "phong-trao");
    assert_eq!(free_id(&corpus, "Con"), "phong-trao-con");
    assert!(free_id(&corpus, &"rất dài ".repeat(40)).len() <= 64);
}

/// Corpora on which operations are drawn: the bundled one, the fixture, and sample corpora.
fn any_corpus() -> impl Strategy<Value = Corpus> {
    prop_oneof![
        1 => Just(public()),
        1 => Just(fixture::corpus()),
        3 => (5usize..40, 0u64..1000).prop_map(|(articles, seed)| sample(&Recipe { articles, seed, bodies: false }, &[]).corpus),
    ]
}

fn id_at(corpus: &Corpus, number: usize) -> String {
    let campaigns = corpus.campaigns.iter().map(|c| c.id.to_string());
    let ids: Vec<String> = campaigns.chain(corpus.organisations.iter().map(|o| o.id.to_string())).collect();
    ids[number % ids.len()].clone()
}

fn name_of(corpus: &Corpus, id: &str) -> String {
    let campaigns = corpus.campaigns.iter().map(|c| (c.id.as_str(), &c.name));
    let mut all = campaigns.chain(corpus.organisations.iter().map(|o| (o.id.as_str(), &o.name)));
    all.find(|(one, _)| *one == id).unwrap().1.clone()
}

/// An operation on a corpus; most are possible. `numbers` choose the objects.
fn operation(corpus: &Corpus, what: u8, numbers: [usize; 3], name: &str) -> NameOperation {
    let id = id_at(corpus, numbers[0]);
    match what % 4 {
        0 => rename(&id, Some(name), None),
        1 => rename(&id, numbers[1].is_multiple_of(2).then_some(name), Some(&free_id(corpus, name))),
        2 => {
            let kind = corpus.campaigns.iter().find(|c| *c.id == *id).map(|c| c.kind);
            let same: Vec<&Campaign> = corpus.campaigns.iter().filter(|c| Some(c.kind) == kind).collect();
            match same.get(numbers[1] % same.len().max(1)) {
                Some(other) => join(&id, &other.id),
                None => join(&id, &id_at(corpus, numbers[1])),
            }
        }
        _ => {
            let mentions: Vec<&Mention> =
                corpus.articles.iter().flat_map(|a| &a.mentions).filter(|m| *m.campaign == *id).collect();
            let form = mentions.get(numbers[1] % mentions.len().max(1)).map(|m| m.as_written.clone());
            let articles: Vec<_> = corpus
                .articles
                .iter()
                .filter(|a| a.mentions.iter().any(|m| *m.campaign == *id))
                .map(|a| a.id.clone())
                .collect();
            let mut figures = corpus
                .articles
                .iter()
                .flat_map(|a| &a.figures)
                .filter(|f| f.campaign.as_deref() == Some(id.as_str()));
            NameOperation::Split(CampaignSplit {
                forms: form.into_iter().filter(|_| !numbers[2].is_multiple_of(3)).collect(),
                articles: articles
                    .into_iter()
                    .skip(numbers[1] % 3)
                    .step_by(2)
                    .filter(|_| numbers[2].is_multiple_of(2))
                    .collect(),
                figures: figures.nth(numbers[2] % 5).map(|f| f.id.clone()).into_iter().collect(),
                new_id: free_id(corpus, name),
                ..split(&id, &[], name)
            })
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(48), ..ProptestConfig::default() })]

    /// After any operations the corpus is valid, no reference dangles, every old id redirects, no fact is lost.
    #[test]
    fn any_operations_keep_a_corpus_sound(
        corpus in any_corpus(),
        operations in proptest::collection::vec((any::<u8>(), any::<[usize; 3]>(), "[A-ZĐ][a-zàáđ]{0,6} [a-zàáđơư]{1,5}"), 1..6),
    ) {
        let mut corpus = corpus;
        for (what, numbers, name) in operations {
            if let Ok(edit) = operation(&corpus, what, numbers, &name).apply(&corpus) {
                assert_sound(&corpus, &edit);
                corpus = edit.corpus;
            }
        }
    }

    /// A rename there and back is the identity, apart from redirects (and the aliases of organisations).
    #[test]
    fn rename_there_and_back_changes_redirects_only(
        corpus in any_corpus(), number in any::<usize>(), name in "[A-ZĐ][a-zàáđ]{0,6}", with_name in any::<bool>(), with_id in any::<bool>(),
    ) {
        let id = id_at(&corpus, number);
        let new_id = if with_id { free_id(&corpus, &name) } else { id.clone() };
        let there = rename(&id, with_name.then_some(name.as_str()), Some(&new_id)).apply(&corpus);
        prop_assume!(there.is_ok());
        let there = there.unwrap();
        let old_name = name_of(&corpus, &id);
        let back = rename(&new_id, Some(&old_name), Some(&id)).apply(&there.corpus).unwrap();
        let mut after = Corpus { redirects: corpus.redirects.clone(), ..back.corpus.clone() };
        for (organisation, was) in after.organisations.iter_mut().zip(&corpus.organisations) {
            organisation.aliases.clone_from(&was.aliases);
        }
        let differing: Vec<_> = after.campaigns.iter().zip(&corpus.campaigns).filter(|(a, b)| a != b).collect();
        prop_assert!(differing.is_empty(), "{:?}", differing);
        prop_assert!(after == corpus);
        prop_assert!(!with_id || back.corpus.redirects[&new_id] == id);
    }
}
