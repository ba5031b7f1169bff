//! The corpus document: one JSON file, or a folder of them merged by id.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Article, Bilingual, Campaign, Organisation, SourceId, Unit};

/// The version of the wire format that this program reads.
pub const SCHEMA_VERSION: u32 = 1;

/// A newspaper or site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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

/// An abbreviation that articles use, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Corpus {
    /// The JSON Schema of this document, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The name of the collection.
    pub title: Bilingual,
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
    pub redirects: BTreeMap<String, String>,
    /// Articles.
    pub articles: Vec<Article>,
}
