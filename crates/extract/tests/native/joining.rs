//! Joining of drafted campaigns with those of the corpus.

use serde_json::json;
use thidua_core::domain::Corpus;
use thidua_extract::CampaignJoin::{Alias, Name, NationalName, SameOrganisation};
use thidua_extract::{CampaignJoin, Context, Draft, extract};

/// A corpus with one federation, its emulation of 2031 and a round of it, and campaigns of several kinds.
fn context() -> Context {
    let campaign = |id: &str, name: &str, kind: &str, aliases: &[&str], launched_by: Option<&str>| {
        json!({ "id": id, "name": name, "name_en": null, "kind": kind, "aliases": aliases, "sector": null,
                "launched_by": launched_by, "summary": { "vi": "Một.", "en": "One." }, "see_also": [] })
    };
    let corpus: Corpus = serde_json::from_value(json!({
        "schema_version": 1,
        "title": { "vi": "Thử", "en": "Test" },
        "sources": [],
        "organisations": [{
            "id": "ldld-suoi-trang", "name": "Liên đoàn Lao động huyện Suối Trắng", "name_en": null,
            "kind": "federation", "locality": null, "parent": null, "aliases": [], "valid": null
        }],
        "units": [],
        "campaigns": [
            campaign("thi-dua-2031", "Thi đua năm 2031 của LĐLĐ huyện Suối Trắng", "movement",
                     &["phong trào thi đua năm 2031"], Some("ldld-suoi-trang")),
            campaign("dot-1-2031", "Đợt 1 thi đua năm 2031, huyện Suối Trắng", "round", &["Đợt 1"],
                     Some("ldld-suoi-trang")),
            campaign("nha-may-xanh", "Nhà máy xanh", "contest", &["Nhà máy xanh, công nhân khỏe"], None),
            campaign("sang-kien", "1 triệu sáng kiến - nỗ lực vượt khó, sáng tạo, quyết tâm chiến thắng đại dịch \
                     Covid-19", "programme", &[], None),
        ],
        "glossary": [], "redirects": {}, "articles": []
    }))
    .unwrap();
    Context::of(&corpus)
}

fn draft(organisation: &str, paragraph: &str) -> Draft {
    let text = format!(
        "{organisation} đẩy mạnh hoạt động công đoàn\n\n{organisation} vừa tổ chức hội nghị công đoàn cho đoàn viên \
         toàn huyện.\n\n{paragraph}"
    );
    extract(&text, &context())
}

/// Name, corpus id and reason of the first campaign of a draft.
fn first(draft: &Draft) -> (&str, &str, Option<CampaignJoin>) {
    let campaign = &draft.campaigns[0];
    (&campaign.name, campaign.existing.as_ref().map_or("", |id| id.as_str()), campaign.join)
}

#[test]
fn emulation_of_a_year_is_joined_with_that_of_the_same_organisation_only() {
    let paragraph = "Huyện phát động phong trào thi đua năm 2031 với nhiều nội dung.";
    assert_eq!(
        first(&draft("LĐLĐ huyện Suối Trắng", paragraph)),
        ("Thi đua năm 2031 của LĐLĐ huyện Suối Trắng", "thi-dua-2031", Some(Name))
    );
    assert_eq!(
        first(&draft("LĐLĐ huyện Đồi Quế", paragraph)),
        ("Thi đua năm 2031 của LĐLĐ huyện Đồi Quế", "", None)
    );
}

#[test]
fn round_is_joined_with_that_of_the_same_organisation_and_year_only() {
    for (organisation, dates, expected) in [
        ("LĐLĐ huyện Suối Trắng", "từ 1/1/2031 đến 31/3/2031", ("dot-1-2031", Some(SameOrganisation))),
        ("LĐLĐ huyện Suối Trắng", "từ 1/1/2032 đến 31/3/2032", ("", None)),
        ("LĐLĐ huyện Đồi Quế", "từ 1/1/2031 đến 31/3/2031", ("", None)),
    ] {
        let draft = draft(organisation, &format!("Đợt 1 {dates} dành cho khối doanh nghiệp của huyện."));
        let (name, id, join) = first(&draft);
        assert_eq!((id, join), expected, "{organisation} {dates}");
        assert!(name.starts_with("Đợt 1 thi đua năm 203") && name.ends_with(organisation), "{name}");
    }
}

#[test]
fn two_organisations_of_one_article_have_two_emulations() {
    let draft = draft(
        "LĐLĐ huyện Suối Trắng",
        "Huyện triển khai thi đua năm 2031 và hưởng ứng thi đua năm 2031 của LĐLĐ tỉnh Sông Đà.",
    );
    let names: Vec<&str> = draft.campaigns.iter().map(|campaign| campaign.name.as_str()).collect();
    assert_eq!(
        names,
        ["Thi đua năm 2031 của LĐLĐ huyện Suối Trắng", "Thi đua năm 2031 của LĐLĐ tỉnh Sông Đà"]
    );
}

#[test]
fn whole_name_and_kind_decide() {
    for (paragraph, expected) in [
        ("Huyện tổ chức hội thi “Nhà Máy Xanh” cho công nhân.", ("nha-may-xanh", Some(Name))),
        ("Huyện tổ chức hội thi “Nhà máy xanh, công nhân khoẻ”.", ("nha-may-xanh", Some(Alias))),
        ("Huyện tổ chức hội thi “Nhà máy xanh, công nhân giỏi”.", ("", None)),
        ("Huyện tổ chức hội thi “Nhà máy”.", ("", None)),
        ("Huyện phát động phong trào “Nhà máy xanh”.", ("", None)),
        ("Huyện hưởng ứng chương trình “1 triệu sáng kiến”.", ("sang-kien", Some(NationalName))),
    ] {
        let draft = draft("LĐLĐ huyện Suối Trắng", paragraph);
        let (_, id, join) = first(&draft);
        assert_eq!((id, join), expected, "{paragraph}");
    }
}
