//! Properties of every query, well-formed or not.

use super::*;

/// Random queries, well-formed and not.
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
            let request = SearchRequest { query: query.clone(), ..SearchRequest::default() };
            let results = search(index, &request);
            let composed = SearchRequest { query: query.nfd().collect(), ..SearchRequest::default() };
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

    /// A facet value's count is the number of articles listed after selecting it.
    #[test]
    fn facet_counts_equal_the_listed_articles(
        query in queries(),
        year in proptest::option::of(2020_u16..2024),
        kind in proptest::option::of(proptest::sample::select(CampaignKind::ALL.to_vec())),
        level in proptest::option::of(proptest::sample::select(Level::ALL.to_vec())),
    ) {
        INDEX.with(|index| -> Result<(), TestCaseError> {
            let selection = FacetSelection {
                years: year.into_iter().collect(),
                kinds: kind.into_iter().collect(),
                levels: level.into_iter().collect(),
                ..FacetSelection::default()
            };
            let count = |selection: FacetSelection| {
                search(index, &SearchRequest { query: query.clone(), selection, ..SearchRequest::default() }).hits.len()
            };
            let facets =
                search(index, &SearchRequest { query: query.clone(), selection: selection.clone(), ..SearchRequest::default() }).facets;
            for value in facets.organisations {
                let organisations = SortedSet::from([value.value]);
                prop_assert_eq!(count(FacetSelection { organisations, ..selection.clone() }), value.count);
            }
            for value in facets.years {
                let years = SortedSet::from([value.value]);
                prop_assert_eq!(count(FacetSelection { years, ..selection.clone() }), value.count);
            }
            for value in facets.kinds {
                let kinds = SortedSet::from([value.value]);
                prop_assert_eq!(count(FacetSelection { kinds, ..selection.clone() }), value.count);
            }
            for value in facets.sectors {
                let sectors = SortedSet::from([value.value]);
                prop_assert_eq!(count(FacetSelection { sectors, ..selection.clone() }), value.count);
            }
            for value in facets.levels {
                let levels = SortedSet::from([value.value]);
                prop_assert_eq!(count(FacetSelection { levels, ..selection.clone() }), value.count);
            }
            for value in facets.roles {
                let roles = SortedSet::from([value.value]);
                prop_assert_eq!(count(FacetSelection { roles, ..selection.clone() }), value.count);
            }
            Ok(())
        })?;
    }
}
