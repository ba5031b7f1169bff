//! Match tiers, order of the results, passages and reasons.

use super::*;

#[test]
fn tier_follows_phrase_proximity_and_scatter() {
    let results = run_search(&fixture(), "lao động giỏi ");
    assert_eq!(results.hits[0].tier, MatchTier::PhraseInName);
    let tiers: Vec<MatchTier> = run_search(&fixture(), "lao động ").hits.iter().map(|hit| hit.tier).collect();
    assert!(tiers.is_sorted());
    let results = run_search(&fixture(), "mạ làm ");
    assert_eq!((ids(&results), results.hits[0].tier), (vec!["c"], MatchTier::Scattered));
    assert_eq!(results.notes, [QueryNote::OnlyScattered]);
    assert_eq!(run_search(&fixture(), "tài tranh ").hits[0].tier, MatchTier::Near);
}

#[test]
fn long_queries_are_truncated_with_a_note() {
    let results = run_search(&fixture(), &format!("quà {}", "x".repeat(MAX_QUERY_CHARS)));
    assert!(results.notes.contains(&QueryNote::QueryCut));
    let results = run_search(&fixture(), &"quà ".repeat(90));
    assert_eq!(ids(&results), ["d"]);
    assert_eq!(results.notes, [QueryNote::QueryCut]);
}

#[test]
fn results_are_sorted_by_every_sort_order() {
    let catalogue = fixture();
    let sorted =
        |sort| ids(&request_of(&catalogue, &SearchRequest { sort, ..SearchRequest::default() })).join("");
    assert_eq!(sorted(Sort::Relevance), "cbad");
    assert_eq!(sorted(Sort::Newest), "cbad");
    assert_eq!(sorted(Sort::Oldest), "dabc");
    assert_eq!(sorted(Sort::MostFigures), "dcba");
    assert!(Sort::ALL.iter().all(|sort| Sort::from_slug(sort.slug()) == Some(*sort)));
}

#[test]
fn facets_have_fixed_order_and_do_not_narrow_themselves() {
    let index = Index::build(&fixture());
    let all = search(&index, &SearchRequest::default());
    let years: Vec<(u16, usize)> = all.facets.years.iter().map(|v| (v.value, v.count)).collect();
    assert_eq!(years, [(2023, 1), (2022, 2), (2021, 1), (2020, 1)]);
    let kinds: Vec<CampaignKind> = all.facets.kinds.iter().map(|v| v.value).collect();
    assert_eq!(kinds, [CampaignKind::Contest, CampaignKind::Title]);
    let sectors: Vec<Sector> = all.facets.sectors.iter().map(|v| v.value).collect();
    assert_eq!(sectors, [Sector::Enterprise, Sector::Women], "of the campaign, and of the mention");
    let levels: Vec<Level> = all.facets.levels.iter().map(|v| v.value).collect();
    assert_eq!(levels, [Level::District, Level::City]);
    assert_eq!(all.facets.roles.iter().map(|v| v.value).collect::<Vec<_>>(), [Role::Result]);

    let selection = FacetSelection { years: SortedSet::from([2021, 1999]), ..FacetSelection::default() };
    let chosen = request_of(&fixture(), &SearchRequest { selection, ..SearchRequest::default() });
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
fn highlights_cover_whole_printed_words() {
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
    let results = run_search(&Catalogue::new(corpus), "kho báu");
    let reason = &results.hits[0].reasons[0];
    assert_eq!(reason.location, PassageLocation::Body { paragraph: 0 });
    assert!(reason.text.chars().count() <= 160, "{}", reason.text);
    assert!(reason.text.starts_with('…') && reason.text.ends_with('…'));
    assert_eq!(marked(reason), ["kho báu"]);
}

#[test]
fn reasons_are_the_best_passages_without_redundant_ones() {
    let results = run_search(&fixture(), "hội thi thợ giỏi");
    let places: Vec<&PassageLocation> =
        results.hits[0].reasons.iter().map(|reason| &reason.location).collect();
    assert_eq!(places, [&PassageLocation::Headline]);
    let results = run_search(&fixture(), "mạ làm ");
    assert_eq!(results.hits[0].reasons.len(), 2, "one for each word");
}

#[test]
fn prefix_with_marks_does_not_match_terms_with_other_marks() {
    assert!(found("giầ").is_empty());
    assert_eq!(found("gi\u{1EDB}"), ["c"], "giớ is on its way to giới");
}

#[test]
fn every_hit_can_be_explained() {
    let index = Index::build(&fixture());
    let request = SearchRequest { query: "lao dong".to_owned(), ..SearchRequest::default() };
    for hit in search(&index, &request).hits {
        let (reasons, score) = explain(&index, &request, hit.article).unwrap();
        assert!(!reasons.is_empty() && reasons == hit.reasons);
        assert_eq!(score.points(), hit.score, "{score:?}");
    }
    assert_eq!(explain(&index, &request, 100_000), None);
}

#[test]
fn score_is_the_sum_of_its_shares() {
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
        let request = SearchRequest { query: query.to_owned(), ..SearchRequest::default() };
        for hit in search(&index, &request).hits {
            let (_, score) = explain(&index, &request, hit.article).unwrap();
            assert_eq!(score.points(), hit.score, "{query}: {score:?}");
            assert!(score.shares.iter().all(|share| share.points() > 0), "{query}: {score:?}");
            with_phrase += usize::from(score.phrase > 0);
        }
    }
    assert!(with_phrase > 5, "{with_phrase}");
}
