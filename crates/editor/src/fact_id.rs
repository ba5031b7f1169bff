//! Ids of the facts of a draft. They are stable, because facts are rejected and never removed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Id of a fact; indices count from 0 within a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum FactId {
    /// Line above the headline.
    Kicker,
    /// Headline.
    Headline,
    /// Author.
    Byline(usize),
    /// Date of publication.
    Published,
    /// Newspaper.
    Source,
    /// Organisation that the article reports on.
    Organisation,
    /// Reported period.
    Covers,
    /// Quantity.
    Figure(usize),
    /// Mention of a campaign.
    Mention(usize),
    /// Round of a campaign.
    Phase(usize),
    /// Person.
    Person(usize),
}

impl FactId {
    /// Returns the kind as in the text form of an id.
    pub const fn kind(self) -> &'static str {
        match self {
            FactId::Kicker => "kicker",
            FactId::Headline => "headline",
            FactId::Byline(_) => "byline",
            FactId::Published => "published",
            FactId::Source => "source",
            FactId::Organisation => "organisation",
            FactId::Covers => "covers",
            FactId::Figure(_) => "figure",
            FactId::Mention(_) => "mention",
            FactId::Phase(_) => "phase",
            FactId::Person(_) => "person",
        }
    }

    /// Returns the index; `None` for kinds with one fact only.
    pub const fn number(self) -> Option<usize> {
        match self {
            FactId::Byline(i)
            | FactId::Figure(i)
            | FactId::Mention(i)
            | FactId::Phase(i)
            | FactId::Person(i) => Some(i),
            _ => None,
        }
    }

    /// Returns the letter that distinguishes its highlights, besides their underlines.
    pub const fn letter(self) -> &'static str {
        match self {
            FactId::Figure(_) => "S",
            FactId::Mention(_) => "P",
            FactId::Phase(_) => "Đ",
            FactId::Person(_) => "N",
            FactId::Kicker | FactId::Headline => "T",
            FactId::Byline(_) => "B",
            FactId::Published | FactId::Covers => "K",
            FactId::Source | FactId::Organisation => "C",
        }
    }
}

/// Error for a text that is no fact id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFactId(String);

impl fmt::Display for UnknownFactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no fact is called {:?}", self.0)
    }
}

impl std::error::Error for UnknownFactId {}

/// Formats an id as "figure-3" or "headline".
impl fmt::Display for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number() {
            Some(number) => write!(f, "{}-{number}", self.kind()),
            None => f.write_str(self.kind()),
        }
    }
}

impl FromStr for FactId {
    type Err = UnknownFactId;

    fn from_str(text: &str) -> Result<Self, UnknownFactId> {
        let unknown = || UnknownFactId(text.to_owned());
        let (kind, number) = match text.split_once('-') {
            Some((kind, number)) => (kind, Some(number.parse::<usize>().map_err(|_| unknown())?)),
            None => (text, None),
        };
        Ok(match (kind, number) {
            ("kicker", None) => FactId::Kicker,
            ("headline", None) => FactId::Headline,
            ("published", None) => FactId::Published,
            ("source", None) => FactId::Source,
            ("organisation", None) => FactId::Organisation,
            ("covers", None) => FactId::Covers,
            ("byline", Some(i)) => FactId::Byline(i),
            ("figure", Some(i)) => FactId::Figure(i),
            ("mention", Some(i)) => FactId::Mention(i),
            ("phase", Some(i)) => FactId::Phase(i),
            ("person", Some(i)) => FactId::Person(i),
            _ => return Err(unknown()),
        })
    }
}

impl From<FactId> for String {
    fn from(fact_id: FactId) -> String {
        fact_id.to_string()
    }
}

impl TryFrom<String> for FactId {
    type Error = UnknownFactId;

    fn try_from(text: String) -> Result<Self, UnknownFactId> {
        text.parse()
    }
}

/// Status of a fact in the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// Not reviewed.
    #[default]
    Proposed,
    /// Accepted as it was found.
    Accepted,
    /// Changed or added by a person.
    Edited,
    /// Rejected.
    Rejected,
}

impl FactStatus {
    /// Returns whether the fact is exported.
    pub const fn is_included(self) -> bool {
        matches!(self, FactStatus::Accepted | FactStatus::Edited)
    }
}
