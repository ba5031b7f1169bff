//! The settings of a Meilisearch index for our records.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use thidua_core::domain::GlossaryEntry;
use thidua_core::text::lowercase;

/// The settings, as `PATCH /indexes/{index}/settings` takes them.
pub fn settings(glossary: &[GlossaryEntry]) -> Value {
    json!({
        // The most telling field first: the rule "attribute" ranks by this order.
        "searchableAttributes": [
            "headline", "campaigns", "figures", "organisations", "people", "digest", "headline_en", "digest_en", "body",
            "folded",
        ],
        "displayedAttributes": ["*"],
        "filterableAttributes": ["organisations", "source", "campaigns", "kinds", "sectors", "levels", "roles", "years"],
        "sortableAttributes": ["day"],
        "rankingRules": ["words", "typo", "proximity", "attribute", "sort", "exactness"],
        // Else the language of each field is guessed from its words.
        "localizedAttributes": [
            { "attributePatterns": ["headline_en", "digest_en"], "locales": ["eng"] },
            { "attributePatterns": ["*"], "locales": ["vie"] },
        ],
        // One letter makes another word in a language of syllables: a typo is forgiven in longer words only.
        "typoTolerance": { "minWordSizeForTypos": { "oneTypo": 5, "twoTypos": 9 } },
        "synonyms": synonyms(glossary),
        "faceting": { "maxValuesPerFacet": 400 },
        "pagination": { "maxTotalHits": 10_000 },
    })
}

/// Abbreviations and what they stand for, each finding the other.
fn synonyms(glossary: &[GlossaryEntry]) -> BTreeMap<String, Vec<String>> {
    let mut synonyms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in glossary {
        let (short, long) = (lowercase(&entry.abbreviation), lowercase(&entry.expansion));
        synonyms.entry(short.clone()).or_default().push(long.clone());
        synonyms.entry(long).or_default().push(short);
    }
    synonyms
}
