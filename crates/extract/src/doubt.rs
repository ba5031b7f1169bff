//! Doubts: what a person should look at, as data. Each has a stable key; the words below are those of the command
//! line, the page has its own.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::draft::Place;
use thidua_core::corpus::Severity;
use thidua_core::text::quantity::UnreadCause;

/// What is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Nothing but white space.
    Empty,
    /// No paragraph that could be an article's.
    NoArticle,
    /// No line that could be a headline.
    NoHeadline,
    /// Not about trade unions or emulation: no facts are taken.
    OtherGenre,
    /// A further article begins here.
    SeveralArticles,
    /// Invisible characters stand in the text.
    Invisible,
    /// So many line ends inside sentences were replaced by spaces.
    JoinedLines,
    /// A line that ends in the middle of a sentence and was not joined to the next.
    BrokenLine,
    /// A line longer than any paragraph: it is not read.
    LongLine,
    /// A quotation mark that is not closed.
    Unclosed,
    /// A quoted name without a word that says what it is.
    QuotedName,
    /// The counted word is in no vocabulary.
    UnknownUnit,
    /// A number of a table whose unit stands in another row.
    TableNumber,
    /// A number whose signs make no number.
    Malformed,
    /// So many of so many: both numbers have to be entered by hand.
    Ratio,
    /// What belongs to a number cannot be read as one number.
    UnclearNumber,
    /// It is not certain how the words around a number bound it.
    UnclearBound,
    /// "vài", "dăm", "mấy": nobody can tell how many.
    VagueNumber,
    /// A sum in figures and its words say different numbers.
    UnequalSums,
    /// The words of a figure stand on its line more than once.
    Ambiguous,
    /// No organisation that the article reports on.
    NoOrganisation,
}

impl Doubt {
    /// Every doubt.
    pub const ALL: [Doubt; 21] = [
        Doubt::Empty,
        Doubt::NoArticle,
        Doubt::NoHeadline,
        Doubt::OtherGenre,
        Doubt::SeveralArticles,
        Doubt::Invisible,
        Doubt::JoinedLines,
        Doubt::BrokenLine,
        Doubt::LongLine,
        Doubt::Unclosed,
        Doubt::QuotedName,
        Doubt::UnknownUnit,
        Doubt::TableNumber,
        Doubt::Malformed,
        Doubt::Ratio,
        Doubt::UnclearNumber,
        Doubt::UnclearBound,
        Doubt::VagueNumber,
        Doubt::UnequalSums,
        Doubt::Ambiguous,
        Doubt::NoOrganisation,
    ];

    /// The stable name of it.
    pub const fn key(self) -> &'static str {
        match self {
            Doubt::Empty => "empty",
            Doubt::NoArticle => "no-article",
            Doubt::NoHeadline => "no-headline",
            Doubt::OtherGenre => "other-genre",
            Doubt::SeveralArticles => "several-articles",
            Doubt::Invisible => "invisible",
            Doubt::JoinedLines => "joined-lines",
            Doubt::BrokenLine => "broken-line",
            Doubt::LongLine => "long-line",
            Doubt::Unclosed => "unclosed",
            Doubt::QuotedName => "quoted-name",
            Doubt::UnknownUnit => "unknown-unit",
            Doubt::TableNumber => "table-number",
            Doubt::Malformed => "malformed",
            Doubt::Ratio => "ratio",
            Doubt::UnclearNumber => "unclear-number",
            Doubt::UnclearBound => "unclear-bound",
            Doubt::VagueNumber => "vague-number",
            Doubt::UnequalSums => "unequal-sums",
            Doubt::Ambiguous => "ambiguous",
            Doubt::NoOrganisation => "no-organisation",
        }
    }

    /// How much it weighs.
    pub const fn severity(self) -> Severity {
        match self {
            Doubt::Empty | Doubt::NoArticle | Doubt::LongLine => Severity::Error,
            Doubt::QuotedName | Doubt::Malformed | Doubt::JoinedLines | Doubt::VagueNumber => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// What it is, in a sentence.
    pub const fn message(self) -> &'static str {
        match self {
            Doubt::Empty => "the text is empty",
            Doubt::NoArticle => "no paragraph that could be an article's",
            Doubt::NoHeadline => "no line that could be a headline",
            Doubt::OtherGenre => "not about trade unions or emulation: no facts were taken",
            Doubt::SeveralArticles => "another article seems to begin here",
            Doubt::Invisible => "invisible characters stand in the text",
            Doubt::JoinedLines => "lines that were broken inside sentences were joined",
            Doubt::BrokenLine => "the line ends in the middle of a sentence",
            Doubt::LongLine => "a line longer than any paragraph: no facts were taken from it",
            Doubt::Unclosed => "a quotation mark is not closed",
            Doubt::QuotedName => "a quoted name without a word that says what it is",
            Doubt::UnknownUnit => "the counted word is no known unit",
            Doubt::TableNumber => "a number of a table whose unit stands elsewhere",
            Doubt::Malformed => "the signs of this number make no number",
            Doubt::Ratio => "so many of so many: not read",
            Doubt::UnclearNumber => "it is not certain which number is meant: not read",
            Doubt::UnclearBound => "it is not certain how the words bound this number: not read",
            Doubt::VagueNumber => "some or a few: no number",
            Doubt::UnequalSums => "the sum in figures and its words say different numbers: neither is read",
            Doubt::Ambiguous => "the words stand on this line more than once",
            Doubt::NoOrganisation => "no organisation that the article reports on",
        }
    }

    /// The doubt about a stretch that was not read as a quantity.
    pub(crate) const fn of_cause(cause: UnreadCause) -> Self {
        match cause {
            UnreadCause::Malformed => Doubt::Malformed,
            UnreadCause::Fraction => Doubt::Ratio,
            UnreadCause::Touched | UnreadCause::Unclear => Doubt::UnclearNumber,
            UnreadCause::Vague => Doubt::VagueNumber,
            UnreadCause::Bound => Doubt::UnclearBound,
            UnreadCause::Disagreeing => Doubt::UnequalSums,
        }
    }

    /// What to do about it.
    pub const fn hint(self) -> &'static str {
        match self {
            Doubt::Empty => "give the text of an article",
            Doubt::NoArticle => "give running text: an article has at least one paragraph",
            Doubt::NoHeadline => "say which line is the headline",
            Doubt::OtherGenre => "if it is one after all, add its words to the vocabulary",
            Doubt::SeveralArticles => "split the text: one file an article",
            Doubt::Invisible => "clean the text first: `thidua ingest` does it",
            Doubt::JoinedLines => "check that each paragraph is one line",
            Doubt::BrokenLine => "put each paragraph on one line",
            Doubt::LongLine => "put each paragraph on a line of its own",
            Doubt::Unclosed => "check where the name ends",
            Doubt::QuotedName => "add it as a campaign if it is one",
            Doubt::UnknownUnit => "choose a unit, or add the word to the corpus' units",
            Doubt::TableNumber => "enter it by hand",
            Doubt::Malformed | Doubt::UnclearNumber | Doubt::UnclearBound => {
                "compare it with the original; correct the text where it was copied or scanned wrongly"
            }
            Doubt::VagueNumber => "no figure can be made of it",
            Doubt::UnequalSums => "look in the original which of them is right",
            Doubt::Ratio => "enter what was reached, and what it is part of, by hand",
            Doubt::Ambiguous => "lengthen the words until they are unique",
            Doubt::NoOrganisation => "choose the organisation",
        }
    }
}

impl Serialize for Doubt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl<'de> Deserialize<'de> for Doubt {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        let known = Doubt::ALL.into_iter().find(|doubt| doubt.key() == key);
        known.ok_or_else(|| de::Error::custom(format_args!("unknown doubt `{key}`")))
    }
}

/// A doubt with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// What is doubtful.
    #[serde(rename = "key")]
    pub doubt: Doubt,
    /// Where; nothing where it is the text as a whole.
    pub place: Option<Place>,
    /// The printed words, or what was found.
    pub found: Option<String>,
}

impl Diagnostic {
    /// A doubt at a place.
    pub(super) fn new(doubt: Doubt, place: Option<Place>, found: Option<String>) -> Self {
        Self { severity: doubt.severity(), doubt, place, found }
    }
}
