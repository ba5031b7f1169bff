//! Settings of a Meilisearch index for the records.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use thidua_core::domain::GlossaryEntry;
use thidua_core::text::lowercase;

/// Returns the settings in the format of `PATCH /indexes/{index}/settings`.
pub fn settings(glossary: &[GlossaryEntry]) -> Value {
    json!({
        // The most significant field first: the rule "attribute" ranks by this order.
        "searchableAttributes": [
            "headline", "campaigns", "figures", "organisations", "people", "digest", "headline_en", "digest_en", "body",
            "folded",
        ],
        "displayedAttributes": ["*"],
        "filterableAttributes": ["organisations", "source", "campaigns", "kinds", "sectors", "levels", "roles", "years"],
        "sortableAttributes": ["day"],
        "rankingRules": ["words", "typo", "proximity", "attribute", "sort", "exactness"],
        // Without this, Meilisearch guesses the language of each field.
        "localizedAttributes": [
            { "attributePatterns": ["headline_en", "digest_en"], "locales": ["eng"] },
            { "attributePatterns": ["*"], "locales": ["vie"] },
        ],
        // In a language of short syllables one letter makes another word: typos are tolerated in longer words only.
        "typoTolerance": { "minWordSizeForTypos": { "oneTypo": 5, "twoTypos": 9 } },
        "synonyms": synonyms(glossary),
        "faceting": { "maxValuesPerFacet": 400 },
        "pagination": { "maxTotalHits": 10_000 },
    })
}

/// Returns abbreviations and their expansions as synonyms in both directions.
fn synonyms(glossary: &[GlossaryEntry]) -> BTreeMap<String, Vec<String>> {
    let mut synonyms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in glossary {
        let (short, long) = (lowercase(&entry.abbreviation), lowercase(&entry.expansion));
        synonyms.entry(short.clone()).or_default().push(long.clone());
        synonyms.entry(long).or_default().push(short);
    }
    synonyms
}
