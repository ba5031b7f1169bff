//! Names for the facts of a draft, stable as long as the draft lives: facts are rejected, never taken out.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One fact of a draft; numbers count from 0 among those of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Slot {
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

impl Slot {
    /// The kind of fact, as it stands in a slot's name.
    pub const fn kind(self) -> &'static str {
        match self {
            Slot::Kicker => "kicker",
            Slot::Headline => "headline",
            Slot::Byline(_) => "byline",
            Slot::Published => "published",
            Slot::Source => "source",
            Slot::Organisation => "organisation",
            Slot::Covers => "covers",
            Slot::Figure(_) => "figure",
            Slot::Mention(_) => "mention",
            Slot::Phase(_) => "phase",
            Slot::Person(_) => "person",
        }
    }

    /// The number of a fact of which there may be several.
    pub const fn number(self) -> Option<usize> {
        match self {
            Slot::Byline(i) | Slot::Figure(i) | Slot::Mention(i) | Slot::Phase(i) | Slot::Person(i) => {
                Some(i)
            }
            _ => None,
        }
    }

    /// The letter by which its marks are told apart from others, besides their lines.
    pub const fn letter(self) -> &'static str {
        match self {
            Slot::Figure(_) => "S",
            Slot::Mention(_) => "P",
            Slot::Phase(_) => "Đ",
            Slot::Person(_) => "N",
            Slot::Kicker | Slot::Headline => "T",
            Slot::Byline(_) => "B",
            Slot::Published | Slot::Covers => "K",
            Slot::Source | Slot::Organisation => "C",
        }
    }
}

/// "figure-3", "headline".
impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number() {
            Some(number) => write!(f, "{}-{number}", self.kind()),
            None => f.write_str(self.kind()),
        }
    }
}

impl FromStr for Slot {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let unknown = || format!("no fact is called {text:?}");
        let (kind, number) = match text.split_once('-') {
            Some((kind, number)) => (kind, Some(number.parse::<usize>().map_err(|_| unknown())?)),
            None => (text, None),
        };
        Ok(match (kind, number) {
            ("kicker", None) => Slot::Kicker,
            ("headline", None) => Slot::Headline,
            ("published", None) => Slot::Published,
            ("source", None) => Slot::Source,
            ("organisation", None) => Slot::Organisation,
            ("covers", None) => Slot::Covers,
            ("byline", Some(i)) => Slot::Byline(i),
            ("figure", Some(i)) => Slot::Figure(i),
            ("mention", Some(i)) => Slot::Mention(i),
            ("phase", Some(i)) => Slot::Phase(i),
            ("person", Some(i)) => Slot::Person(i),
            _ => return Err(unknown()),
        })
    }
}

impl From<Slot> for String {
    fn from(slot: Slot) -> String {
        slot.to_string()
    }
}

impl TryFrom<String> for Slot {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// What a person has said of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
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

impl State {
    /// Whether the fact goes into the document.
    pub const fn is_taken(self) -> bool {
        matches!(self, State::Accepted | State::Edited)
    }
}
