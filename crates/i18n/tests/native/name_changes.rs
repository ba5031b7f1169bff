//! Wording of operations on names: every reason and every note in both languages, with its values.

use thidua_core::corpus::{CampaignSplit, IdKind, NameError, NameNote, NameOperation, NamedObject, load};
use thidua_core::domain::{Bilingual, CampaignKind, Corpus, Lang, OrganisationKind};
use thidua_core::text::HiddenKind;
use thidua_i18n::name_changes::{details, extent, name_error, note, operation};
use thidua_sample::bundled;

fn errors() -> Vec<(NameError, &'static [&'static str])> {
    let (a, b) = (|| "mot".to_owned(), || "hai".to_owned());
    let movement = NamedObject::Campaign(CampaignKind::Movement);
    let union = NamedObject::Organisation(OrganisationKind::Union);
    vec![
        (NameError::UnknownId(a()), &["mot"]),
        (NameError::OldId { id: a(), to: b() }, &["mot", "hai"]),
        (NameError::SharedId(a()), &["mot"]),
        (NameError::NothingToChange(a()), &["mot"]),
        (NameError::EmptyName, &[]),
        (NameError::HiddenCharacter(HiddenKind::Control), &[]),
        (NameError::NameTaken { name: a(), id: b(), object: movement }, &["mot", "hai"]),
        (NameError::NotASlug(a()), &["mot"]),
        (NameError::IdTooLong(a()), &["mot", "100"]),
        (NameError::ReservedId(a()), &["mot", "Windows"]),
        (NameError::IdTaken { id: a(), kind: IdKind::Article }, &["mot"]),
        (NameError::IdRedirected { id: a(), to: b() }, &["mot", "hai"]),
        (NameError::OldIdInUse { id: a(), kind: IdKind::Figure }, &["mot"]),
        (NameError::SameId(a()), &["mot"]),
        (NameError::DifferentKinds { from: a(), into: b(), first: movement, second: union }, &["mot", "hai"]),
        (
            NameError::DifferentOrganisations { from: a(), into: b(), organisers: ["X".into(), "Y".into()] },
            &["mot", "hai", "X", "Y", "launched_by"],
        ),
        (
            NameError::DifferentYears { from: a(), into: b(), years: ["2021".into(), "2022".into()] },
            &["mot", "hai", "2021", "2022"],
        ),
        (NameError::DifferentNumbers { from: a(), into: b(), numbers: [1, 2] }, &["mot", "hai", "1", "2"]),
        (NameError::NotACampaign(a()), &["mot"]),
        (NameError::UnknownForm { id: a(), form: b(), printed: vec!["Ba".into()] }, &["mot", "hai", "Ba"]),
        (NameError::UnknownArticle { id: a(), article: b() }, &["mot", "hai"]),
        (NameError::UnknownFigure { id: a(), figure: b() }, &["mot", "hai"]),
        (NameError::NothingSelected, &[]),
        (NameError::EverythingSelected(a()), &["mot"]),
    ]
}

#[test]
fn every_reason_is_worded_in_both_languages_with_its_values() {
    for (error, values) in errors() {
        let [vi, en] = [Lang::Vi, Lang::En].map(|lang| name_error(&error, lang));
        assert_ne!(vi, en);
        for value in values {
            assert!(vi.contains(value) && en.contains(value), "{value}: {vi} / {en}");
        }
        assert!(vi.chars().any(|c| !c.is_ascii() && !"“”".contains(c)), "{vi}");
        assert!(!en.ends_with('.') && !vi.ends_with('.'), "{vi} / {en}");
        assert!(!["campaign", "organisation", "movement"].iter().any(|word| vi.contains(word)), "{vi}");
    }
}

#[test]
fn every_note_is_worded_in_both_languages() {
    let text = Bilingual { vi: "Lời cũ.".to_owned(), en: "Old words.".to_owned() };
    for (one, vi_value, en_value) in [
        (NameNote::SummaryDropped(text), "Lời cũ.", "Old words."),
        (NameNote::LauncherDropped("LĐLĐ".to_owned()), "LĐLĐ", "LĐLĐ"),
        (NameNote::NameDropped("Tên cũ".to_owned()), "“Tên cũ”", "“Tên cũ”"),
        (NameNote::FormShared("thợ giỏi".to_owned()), "“thợ giỏi”", "“thợ giỏi”"),
    ] {
        assert!(note(&one, Lang::Vi).contains(vi_value) && note(&one, Lang::En).contains(en_value));
        assert_ne!(note(&one, Lang::Vi), note(&one, Lang::En));
    }
}

/// What an operation on the bundled corpus says: heading and extent, then details.
fn said(corpus: &Corpus, what: &NameOperation, lang: Lang) -> String {
    let changes = what.apply(corpus).unwrap().changes;
    let old = corpus.campaigns.iter().find(|c| c.id.as_str() == changes.from).map(|c| c.name.as_str());
    let heading = operation(what, old.unwrap_or(&changes.from), &changes, lang);
    let details = details(&changes, lang);
    format!("{heading}: {} | {}", extent(&changes, lang), details.join(" | "))
}

#[test]
fn operations_are_summed_up_in_words() {
    let corpus = load(&bundled::bundled()).unwrap();
    let rename = |name: Option<&str>, new_id: Option<&str>| NameOperation::Rename {
        id: "thi-lai-xe-gioi".to_owned(),
        name: name.map(str::to_owned),
        new_id: new_id.map(str::to_owned),
    };
    let join = NameOperation::Join {
        from: "danh-hieu-lao-dong-gioi".to_owned(),
        into: "danh-hieu-cong-nhan-gioi".to_owned(),
    };
    let split = NameOperation::Split(CampaignSplit {
        id: "thi-hoc-sinh-gioi".to_owned(),
        forms: vec!["kì thi học sinh giỏi".to_owned()],
        name: "Kì thi học sinh giỏi".to_owned(),
        new_id: "ki-thi-hoc-sinh-gioi".to_owned(),
        ..CampaignSplit::default()
    });
    let vi = |what: &NameOperation| said(&corpus, what, Lang::Vi);
    assert_eq!(
        vi(&rename(Some("Hội thi lái xe"), None)),
        "“Thi lái xe giỏi” đổi tên thành “Hội thi lái xe”: không bài nào phải sửa | Tên cũ không bài nào in, không giữ lại: “Thi lái xe giỏi”"
    );
    assert_eq!(
        vi(&rename(None, Some("lai-xe"))),
        "“Thi lái xe giỏi” đổi địa chỉ thành lai-xe: 1 bài báo, 1 số liệu, 1 lần nêu tên và 1 mục khác nhắc đến | Địa chỉ cũ thi-lai-xe-gioi dẫn sang lai-xe"
    );
    assert!(vi(&join).starts_with("“Lao động giỏi” ghép vào “Công nhân giỏi”: "), "{}", vi(&join));
    assert!(
        vi(&join).contains("Tên khác: “Lao động giỏi”") && vi(&join).contains("Lời giới thiệu không giữ lại")
    );
    assert!(
        vi(&split).starts_with("“Kì thi học sinh giỏi” tách khỏi “Thi học sinh giỏi”: "),
        "{}",
        vi(&split)
    );
    let en = said(&corpus, &join, Lang::En);
    assert!(en.contains("The old address danh-hieu-lao-dong-gioi leads to danh-hieu-cong-nhan-gioi"), "{en}");
}
