//! Names for the facts of a draft, stable as long as the draft lives: facts are rejected, never taken out.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One fact of a draft; numbers count from 0 among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum FactId {
    /// The line above the headline.
    Kicker,
    /// The headline.
    Headline,
    /// An author.
    Byline(usize),
    /// When it was published.
    Published,
    /// The newspaper.
    Source,
    /// The organisation that the article reports on.
    Organisation,
    /// The period that it reports on.
    Covers,
    /// A quantity.
    Figure(usize),
    /// A campaign named.
    Mention(usize),
    /// A round.
    Phase(usize),
    /// A person.
    Person(usize),
}

impl FactId {
    /// The kind of fact, as it stands in a slot's name.
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

    /// The number of a fact of which there may be several.
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

    /// The letter by which its marks are told apart from others, besides their lines.
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

/// "figure-3", "headline".
impl fmt::Display for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number() {
            Some(number) => write!(f, "{}-{number}", self.kind()),
            None => f.write_str(self.kind()),
        }
    }
}

impl FromStr for FactId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let unknown = || format!("no fact is called {text:?}");
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
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// What a person has said of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// Nothing yet.
    #[default]
    Proposed,
    /// It is right as it was found.
    Accepted,
    /// It is right as it was mended, or added.
    Edited,
    /// It is none.
    Rejected,
}

impl FactStatus {
    /// Whether the fact goes into the document.
    pub const fn is_included(self) -> bool {
        matches!(self, FactStatus::Accepted | FactStatus::Edited)
    }
}
