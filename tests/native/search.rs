//! Search: the query language, spellings, tiers, facets; golden queries over the bundled corpus.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at its first error"
)]

use std::collections::BTreeSet;
use std::ops::Deref;

use proptest::prelude::*;
use thidua::corpus::Catalogue;
use thidua::domain::{Article, CampaignKind, Corpus, Level, Role, Sector};
use thidua::search::{
    Field, Hit, Index, Note, Place, QUERY_CHARS, Query, Reason, Request, Results, Selection, Sort, Tier,
    explain, highlight, search,
};
use unicode_normalization::UnicodeNormalization;

/// A small catalogue of invented articles.
fn fixture() -> Catalogue {
    let text = r#"{
      "schema_version": 1, "title": {"vi": "Thử", "en": "Test"}, "sources": [], "units": [], "redirects": {},
      "organisations": [
        {"id": "ldld-an-binh", "name": "Liên đoàn Lao động quận An Bình", "name_en": null, "kind": "federation",
         "locality": null, "parent": null, "aliases": ["LĐLĐ quận An Bình"], "valid": null},
        {"id": "ldld-hoa-vang", "name": "Liên đoàn Lao động huyện Hoà Vang", "name_en": null, "kind": "federation",
         "locality": null, "parent": null, "aliases": [], "valid": null}],
      "campaigns": [
        {"id": "tho-gioi", "name": "Thợ giỏi", "name_en": "Skilled Hands", "kind": "contest", "aliases": [],
         "sector": "enterprise", "launched_by": null, "summary": {"vi": "", "en": ""}, "see_also": []},
        {"id": "nguoi-lao-dong-gioi", "name": "Lao động giỏi", "name_en": null, "kind": "title",
         "aliases": ["Người lao động giỏi"], "sector": null, "launched_by": null,
         "summary": {"vi": "", "en": ""}, "see_also": []}],
      "glossary": [{"abbreviation": "LĐLĐ", "expansion": "Liên đoàn Lao động", "en": null}],
      "articles": []}"#;
    let mut corpus: Corpus = serde_json::from_str(text).unwrap();
    corpus.articles = vec![
        article("a", "ldld-an-binh", "Hội thi thợ giỏi", &[("thợ giỏi tranh tài", "lao động")], "2021"),
        article("b", "ldld-an-binh", "Ngày vui", &[("biểu dương người lao động giỏi", "hóa đơn")], "2022"),
        article(
            "c",
            "ldld-hoa-vang",
            "Má và mạ non",
            &[("giới thiệu việc làm", "lao vào động thái")],
            "2022/2023",
        ),
        article(
            "d",
            "ldld-hoa-vang",
            "LĐLĐ huyện phát quà",
            &[("quà Tết", "1.245 suất, 15% tăng thêm")],
            "2020",
        ),
    ];
    let mentions =
        [(0, "tho-gioi", "Thợ giỏi", "null"), (1, "nguoi-lao-dong-gioi", "Người lao động giỏi", "\"women\"")];
    for (at, campaign, printed, sector) in mentions {
        let mention = format!(
            r#"{{"campaign": "{campaign}", "as_written": "{printed}", "relation": "launched", "sector": {sector}, "line": 1}}"#
        );
        corpus.articles[at].mentions.push(serde_json::from_str(&mention).unwrap());
    }
    let figure = r#"{"id": "d-suat", "label": {"vi": "Suất quà", "en": "Gifts"}, "value": "1245", "value_to": null,
      "unit": "gift", "comparator": "eq", "word": null, "as_written": "1.245 suất", "role": "result",
      "levels": ["district", "city"], "campaign": null, "campaigns_also": [], "organisation": null, "when": null,
      "when_as_written": null, "part_of": null, "measure": null, "line": 3}"#;
    corpus.articles[3].figures.push(serde_json::from_str(figure).unwrap());
    Catalogue::new(corpus)
}

fn article(id: &str, organisation: &str, headline: &str, digest: &[(&str, &str)], covers: &str) -> Article {
    let paragraphs = digest.iter().flat_map(|(one, two)| [one, two]).zip(1..);
    let digest: Vec<String> =
        paragraphs.map(|(vi, line)| format!(r#"{{"vi": "{vi}", "en": "", "line": {line}}}"#)).collect();
    let text = format!(
        r#"{{"id": "{id}", "kicker": null, "headline": "{headline}", "headline_en": null, "source": null, "url": null,
          "byline": [], "published": null, "published_as_written": null, "covers": "{covers}",
          "covers_as_written": null, "organisation": "{organisation}", "rights": "facts_only",
          "text": {{"file_stem": "x", "sha256": "", "lines": [1, 9], "excluded": []}}, "digest": [{}], "people": [],
          "mentions": [], "phases": [], "figures": [], "body": null}}"#,
        digest.join(",")
    );
    serde_json::from_str(&text).unwrap()
}

fn bundled() -> Catalogue {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/corpus.json");
    Catalogue::new(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
}

/// Results with the ids of the articles found.
struct Found {
    results: Results,
    ids: Vec<String>,
}

impl Deref for Found {
    type Target = Results;

    fn deref(&self) -> &Results {
        &self.results
    }
}

fn ask(catalogue: &Catalogue, query: &str) -> Found {
    request_of(catalogue, &Request { query: query.to_owned(), ..Request::default() })
}

fn request_of(catalogue: &Catalogue, request: &Request) -> Found {
    let results = search(&Index::build(catalogue), request);
    let id = |hit: &Hit| catalogue.articles()[hit.place as usize].id.to_string();
    Found { ids: results.hits.iter().map(id).collect(), results }
}

fn ids(found: &Found) -> Vec<&str> {
    found.ids.iter().map(String::as_str).collect()
}

fn set(found: &Found) -> BTreeSet<&str> {
    ids(found).into_iter().collect()
}

fn found(query: &str) -> Vec<String> {
    ids(&ask(&fixture(), query)).into_iter().map(str::to_owned).collect()
}

fn marked(reason: &Reason) -> Vec<&str> {
    reason.highlights.iter().map(|range| &reason.text[range.clone()]).collect()
}

#[test]
fn words_without_marks_find_every_spelling() {
    assert_eq!(found("tho gioi "), ["a"]);
    assert_eq!(found("gioi "), ["a", "b", "c"], "a has it in its headline, b in a name, c as giới");
    assert_eq!(found("THO  GIOI"), ["a"]);
}

#[test]
fn words_with_marks_find_those_that_carry_at_least_them() {
    assert_eq!(found("giỏi "), ["a", "b"]);
    assert_eq!(found("lao đông "), ["b", "a", "c", "d"], "ô is on its way to ộ");
    assert_eq!(found("lao dộng "), ["b", "a", "c", "d"], "d is on its way to đ");
    let results = ask(&fixture(), "má");
    assert_eq!(ids(&results), ["c"]);
    let results = ask(&fixture(), "mà");
    assert_eq!((ids(&results), results.hits[0].tier), (vec!["c"], Tier::OtherMarks));
    assert_eq!(results.notes, [Note::OnlyWithoutMarks]);
    assert_eq!(marked(&results.hits[0].reasons[0]), ["Má", "mạ"]);
}

#[test]
fn articles_with_other_marks_are_counted_beside_those_found() {
    let results = ask(&fixture(), "giới ");
    assert_eq!(ids(&results), ["c"]);
    assert_eq!(results.notes, [Note::OtherMarks { articles: 2 }]);
}

#[test]
fn spelling_variants_are_one() {
    for query in ["hoà vang", "hòa vang", "HÒA VANG", "ho\u{300}a vang"] {
        assert_eq!(found(query), ["c", "d"], "{query}");
    }
    assert_eq!(found("hóa đơn"), ["b"]);
    assert_eq!(found("hoá đơn"), ["b"]);
}

#[test]
fn the_last_word_is_a_beginning_until_a_space_follows() {
    assert_eq!(found("tra"), ["a"]);
    assert!(found("tra ").is_empty());
    assert_eq!(found("tranh t"), ["a"]);
    assert!(found("t tranh").is_empty());
    assert_eq!(found("thiê"), ["c"], "of thiệu");
    assert_eq!(found("1.24"), ["d"], "of 1.245");
}

#[test]
fn numbers_are_found_as_printed_and_as_typed() {
    for query in ["1.245 ", "1245 ", "1,245 ", "15% ", "15 "] {
        assert_eq!(found(query), ["d"], "{query}");
    }
    let results = ask(&fixture(), "1245");
    assert_eq!(results.hits[0].reasons[0].place, Place::Figure("d-suat".into()));
    assert_eq!(marked(&results.hits[0].reasons[0]), ["1.245"]);
}

#[test]
fn abbreviations_and_expansions_find_each_other() {
    assert_eq!(set(&ask(&fixture(), "ldld ")), BTreeSet::from(["a", "b", "c", "d"]));
    let results = ask(&fixture(), "lien doan lao dong huyen");
    assert_eq!(ids(&results), ["d", "c"], "d has the phrase in its headline, abbreviated");
    assert_eq!(results.hits[0].tier, Tier::PhraseInName);
    assert_eq!(marked(&results.hits[0].reasons[0]), ["LĐLĐ huyện"]);
    let typed = "lien doan lao dong".to_owned();
    assert_eq!(results.notes, [Note::AbbreviationExpanded { typed, also: vec!["LĐLĐ".to_owned()] }]);
}

#[test]
fn quotation_marks_are_exact_in_marks_and_order() {
    assert_eq!(found("\"lao động giỏi\""), ["b"]);
    assert_eq!(found("“lao động giỏi”"), ["b"]);
    assert_eq!(found("\"lao động gi"), ["b"], "not closed yet");
    for query in ["\"lao dong gioi\"", "\"giỏi lao động\"", "\"lao động gi\"", "\"lao động gi "] {
        let results = ask(&fixture(), query);
        assert!(results.hits.is_empty(), "{query}");
        assert!(matches!(&results.notes[..], [Note::PhraseNotFound { .. }]), "{query} {:?}", results.notes);
    }
    assert!(found("\"\"").len() == 4 && found("\"").len() == 4);
}

#[test]
fn exclusions_take_away() {
    assert_eq!(found("gioi -tho "), ["b", "c"]);
    assert_eq!(found("gioi -thọ"), ["a", "b", "c"], "marks are kept");
    assert_eq!(found("gioi -\"thợ giỏi\""), ["b", "c"]);
    let results = ask(&fixture(), "-giỏi");
    assert_eq!(ids(&results), ["c", "d"]);
    assert_eq!(results.notes, [Note::OnlyExclusions]);
    assert_eq!(results.hits[0].tier, Tier::Unranked);
    assert_eq!(found("Hội - thi"), ["a"], "a dash between words excludes nothing");
}

#[test]
fn one_typing_error_is_mended_and_said() {
    let results = ask(&fixture(), "tranhh tai");
    assert_eq!(ids(&results), ["a"]);
    let typo = Note::Typo { typed: "tranhh".to_owned(), used: "tranh".to_owned() };
    assert_eq!(results.notes, [typo]);
    assert_eq!(found("tarnh tai"), ["a"], "neighbours swapped");
    for query in ["txi", "trxxh", "thoh gioi"] {
        let results = ask(&fixture(), query);
        assert!(!results.notes.iter().any(|note| matches!(note, Note::Typo { .. })) || query == "thoh gioi");
    }
    assert!(found("tràng").is_empty(), "the tone typed is kept: not tranh");
    let unknown = Note::UnknownWord { typed: "covid".to_owned() };
    assert_eq!(ask(&fixture(), "covid").notes, [unknown]);
}

#[test]
fn keys_typed_with_the_input_method_off_are_understood_and_said() {
    let exact = ask(&fixture(), "thợ giỏi");
    for query in ["thowj gioir", "tho75 gio3i", "thowj giỏi", "tho gioir"] {
        let results = ask(&fixture(), query);
        assert_eq!(ids(&results).first(), ids(&exact).first(), "{query}");
        assert!(results.notes.iter().any(|note| matches!(note, Note::Keystrokes { .. })), "{query}");
    }
    let read = Note::Keystrokes { typed: "thowj".to_owned(), used: "thợ".to_owned() };
    assert!(ask(&fixture(), "thowj gioir").notes.contains(&read));
    assert_eq!(found("\"thowj gioir\""), Vec::<String>::new(), "what is quoted is meant as typed");
}

#[test]
fn fields_choose() {
    assert_eq!(found("don-vi:hoa-vang"), ["c", "d"]);
    assert_eq!(found("đơn-vị:\"Hoà Vang\" quà"), ["d"]);
    assert_eq!(found("nam:2022"), ["c", "b"]);
    assert_eq!(found("năm:2020-2021"), ["a", "d"]);
    assert_eq!(found("-nam:2022"), ["a", "d"]);
    assert_eq!(found("loai:danh-hieu"), ["b"]);
    assert_eq!(found("loại:\"hội thi\""), ["a"]);
    let unknown = Note::UnknownValue { field: Field::Year, value: "1999".to_owned() };
    assert_eq!(ask(&fixture(), "nam:1999 quà").notes, [unknown]);
    assert!(found("nam:").is_empty(), "no value: the word itself, which stands nowhere");
}

#[test]
fn tiers_follow_how_words_hang_together() {
    let results = ask(&fixture(), "lao động giỏi ");
    assert_eq!(results.hits[0].tier, Tier::PhraseInName);
    let tiers: Vec<Tier> = ask(&fixture(), "lao động ").hits.iter().map(|hit| hit.tier).collect();
    assert!(tiers.is_sorted());
    let results = ask(&fixture(), "mạ làm ");
    assert_eq!((ids(&results), results.hits[0].tier), (vec!["c"], Tier::Scattered));
    assert_eq!(results.notes, [Note::OnlyScattered]);
    assert_eq!(ask(&fixture(), "tài tranh ").hits[0].tier, Tier::Near);
}

#[test]
fn long_queries_are_cut_and_said() {
    let results = ask(&fixture(), &format!("quà {}", "x".repeat(QUERY_CHARS)));
    assert!(results.notes.contains(&Note::QueryCut));
    let results = ask(&fixture(), &"quà ".repeat(90));
    assert_eq!(ids(&results), ["d"]);
    assert_eq!(results.notes, [Note::QueryCut, Note::OnlyScattered]);
}

#[test]
fn orders() {
    let catalogue = fixture();
    let sorted = |sort| ids(&request_of(&catalogue, &Request { sort, ..Request::default() })).join("");
    assert_eq!(sorted(Sort::Relevance), "cbad");
    assert_eq!(sorted(Sort::Newest), "cbad");
    assert_eq!(sorted(Sort::Oldest), "dabc");
    assert_eq!(sorted(Sort::MostFigures), "dcba");
    assert!(Sort::ALL.iter().all(|sort| Sort::from_slug(sort.slug()) == Some(*sort)));
}

#[test]
fn facets_stand_in_fixed_order_and_do_not_narrow_themselves() {
    let index = Index::build(&fixture());
    let all = search(&index, &Request::default());
    let years: Vec<(u16, usize)> = all.facets.years.iter().map(|v| (v.value, v.count)).collect();
    assert_eq!(years, [(2023, 1), (2022, 2), (2021, 1), (2020, 1)]);
    let kinds: Vec<CampaignKind> = all.facets.kinds.iter().map(|v| v.value).collect();
    assert_eq!(kinds, [CampaignKind::Contest, CampaignKind::Title]);
    let sectors: Vec<Sector> = all.facets.sectors.iter().map(|v| v.value).collect();
    assert_eq!(sectors, [Sector::Enterprise, Sector::Women], "of the campaign, and of the mention");
    let levels: Vec<Level> = all.facets.levels.iter().map(|v| v.value).collect();
    assert_eq!(levels, [Level::District, Level::City]);
    assert_eq!(all.facets.roles.iter().map(|v| v.value).collect::<Vec<_>>(), [Role::Result]);

    let selection = Selection { years: BTreeSet::from([2021, 1999]), ..Selection::default() };
    let chosen = request_of(&fixture(), &Request { selection, ..Request::default() });
    assert_eq!(ids(&chosen), ["a"]);
    let years: Vec<(u16, usize, bool)> =
        chosen.facets.years.iter().map(|v| (v.value, v.count, v.selected)).collect();
    assert_eq!(
        years,
        [(2023, 1, false), (2022, 2, false), (2021, 1, true), (2020, 1, false), (1999, 0, true)]
    );
    let kinds: Vec<(CampaignKind, usize)> = chosen.facets.kinds.iter().map(|v| (v.value, v.count)).collect();
    assert_eq!(kinds, [(CampaignKind::Contest, 1)]);
}

#[test]
fn highlights_are_whole_printed_words() {
    let text = "“Lao  động giỏi”, lao động sa\u{301}ng tạo; giới";
    let marks = |query: &str| -> Vec<String> {
        highlight(text, &Query::parse(query)).into_iter().map(|range| text[range].to_owned()).collect()
    };
    assert_eq!(marks("lao dong gioi"), ["Lao  động giỏi"], "the phrase alone where it stands");
    assert_eq!(marks("giỏi "), ["giỏi"], "not giới");
    assert_eq!(marks("gioi "), ["giỏi", "giới"]);
    assert_eq!(marks("lao sáng"), ["Lao", "lao", "sa\u{301}ng"]);
    assert_eq!(marks("lao đ"), ["Lao  động", "lao động"]);
    assert!(marks("").is_empty() && marks("-lao").is_empty());
}

#[test]
fn long_passages_are_cut_around_the_match() {
    let mut corpus = fixture().corpus().clone();
    let filler = "chữ nghĩa dài dòng ".repeat(30);
    corpus.articles[0].body = Some(vec![format!("{filler}kho báu ở giữa {filler}")]);
    let results = ask(&Catalogue::new(corpus), "kho báu");
    let reason = &results.hits[0].reasons[0];
    assert_eq!(reason.place, Place::Body { paragraph: 0 });
    assert!(reason.text.chars().count() <= 160, "{}", reason.text);
    assert!(reason.text.starts_with('…') && reason.text.ends_with('…'));
    assert_eq!(marked(reason), ["kho báu"]);
}

#[test]
fn reasons_show_what_matches_best_and_nothing_weaker_that_adds_nothing() {
    let results = ask(&fixture(), "hội thi thợ giỏi");
    let places: Vec<&Place> = results.hits[0].reasons.iter().map(|reason| &reason.place).collect();
    assert_eq!(places, [&Place::Headline]);
    let results = ask(&fixture(), "mạ làm ");
    assert_eq!(results.hits[0].reasons.len(), 2, "one for each word");
}

#[test]
fn an_unfinished_word_with_marks_is_no_beginning_of_a_word_with_others() {
    assert!(found("giầ").is_empty());
    assert_eq!(found("gi\u{1EDB}"), ["c"], "giớ is on its way to giới");
}

#[test]
fn every_hit_can_be_explained() {
    let index = Index::build(&fixture());
    let request = Request { query: "lao dong".to_owned(), ..Request::default() };
    for hit in search(&index, &request).hits {
        let (reasons, score) = explain(&index, &request, hit.place).unwrap();
        assert!(!reasons.is_empty() && reasons == hit.reasons);
        assert_eq!(score.points(), hit.score, "{score:?}");
    }
    assert_eq!(explain(&index, &request, 100_000), None);
}

#[test]
fn a_score_is_the_sum_of_its_shares() {
    let catalogue = bundled();
    let index = Index::build(&catalogue);
    let mut with_phrase = 0;
    for query in [
        "lao động giỏi",
        "ldld hoang mai",
        "\"công nhân giỏi\" thi đua",
        "sang kien",
        "má ma lao",
        "nam:2022 thi",
    ] {
        let request = Request { query: query.to_owned(), ..Request::default() };
        for hit in search(&index, &request).hits {
            let (_, score) = explain(&index, &request, hit.place).unwrap();
            assert_eq!(score.points(), hit.score, "{query}: {score:?}");
            assert!(score.shares.iter().all(|share| share.points() > 0), "{query}: {score:?}");
            with_phrase += usize::from(score.phrase > 0);
        }
    }
    assert!(with_phrase > 5, "{with_phrase}");
}

#[test]
fn golden_queries_over_the_bundled_corpus() {
    let catalogue = bundled();
    let everything = catalogue.articles().len();
    let all = ask(&catalogue, "thi dua");
    assert_eq!(all.hits.len(), everything);
    assert!(all.hits.iter().all(|hit| hit.tier <= Tier::Phrase && !hit.reasons.is_empty()));

    let (folded, exact) = (ask(&catalogue, "lao dong gioi"), ask(&catalogue, "Lao động giỏi"));
    assert_eq!(set(&folded), set(&exact));
    assert!(exact.hits.iter().map(|hit: &Hit| hit.tier).is_sorted());
    assert_eq!(exact.hits[0].tier, Tier::PhraseInName);

    assert_eq!(set(&ask(&catalogue, "ldld")), set(&ask(&catalogue, "Liên đoàn Lao động")));
    assert!(
        set(&ask(&catalogue, "cnvcld ")).is_subset(&set(&ask(&catalogue, "công nhân, viên chức, lao động")))
    );

    let titles = ask(&catalogue, "\"công nhân giỏi\"");
    assert!(!titles.hits.is_empty() && titles.hits.len() < everything);
    for hit in &titles.hits {
        assert!(hit.reasons.iter().any(|r| marked(r).iter().any(|m| m.to_lowercase() == "công nhân giỏi")));
    }

    let (covid, rest) = (ask(&catalogue, "covid "), ask(&catalogue, "-covid"));
    assert!(!covid.hits.is_empty() && !rest.hits.is_empty());
    assert_eq!(covid.hits.len() + rest.hits.len(), everything);
    assert!(set(&covid).is_disjoint(&set(&rest)));
    assert_eq!(rest.notes, [Note::OnlyExclusions]);

    for (one, other) in [("văn hoá", "văn hóa"), ("thuỷ", "thủy"), ("kỷ cương", "kỉ cương")] {
        assert_eq!(ask(&catalogue, one).hits, ask(&catalogue, other).hits, "{one}");
    }
    let first = |query: &str| ask(&catalogue, query).ids.first().cloned();
    assert_eq!(first("hoang mai").as_deref().map(|id| id.contains("hoang-mai")), Some(true));
    assert_eq!(first("Hà Văn Hải").as_deref().map(|id| id.contains("bac-tu-liem")), Some(true));
}

/// Queries made of what people type, well and badly.
fn queries() -> impl Strategy<Value = String> {
    let words = [
        "lao",
        "động",
        "đong",
        "giỏi",
        "gioi",
        "ldld",
        "LĐLĐ",
        "liên đoàn lao động",
        "thợ",
        "hoà",
        "1.245",
        "15%",
        "\"",
        "“",
        "-",
        "-\"",
        "nam:",
        "nam:2022",
        "don-vi:",
        "loai:hoi-thi",
        ":",
        "👍",
        "\u{301}",
        "'; DROP TABLE",
        "%",
        "(",
        "*",
        "\\",
        "\u{200B}",
        "\u{A0}",
        "x",
    ];
    let piece =
        prop_oneof![8 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    let gap = proptest::sample::select(vec![" ", "", "  "]);
    proptest::collection::vec((piece, gap), 0..8)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect())
}

thread_local! {
    static INDEX: Index = Index::build(&bundled());
}

proptest! {
    #[test]
    fn any_text_is_a_query(query in queries()) {
        INDEX.with(|index| -> Result<(), TestCaseError> {
            let request = Request { query: query.clone(), ..Request::default() };
            let results = search(index, &request);
            let composed = Request { query: query.nfd().collect(), ..Request::default() };
            if query.chars().count() < 200 {
                let decomposed = search(index, &composed);
                prop_assert_eq!(&decomposed.hits, &results.hits);
            }
            for reason in results.hits.iter().flat_map(|hit| &hit.reasons) {
                let mut end = 0;
                for range in &reason.highlights {
                    prop_assert!(range.start >= end && reason.text.get(range.clone()).is_some());
                    end = range.end;
                }
                prop_assert!(!reason.highlights.is_empty() && reason.text.chars().count() <= 160);
            }
            for range in highlight(&query, &Query::parse(&query)) {
                prop_assert!(query.get(range).is_some());
            }
            Ok(())
        })?;
    }

    /// What a facet promises is what choosing it lists.
    #[test]
    fn counts_agree_with_what_is_listed(
        query in queries(),
        year in proptest::option::of(2020_u16..2024),
        kind in proptest::option::of(proptest::sample::select(CampaignKind::ALL.to_vec())),
        level in proptest::option::of(proptest::sample::select(Level::ALL.to_vec())),
    ) {
        INDEX.with(|index| -> Result<(), TestCaseError> {
            let selection = Selection {
                years: year.into_iter().collect(),
                kinds: kind.into_iter().collect(),
                levels: level.into_iter().collect(),
                ..Selection::default()
            };
            let count = |selection: Selection| {
                search(index, &Request { query: query.clone(), selection, ..Request::default() }).hits.len()
            };
            let facets =
                search(index, &Request { query: query.clone(), selection: selection.clone(), ..Request::default() }).facets;
            for value in facets.organisations {
                let organisations = BTreeSet::from([value.value]);
                prop_assert_eq!(count(Selection { organisations, ..selection.clone() }), value.count);
            }
            for value in facets.years {
                let years = BTreeSet::from([value.value]);
                prop_assert_eq!(count(Selection { years, ..selection.clone() }), value.count);
            }
            for value in facets.kinds {
                let kinds = BTreeSet::from([value.value]);
                prop_assert_eq!(count(Selection { kinds, ..selection.clone() }), value.count);
            }
            for value in facets.sectors {
                let sectors = BTreeSet::from([value.value]);
                prop_assert_eq!(count(Selection { sectors, ..selection.clone() }), value.count);
            }
            for value in facets.levels {
                let levels = BTreeSet::from([value.value]);
                prop_assert_eq!(count(Selection { levels, ..selection.clone() }), value.count);
            }
            for value in facets.roles {
                let roles = BTreeSet::from([value.value]);
                prop_assert_eq!(count(Selection { roles, ..selection.clone() }), value.count);
            }
            Ok(())
        })?;
    }
}
