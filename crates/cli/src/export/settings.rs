//! Settings of a Meilisearch index for the records.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use thidua_core::corpus::Catalogue;
use thidua_core::text::lowercase;
use thidua_search::GENERAL_ABBREVIATIONS;

/// Number of results that can be reached at least, for collections that grow after the export.
const MIN_REACHABLE_HITS: usize = 10_000;

/// Syllables that are spelled with *y* or *i*, without marks and tones: the server removes those itself. These are the ones in
/// which `thidua_core::text::syllable` takes both letters for one.
const Y_OR_I: [(&str, &str); 9] = [
    ("hy", "hi"),
    ("ky", "ki"),
    ("ly", "li"),
    ("my", "mi"),
    ("quy", "qui"),
    ("quyt", "quit"),
    ("sy", "si"),
    ("ty", "ti"),
    ("vy", "vi"),
];

/// Returns the settings in the format of `PATCH /indexes/{index}/settings`.
pub fn settings(catalogue: &Catalogue) -> Value {
    json!({
        // The most significant field first: the rule "attribute" ranks by this order.
        "searchableAttributes": [
            "headline", "campaigns", "figures", "names", "people", "digest", "headline_en", "digest_en", "other", "body",
            "folded",
        ],
        "displayedAttributes": ["*"],
        "filterableAttributes": [
            "organisations", "source", "campaigns", "kinds", "sectors", "levels", "roles", "years", "day",
        ],
        "sortableAttributes": ["day"],
        // A search without "sort" skips that rule. With it, articles that have all words are in that order: further down,
        // the rule would sort only articles that match equally well.
        "rankingRules": ["words", "sort", "typo", "proximity", "attribute", "exactness"],
        // Without this, Meilisearch guesses the language of each field.
        "localizedAttributes": [
            { "attributePatterns": ["headline_en", "digest_en"], "locales": ["eng"] },
            { "attributePatterns": ["*"], "locales": ["vie"] },
        ],
        // In Vietnamese one letter makes another word. Its longest syllable has seven letters ("nghiêng"), so that only foreign
        // words have eight. A number with another digit is another number.
        "typoTolerance": { "minWordSizeForTypos": { "oneTypo": 8, "twoTypos": 12 }, "disableOnNumbers": true },
        "synonyms": synonyms(catalogue),
        // Facets that are cut off keep their most frequent values.
        "faceting": { "maxValuesPerFacet": 400, "sortFacetValuesBy": { "*": "count", "years": "alpha" } },
        "pagination": { "maxTotalHits": catalogue.articles().len().max(MIN_REACHABLE_HITS) },
    })
}

/// Returns the abbreviations and their expansions, and the spellings of a syllable, as synonyms in both directions.
fn synonyms(catalogue: &Catalogue) -> BTreeMap<String, BTreeSet<String>> {
    let glossary =
        catalogue.corpus().glossary.iter().map(|e| (e.abbreviation.as_str(), e.expansion.as_str()));
    let mut synonyms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (one, other) in glossary.chain(GENERAL_ABBREVIATIONS).chain(Y_OR_I) {
        let (one, other) = (lowercase(one), lowercase(other));
        synonyms.entry(one.clone()).or_default().insert(other.clone());
        synonyms.entry(other).or_default().insert(one);
    }
    synonyms
}
