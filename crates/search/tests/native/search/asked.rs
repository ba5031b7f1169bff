//! Searches as people ask: bare years, question words, places, field names with spaces, ways out.

use std::sync::LazyLock;

use thidua_sample::{Recipe, sample};
use thidua_search::{Condition, WayOut};

use super::*;

/// A drawn corpus of 300 articles with its index.
static DRAWN: LazyLock<(Catalogue, Index)> = LazyLock::new(|| {
    let drawn = sample(&Recipe { articles: 300, seed: 1, bodies: false }, &[]);
    let catalogue = Catalogue::new(drawn.corpus);
    let index = Index::build(&catalogue);
    (catalogue, index)
});

/// Results in the drawn corpus.
fn drawn(query: &str) -> SearchResults {
    search(&DRAWN.1, &SearchRequest { query: query.to_owned(), ..SearchRequest::default() })
}

fn articles(results: &SearchResults) -> BTreeSet<u32> {
    results.hits.iter().map(|hit| hit.article).collect()
}

/// Organisations of the articles found in the bundled corpus.
fn organisations(query: &str) -> Vec<String> {
    let catalogue = bundled();
    let results = run_search(&catalogue, query);
    let of = |hit: &Hit| catalogue.articles()[hit.article as usize].organisation.to_string();
    results.hits.iter().map(of).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What the ways out drop, with their number of articles.
fn ways(results: &SearchResults) -> Vec<(&Condition, usize)> {
    results.ways_out.iter().map(|way| (&way.dropped, way.articles)).collect()
}

#[test]
fn bare_year_finds_articles_of_the_year_and_texts_with_it() {
    // Place and year of an article that has the year neither in its headline nor in its figures.
    let (catalogue, _) = &*DRAWN;
    let mut compared = 0;
    for organisation in catalogue.reporting_organisations() {
        let place = organisation.locality.clone().unwrap_or_else(|| organisation.name.clone());
        let place = thidua_core::text::fold(&place);
        for year in 2015..=2025 {
            let bare = drawn(&format!("{place} {year}"));
            let field = drawn(&format!("{place} nam:{year}"));
            assert!(articles(&field).is_subset(&articles(&bare)), "{place} {year}");
            assert!(
                !bare.notes.contains(&QueryNote::OnlyScattered)
                    || field.notes.contains(&QueryNote::OnlyScattered)
            );
            compared += field.hits.len();
        }
    }
    assert!(compared > 100, "{compared}");
    assert!(articles(&drawn("nam 2022")).is_superset(&articles(&drawn("nam:2022"))));
    assert!(articles(&drawn("2022")).is_superset(&articles(&drawn("\"2022\""))), "the text counts too");
    assert_eq!(found("1.245 2020"), ["d"], "the year of the article, which its text does not state");
    assert_eq!(found("1.245 2021"), Vec::<String>::new());
}

#[test]
fn question_words_are_not_required() {
    let three = ["ldld-ha-dong", "ldld-hoang-mai", "ldld-son-tay"];
    for query in [
        "quan nao lao dong gioi nam 2022",
        "quận nào lao động giỏi năm 2022",
        "lao dong gioi nam 2022 o dau",
        "những đơn vị nào lao động giỏi năm 2022?",
        "lao dong gioi 2022",
    ] {
        assert_eq!(organisations(query), three, "{query}");
        assert_eq!(run_search(&bundled(), query).notes, [], "{query}");
    }
    assert_eq!(found("\"nào\" thợ giỏi"), Vec::<String>::new(), "what is quoted is meant as typed");
    assert_eq!(found("của"), Vec::<String>::new(), "a question word alone is searched");
}

#[test]
fn word_of_a_phrase_is_no_question_word() {
    let catalogue = bundled();
    // "thi" of "thi đua", "co" of "cơ sở", "may" of "máy": not "thì", "có", "mấy".
    for (query, marked_as) in [("hoi thi", "hội thi"), ("co so", "cơ sở"), ("thi tho gioi", "thi thợ giỏi")]
    {
        let results = run_search(&catalogue, query);
        let words: Vec<String> =
            results.hits[0].reasons.iter().flat_map(marked).map(str::to_lowercase).collect();
        assert!(words.iter().any(|words| words.contains(marked_as)), "{query}: {words:?}");
        assert!(results.hits[0].tier <= MatchTier::LoosePhrase);
    }
}

#[test]
fn place_without_articles_is_named_and_not_corrected() {
    let catalogue = bundled();
    for query in ["long bien", "Long Biên", "quận long biên 2022"] {
        let results = run_search(&catalogue, query);
        assert_eq!(results.hits, [], "{query}");
        let note = QueryNote::NoArticleAbout { place: "Long Biên".to_owned(), mentions: 0, found: false };
        assert_eq!(results.notes, [note], "{query}");
    }
    let results = run_search(&catalogue, "lao dong gioi long bien");
    assert_eq!(ways(&results)[0], (&Condition::Words("long bien".to_owned()), 5));
    assert_eq!(results.ways_out[0].request.query, "lao dong gioi ");
    for known in ["ha dong", "Hoàng Mai", "tay ho"] {
        let notes = run_search(&catalogue, known).notes.clone();
        assert!(
            !notes.iter().any(|note| matches!(note, QueryNote::NoArticleAbout { .. })),
            "{known} {notes:?}"
        );
    }
}

#[test]
fn names_of_fields_may_have_spaces_and_marks() {
    for query in
        ["đơn vị:hà đông", "don vi:ha dong", "đơn vị: Hà Đông", "đơn-vị:\"Hà Đông\"", "don-vi:ha-dong"]
    {
        assert_eq!(organisations(query), ["ldld-ha-dong"], "{query}");
    }
    assert_eq!(organisations("lao dong gioi đơn vị:hà đông"), ["ldld-ha-dong"]);
    assert_eq!(
        organisations("đơn vị:hà đông lao động giỏi"),
        ["ldld-ha-dong"],
        "the value ends with the name"
    );
    assert_eq!(found("năm: 2022"), found("nam:2022"));
    assert_eq!(found("loại:hội thi"), ["a"]);
    assert_eq!(found("cấp:thành phố"), ["d"]);
    assert_eq!(found("vai trò: kết quả"), ["d"]);
    assert_eq!(found("khối:doanh nghiệp"), ["a"]);
    let unknown = QueryNote::UnknownValue { field: QueryField::Level, value: "abc".to_owned() };
    assert_eq!(run_search(&fixture(), "cap:abc").notes, [unknown]);
}

#[test]
fn empty_result_has_ways_out_with_their_numbers() {
    let catalogue = bundled();
    for query in [
        "xyz lao dong gioi",
        "lao dong gioi nam:1999",
        "lao dong gioi -thi",
        "covid 2019",
        "\"lao dong gioi\"",
    ] {
        let index = Index::build(&catalogue);
        let results = search(&index, &SearchRequest { query: query.to_owned(), ..SearchRequest::default() });
        assert!(!results.ways_out.is_empty(), "{query}");
        for WayOut { request, articles, .. } in &results.ways_out {
            assert_eq!(search(&index, request).hits.len(), *articles, "{query}: {}", request.query);
        }
    }
    let words = |typed: &str| Condition::Words(typed.to_owned());
    assert_eq!(ways(&run_search(&catalogue, "xyz lao dong gioi abcxyz")), [(&words("xyz abcxyz"), 5)]);
    let results = run_search(&catalogue, "sáng kiến năm 1950");
    assert_eq!(ways(&results)[0].0, &Condition::Year("1950".to_owned()));
    assert_eq!(results.ways_out[0].request.query, "sáng kiến ");
    assert_eq!(ways(&run_search(&catalogue, "\"lao dong gioi\"")), [(&Condition::Quotes, 5)]);
    assert_eq!(run_search(&catalogue, "xyzxyz").ways_out, []);
}

#[test]
fn selection_that_excludes_everything_can_be_dropped() {
    let catalogue = bundled();
    let selection = FacetSelection {
        organisations: SortedSet::from(["ldld-ha-dong".into()]),
        years: SortedSet::from([1999]),
        ..FacetSelection::default()
    };
    let request = SearchRequest { query: "lao dong gioi".to_owned(), selection, ..SearchRequest::default() };
    let results = request_of(&catalogue, &request);
    assert_eq!(results.hits, []);
    assert_eq!(ways(&results), [(&Condition::AllFacets, 5), (&Condition::Facet("nam"), 1)]);
    let thin = SearchRequest {
        selection: FacetSelection { years: SortedSet::default(), ..request.selection.clone() },
        ..request
    };
    assert_eq!(ways(&request_of(&catalogue, &thin)), [(&Condition::Facet("don-vi"), 5)]);
}
