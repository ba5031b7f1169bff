//! Doubts: what a person should look at, as data. Each has a stable key; the words below are those of the command
//! line, the page has its own.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::draft::TextSpan;
use thidua_core::corpus::Severity;
use thidua_core::text::quantity::UnreadCause;

/// What is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiagnosticKind {
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

impl DiagnosticKind {
    /// Every kind.
    pub const ALL: [DiagnosticKind; 21] = [
        DiagnosticKind::Empty,
        DiagnosticKind::NoArticle,
        DiagnosticKind::NoHeadline,
        DiagnosticKind::OtherGenre,
        DiagnosticKind::SeveralArticles,
        DiagnosticKind::Invisible,
        DiagnosticKind::JoinedLines,
        DiagnosticKind::BrokenLine,
        DiagnosticKind::LongLine,
        DiagnosticKind::Unclosed,
        DiagnosticKind::QuotedName,
        DiagnosticKind::UnknownUnit,
        DiagnosticKind::TableNumber,
        DiagnosticKind::Malformed,
        DiagnosticKind::Ratio,
        DiagnosticKind::UnclearNumber,
        DiagnosticKind::UnclearBound,
        DiagnosticKind::VagueNumber,
        DiagnosticKind::UnequalSums,
        DiagnosticKind::Ambiguous,
        DiagnosticKind::NoOrganisation,
    ];

    /// The stable name of it.
    pub const fn key(self) -> &'static str {
        match self {
            DiagnosticKind::Empty => "empty",
            DiagnosticKind::NoArticle => "no-article",
            DiagnosticKind::NoHeadline => "no-headline",
            DiagnosticKind::OtherGenre => "other-genre",
            DiagnosticKind::SeveralArticles => "several-articles",
            DiagnosticKind::Invisible => "invisible",
            DiagnosticKind::JoinedLines => "joined-lines",
            DiagnosticKind::BrokenLine => "broken-line",
            DiagnosticKind::LongLine => "long-line",
            DiagnosticKind::Unclosed => "unclosed",
            DiagnosticKind::QuotedName => "quoted-name",
            DiagnosticKind::UnknownUnit => "unknown-unit",
            DiagnosticKind::TableNumber => "table-number",
            DiagnosticKind::Malformed => "malformed",
            DiagnosticKind::Ratio => "ratio",
            DiagnosticKind::UnclearNumber => "unclear-number",
            DiagnosticKind::UnclearBound => "unclear-bound",
            DiagnosticKind::VagueNumber => "vague-number",
            DiagnosticKind::UnequalSums => "unequal-sums",
            DiagnosticKind::Ambiguous => "ambiguous",
            DiagnosticKind::NoOrganisation => "no-organisation",
        }
    }

    /// How much it weighs.
    pub const fn severity(self) -> Severity {
        match self {
            DiagnosticKind::Empty | DiagnosticKind::NoArticle | DiagnosticKind::LongLine => Severity::Error,
            DiagnosticKind::QuotedName
            | DiagnosticKind::Malformed
            | DiagnosticKind::JoinedLines
            | DiagnosticKind::VagueNumber => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// What it is, in a sentence.
    pub const fn message(self) -> &'static str {
        match self {
            DiagnosticKind::Empty => "the text is empty",
            DiagnosticKind::NoArticle => "no paragraph that could be an article's",
            DiagnosticKind::NoHeadline => "no line that could be a headline",
            DiagnosticKind::OtherGenre => "not about trade unions or emulation: no facts were taken",
            DiagnosticKind::SeveralArticles => "another article seems to begin here",
            DiagnosticKind::Invisible => "invisible characters stand in the text",
            DiagnosticKind::JoinedLines => "lines that were broken inside sentences were joined",
            DiagnosticKind::BrokenLine => "the line ends in the middle of a sentence",
            DiagnosticKind::LongLine => "a line longer than any paragraph: no facts were taken from it",
            DiagnosticKind::Unclosed => "a quotation mark is not closed",
            DiagnosticKind::QuotedName => "a quoted name without a word that says what it is",
            DiagnosticKind::UnknownUnit => "the counted word is no known unit",
            DiagnosticKind::TableNumber => "a number of a table whose unit stands elsewhere",
            DiagnosticKind::Malformed => "the signs of this number make no number",
            DiagnosticKind::Ratio => "so many of so many: not read",
            DiagnosticKind::UnclearNumber => "it is not certain which number is meant: not read",
            DiagnosticKind::UnclearBound => "it is not certain how the words bound this number: not read",
            DiagnosticKind::VagueNumber => "some or a few: no number",
            DiagnosticKind::UnequalSums => {
                "the sum in figures and its words say different numbers: neither is read"
            }
            DiagnosticKind::Ambiguous => "the words stand on this line more than once",
            DiagnosticKind::NoOrganisation => "no organisation that the article reports on",
        }
    }

    /// The kind about a stretch that was not read as a quantity.
    pub(crate) const fn from_cause(cause: UnreadCause) -> Self {
        match cause {
            UnreadCause::Malformed => DiagnosticKind::Malformed,
            UnreadCause::Fraction => DiagnosticKind::Ratio,
            UnreadCause::Touched | UnreadCause::Unclear => DiagnosticKind::UnclearNumber,
            UnreadCause::Vague => DiagnosticKind::VagueNumber,
            UnreadCause::Bound => DiagnosticKind::UnclearBound,
            UnreadCause::Disagreeing => DiagnosticKind::UnequalSums,
        }
    }

    /// What to do about it.
    pub const fn hint(self) -> &'static str {
        match self {
            DiagnosticKind::Empty => "give the text of an article",
            DiagnosticKind::NoArticle => "give running text: an article has at least one paragraph",
            DiagnosticKind::NoHeadline => "say which line is the headline",
            DiagnosticKind::OtherGenre => "if it is one after all, add its words to the vocabulary",
            DiagnosticKind::SeveralArticles => "split the text: one file an article",
            DiagnosticKind::Invisible => "clean the text first: `thidua ingest` does it",
            DiagnosticKind::JoinedLines => "check that each paragraph is one line",
            DiagnosticKind::BrokenLine => "put each paragraph on one line",
            DiagnosticKind::LongLine => "put each paragraph on a line of its own",
            DiagnosticKind::Unclosed => "check where the name ends",
            DiagnosticKind::QuotedName => "add it as a campaign if it is one",
            DiagnosticKind::UnknownUnit => "choose a unit, or add the word to the corpus' units",
            DiagnosticKind::TableNumber => "enter it by hand",
            DiagnosticKind::Malformed | DiagnosticKind::UnclearNumber | DiagnosticKind::UnclearBound => {
                "compare it with the original; correct the text where it was copied or scanned wrongly"
            }
            DiagnosticKind::VagueNumber => "no figure can be made of it",
            DiagnosticKind::UnequalSums => "look in the original which of them is right",
            DiagnosticKind::Ratio => "enter what was reached, and what it is part of, by hand",
            DiagnosticKind::Ambiguous => "lengthen the words until they are unique",
            DiagnosticKind::NoOrganisation => "choose the organisation",
        }
    }
}

impl Serialize for DiagnosticKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

impl<'de> Deserialize<'de> for DiagnosticKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        let existing = DiagnosticKind::ALL.into_iter().find(|kind| kind.key() == key);
        existing.ok_or_else(|| de::Error::custom(format_args!("unknown doubt `{key}`")))
    }
}

/// A kind with its span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// What is doubtful.
    #[serde(rename = "key")]
    pub kind: DiagnosticKind,
    /// Where; nothing where it is the text as a whole.
    #[serde(rename = "place")]
    pub span: Option<TextSpan>,
    /// The printed words, or what was found.
    pub found: Option<String>,
}

impl Diagnostic {
    /// A kind at a span.
    pub(super) fn new(kind: DiagnosticKind, span: Option<TextSpan>, found: Option<String>) -> Self {
        Self { severity: kind.severity(), kind, span, found }
    }
}
