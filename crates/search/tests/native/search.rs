//! Search: query language, spelling, match tiers, facets; golden queries over the bundled corpus.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at its first error"
)]

mod any_query;
mod asked;
mod ranking;

use std::collections::BTreeSet;
use std::ops::Deref;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use thidua_core::collections::SortedSet;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, CampaignKind, Corpus, Level, Role, Sector};
use thidua_search::{
    FacetSelection, Hit, Index, MAX_QUERY_CHARS, MatchTier, PassageLocation, Query, QueryField, QueryNote,
    Reason, SearchRequest, SearchResults, Sort, YearSummary, explain, highlight, search,
};

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
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json");
    Catalogue::new(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
}

/// Results with the ids of the articles found.
struct Found {
    results: SearchResults,
    ids: Vec<String>,
}

impl Deref for Found {
    type Target = SearchResults;

    fn deref(&self) -> &SearchResults {
        &self.results
    }
}

fn run_search(catalogue: &Catalogue, query: &str) -> Found {
    request_of(catalogue, &SearchRequest { query: query.to_owned(), ..SearchRequest::default() })
}

fn request_of(catalogue: &Catalogue, request: &SearchRequest) -> Found {
    let results = search(&Index::build(catalogue), request);
    let id = |hit: &Hit| catalogue.articles()[hit.article as usize].id.to_string();
    Found { ids: results.hits.iter().map(id).collect(), results }
}

fn ids(found: &Found) -> Vec<&str> {
    found.ids.iter().map(String::as_str).collect()
}

fn set(found: &Found) -> BTreeSet<&str> {
    ids(found).into_iter().collect()
}

fn found(query: &str) -> Vec<String> {
    ids(&run_search(&fixture(), query)).into_iter().map(str::to_owned).collect()
}

fn marked(reason: &Reason) -> Vec<&str> {
    reason.highlights.iter().map(|range| &reason.text[range.clone()]).collect()
}

#[test]
fn query_without_marks_matches_every_spelling() {
    assert_eq!(found("tho gioi "), ["a"]);
    assert_eq!(found("gioi "), ["a", "b", "c"], "a has it in its headline, b in a name, c as giới");
    assert_eq!(found("THO  GIOI"), ["a"]);
}

#[test]
fn query_with_marks_matches_terms_that_carry_them() {
    assert_eq!(found("giỏi "), ["a", "b"]);
    assert_eq!(found("lao đông "), ["b", "a", "c", "d"], "ô is on its way to ộ");
    assert_eq!(found("lao dộng "), ["b", "a", "c", "d"], "d is on its way to đ");
    let results = run_search(&fixture(), "má");
    assert_eq!(ids(&results), ["c"]);
    let results = run_search(&fixture(), "mà");
    assert_eq!((ids(&results), results.hits[0].tier), (vec!["c"], MatchTier::OtherMarks));
    assert_eq!(results.notes, [QueryNote::OnlyWithoutMarks]);
    assert_eq!(marked(&results.hits[0].reasons[0]), ["Má", "mạ"]);
}

#[test]
fn articles_with_other_marks_are_counted_in_a_note() {
    let results = run_search(&fixture(), "giới ");
    assert_eq!(ids(&results), ["c"]);
    assert_eq!(results.notes, [QueryNote::OtherMarks { articles: 2 }]);
}

#[test]
fn spelling_variants_match_each_other() {
    for query in ["hoà vang", "hòa vang", "HÒA VANG", "ho\u{300}a vang"] {
        assert_eq!(found(query), ["c", "d"], "{query}");
    }
    assert_eq!(found("hóa đơn"), ["b"]);
    assert_eq!(found("hoá đơn"), ["b"]);
}

#[test]
fn last_word_is_a_prefix_until_a_space_follows() {
    assert_eq!(found("tra"), ["a"]);
    assert!(found("tra ").is_empty());
    assert_eq!(found("tranh t"), ["a"]);
    assert!(found("t tranh").is_empty());
    assert_eq!(found("thiê"), ["c"], "of thiệu");
    assert_eq!(found("1.24"), ["d"], "of 1.245");
}

#[test]
fn numbers_match_as_printed_and_as_typed() {
    for query in ["1.245 ", "1245 ", "1,245 ", "15% ", "15 "] {
        assert_eq!(found(query), ["d"], "{query}");
    }
    let results = run_search(&fixture(), "1245");
    assert_eq!(results.hits[0].reasons[0].location, PassageLocation::Figure("d-suat".into()));
    assert_eq!(marked(&results.hits[0].reasons[0]), ["1.245"]);
}

#[test]
fn abbreviations_and_expansions_match_each_other() {
    assert_eq!(set(&run_search(&fixture(), "ldld ")), BTreeSet::from(["a", "b", "c", "d"]));
    let results = run_search(&fixture(), "lien doan lao dong huyen");
    assert_eq!(ids(&results), ["d", "c"], "d has the phrase in its headline, abbreviated");
    assert_eq!(results.hits[0].tier, MatchTier::PhraseInName);
    assert_eq!(marked(&results.hits[0].reasons[0]), ["LĐLĐ huyện"]);
    let typed = "lien doan lao dong".to_owned();
    assert_eq!(results.notes, [QueryNote::AbbreviationExpanded { typed, also: vec!["LĐLĐ".to_owned()] }]);
}

#[test]
fn quoted_phrase_is_exact_in_marks_and_order() {
    assert_eq!(found("\"lao động giỏi\""), ["b"]);
    assert_eq!(found("“lao động giỏi”"), ["b"]);
    assert_eq!(found("\"lao động gi"), ["b"], "not closed yet");
    for query in ["\"lao dong gioi\"", "\"giỏi lao động\"", "\"lao động gi\"", "\"lao động gi "] {
        let results = run_search(&fixture(), query);
        assert!(results.hits.is_empty(), "{query}");
        assert!(
            matches!(&results.notes[..], [QueryNote::PhraseNotFound { .. }]),
            "{query} {:?}",
            results.notes
        );
    }
    assert!(found("\"\"").len() == 4 && found("\"").len() == 4);
}

#[test]
fn excluded_clauses_remove_articles() {
    assert_eq!(found("gioi -tho "), ["b", "c"]);
    assert_eq!(found("gioi -thọ"), ["a", "b", "c"], "marks are kept");
    assert_eq!(found("gioi -\"thợ giỏi\""), ["b", "c"]);
    let results = run_search(&fixture(), "-giỏi");
    assert_eq!(ids(&results), ["c", "d"]);
    assert_eq!(results.notes, [QueryNote::OnlyExclusions]);
    assert_eq!(results.hits[0].tier, MatchTier::Unranked);
    assert_eq!(found("Hội - thi"), ["a"], "a dash between words excludes nothing");
}

#[test]
fn one_typing_error_is_corrected_with_a_note() {
    let results = run_search(&fixture(), "tranhh tai");
    assert_eq!(ids(&results), ["a"]);
    let typo = QueryNote::Typo { typed: "tranhh".to_owned(), used: "tranh".to_owned() };
    assert_eq!(results.notes, [typo]);
    assert_eq!(found("tarnh tai"), ["a"], "neighbours swapped");
    for query in ["txi", "trxxh", "thoh gioi"] {
        let results = run_search(&fixture(), query);
        assert!(
            !results.notes.iter().any(|note| matches!(note, QueryNote::Typo { .. })) || query == "thoh gioi"
        );
    }
    assert!(found("tràng").is_empty(), "the tone typed is kept: not tranh");
    let unknown = QueryNote::UnknownWord { typed: "covid".to_owned() };
    assert_eq!(run_search(&fixture(), "covid").notes, [unknown]);
}

#[test]
fn raw_keystrokes_are_understood_with_a_note() {
    let exact = run_search(&fixture(), "thợ giỏi");
    for query in ["thowj gioir", "tho75 gio3i", "thowj giỏi", "tho gioir"] {
        let results = run_search(&fixture(), query);
        assert_eq!(ids(&results).first(), ids(&exact).first(), "{query}");
        assert!(results.notes.iter().any(|note| matches!(note, QueryNote::Keystrokes { .. })), "{query}");
    }
    let read = QueryNote::Keystrokes { typed: "thowj".to_owned(), used: "thợ".to_owned() };
    assert!(run_search(&fixture(), "thowj gioir").notes.contains(&read));
    assert_eq!(found("\"thowj gioir\""), Vec::<String>::new(), "what is quoted is meant as typed");
}

#[test]
fn field_filters_restrict_results() {
    assert_eq!(found("don-vi:hoa-vang"), ["c", "d"]);
    assert_eq!(found("đơn-vị:\"Hoà Vang\" quà"), ["d"]);
    assert_eq!(found("nam:2022"), ["c", "b"]);
    assert_eq!(found("năm:2020-2021"), ["a", "d"]);
    assert_eq!(found("-nam:2022"), ["a", "d"]);
    assert_eq!(found("loai:danh-hieu"), ["b"]);
    assert_eq!(found("loại:\"hội thi\""), ["a"]);
    let unknown = QueryNote::UnknownValue { field: QueryField::Year, value: "1999".to_owned() };
    assert_eq!(run_search(&fixture(), "nam:1999 quà").notes, [unknown]);
    assert!(found("nam:").is_empty(), "no value: the word itself, which stands nowhere");
}

#[test]
fn golden_queries_over_the_bundled_corpus() {
    let catalogue = bundled();
    let everything = catalogue.articles().len();
    let all = run_search(&catalogue, "thi dua");
    assert_eq!(all.hits.len(), everything);
    assert!(all.hits.iter().all(|hit| hit.tier <= MatchTier::Phrase && !hit.reasons.is_empty()));

    let (folded, exact) = (run_search(&catalogue, "lao dong gioi"), run_search(&catalogue, "Lao động giỏi"));
    assert_eq!(set(&folded), set(&exact));
    assert!(exact.hits.iter().map(|hit: &Hit| hit.tier).is_sorted());
    assert_eq!(exact.hits[0].tier, MatchTier::PhraseInName);

    assert_eq!(set(&run_search(&catalogue, "ldld")), set(&run_search(&catalogue, "Liên đoàn Lao động")));
    assert!(
        set(&run_search(&catalogue, "cnvcld "))
            .is_subset(&set(&run_search(&catalogue, "công nhân, viên chức, lao động")))
    );

    let titles = run_search(&catalogue, "\"công nhân giỏi\"");
    assert!(!titles.hits.is_empty() && titles.hits.len() < everything);
    for hit in &titles.hits {
        assert!(hit.reasons.iter().any(|r| marked(r).iter().any(|m| m.to_lowercase() == "công nhân giỏi")));
    }

    let (covid, rest) = (run_search(&catalogue, "covid "), run_search(&catalogue, "-covid"));
    assert!(!covid.hits.is_empty() && !rest.hits.is_empty());
    assert_eq!(covid.hits.len() + rest.hits.len(), everything);
    assert!(set(&covid).is_disjoint(&set(&rest)));
    assert_eq!(rest.notes, [QueryNote::OnlyExclusions]);

    for (one, other) in [("văn hoá", "văn hóa"), ("thuỷ", "thủy"), ("kỷ cương", "kỉ cương")] {
        assert_eq!(run_search(&catalogue, one).hits, run_search(&catalogue, other).hits, "{one}");
    }
    let first = |query: &str| run_search(&catalogue, query).ids.first().cloned();
    assert_eq!(first("hoang mai").as_deref().map(|id| id.contains("hoang-mai")), Some(true));
    assert_eq!(first("Hà Văn Hải").as_deref().map(|id| id.contains("bac-tu-liem")), Some(true));
}

#[test]
fn activities_are_counted_by_organisation_and_year() {
    let index = Index::build(&fixture());
    let activities = index.activities();
    let articles: Vec<_> =
        activities.iter().map(|((id, year), found)| (id.as_str(), *year, found.articles)).collect();
    assert_eq!(articles[0], ("ldld-an-binh", Some(2021), 1));
    let long =
        activities.keys().filter(|(id, year)| id.as_str() == "ldld-hoa-vang" && *year >= Some(2022)).count();
    assert_eq!(long, 2, "an article on 2022 and 2023 counts in both");
    let summary = index.year_summary(2022);
    assert_eq!(summary.organisations, 2);
    assert!(summary.with_results <= 2 && summary.with_targets <= 2);
    assert_eq!(index.year_summary(1900), YearSummary::default());
}
