//! The corpus document: one JSON file, or a folder of them merged by id.

use std::collections::BTreeMap;
use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Deserializer, Serialize, de};

use super::{Article, Bilingual, Campaign, Organisation, SiteLanguages, SourceId, Unit};

/// Version of the corpus format that this program reads.
pub const SCHEMA_VERSION: u32 = 1;

/// A newspaper or site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its slug.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// Its site's host name.
    pub site: Option<String>,
    /// The words with which it asks to be named.
    pub attribution: Bilingual,
}

/// Under which terms the data may be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Its name ("CC BY 4.0").
    pub name: String,
    /// Where it can be read (http or https).
    pub url: String,
}

/// An abbreviation that articles use, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GlossaryEntry {
    /// As printed ("CNVCLĐ").
    pub abbreviation: String,
    /// In full ("công nhân, viên chức, lao động").
    pub expansion: String,
    /// What it means, in English.
    pub en: Option<String>,
}

/// A whole corpus, schema version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Corpus {
    /// The JSON Schema of this document, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The name of the collection.
    pub title: Bilingual,
    /// The licence of the data and digests; without one, nothing is said of what others may do with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// The languages of the pages: `["vi"]` or `["vi", "en"]`; both if nothing is stated.
    #[serde(default, skip_serializing_if = "SiteLanguages::is_default")]
    pub languages: SiteLanguages,
    /// Newspapers.
    pub sources: Vec<Source>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Units of counting.
    pub units: Vec<Unit>,
    /// Campaigns.
    pub campaigns: Vec<Campaign>,
    /// Abbreviations.
    pub glossary: Vec<GlossaryEntry>,
    /// Old ids and the ids that replaced them.
    #[serde(deserialize_with = "without_duplicates")]
    #[borsh(deserialize_with = "super::binary_map::read")]
    pub redirects: BTreeMap<String, String>,
    /// Articles.
    pub articles: Vec<Article>,
}

impl Corpus {
    /// An empty corpus with this title.
    pub fn empty(title: Bilingual) -> Corpus {
        Corpus {
            schema: None,
            schema_version: SCHEMA_VERSION,
            title,
            licence: None,
            languages: SiteLanguages::default(),
            sources: Vec::new(),
            organisations: Vec::new(),
            units: Vec::new(),
            campaigns: Vec::new(),
            glossary: Vec::new(),
            redirects: BTreeMap::new(),
            articles: Vec::new(),
        }
    }
}

/// Deserialises a map. A key that is given twice is an error; serde alone would keep the last value silently.
fn without_duplicates<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, String>, D::Error> {
    struct Unique;

    impl<'de> de::Visitor<'de> for Unique {
        type Value = BTreeMap<String, String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map from old ids to new ids")
        }

        fn visit_map<A: de::MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, value)) = entries.next_entry::<String, String>()? {
                if map.contains_key(&key) {
                    return Err(de::Error::custom(format_args!("duplicate field `{key}`")));
                }
                map.insert(key, value);
            }
            Ok(map)
        }
    }

    deserializer.deserialize_map(Unique)
}
