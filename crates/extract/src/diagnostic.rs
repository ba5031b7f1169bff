//! Diagnostics: what a person should check in an extracted draft. Each kind has a stable key. The English words here
//! are those of the command line; the page has its own.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use thidua_core::corpus::Severity;
use thidua_core::text::quantity::UnreadCause;

use super::draft::TextSpan;

/// Kind of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiagnosticKind {
    /// The text is blank.
    Empty,
    /// No paragraph can be part of an article.
    NoArticle,
    /// No line can be the headline.
    NoHeadline,
    /// The text is not about trade unions or emulation: no facts are extracted.
    OtherGenre,
    /// Another article begins here.
    SeveralArticles,
    /// The text has invisible characters.
    Invisible,
    /// Line ends inside sentences were replaced by spaces; `found` is their number.
    JoinedLines,
    /// A line ends in the middle of a sentence and was not joined to the next.
    BrokenLine,
    /// A line is longer than any paragraph and is not read.
    LongLine,
    /// A quotation mark is not closed.
    Unclosed,
    /// A quoted name has no word that says what it is.
    QuotedName,
    /// The counted word is not in the vocabulary.
    UnknownUnit,
    /// The unit of a number in a table is in another row.
    TableNumber,
    /// The separators of a number make no number.
    Malformed,
    /// A ratio: both numbers have to be entered by hand.
    Ratio,
    /// The words of a number cannot be read as one number.
    UnclearNumber,
    /// It is not certain how the words around a number bound it.
    UnclearBound,
    /// "vài", "dăm", "mấy": the number is not stated.
    VagueNumber,
    /// A sum in digits and the sum in words differ.
    UnequalSums,
    /// The words of a figure are on its line more than once.
    Ambiguous,
    /// There is no organisation that the article reports on.
    NoOrganisation,
    /// The name of the organisation lacks its place: "Liên đoàn Lao động tỉnh".
    OrganisationWithoutPlace,
}

impl DiagnosticKind {
    /// Every kind.
    pub const ALL: [DiagnosticKind; 22] = [
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
        DiagnosticKind::OrganisationWithoutPlace,
    ];

    /// Stable key.
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
            DiagnosticKind::OrganisationWithoutPlace => "organisation-without-place",
        }
    }

    /// Severity.
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

    /// English description.
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
            DiagnosticKind::OrganisationWithoutPlace => "the name of the organisation lacks its place",
        }
    }

    /// Kind for a number that was not read for this reason.
    pub(crate) const fn from_cause(cause: UnreadCause) -> Self {
        match cause {
            UnreadCause::Malformed => DiagnosticKind::Malformed,
            UnreadCause::RatioOrDate => DiagnosticKind::Ratio,
            UnreadCause::Touched | UnreadCause::Unclear => DiagnosticKind::UnclearNumber,
            UnreadCause::Vague => DiagnosticKind::VagueNumber,
            UnreadCause::Bound => DiagnosticKind::UnclearBound,
            UnreadCause::Disagreeing => DiagnosticKind::UnequalSums,
        }
    }

    /// English advice.
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
            DiagnosticKind::OrganisationWithoutPlace => "complete the name of the organisation",
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

/// A diagnostic of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Severity.
    pub severity: Severity,
    /// Kind. Its JSON name is `key`.
    #[serde(rename = "key")]
    pub kind: DiagnosticKind,
    /// Span in the text. `None` where the diagnostic is about the whole text. Its JSON name is `place`.
    #[serde(rename = "place")]
    pub span: Option<TextSpan>,
    /// Printed words, or the value that was found.
    pub found: Option<String>,
}

impl Diagnostic {
    /// A diagnostic with the severity of its kind.
    pub(super) fn new(kind: DiagnosticKind, span: Option<TextSpan>, found: Option<String>) -> Self {
        Self { severity: kind.severity(), kind, span, found }
    }
}
