//! Results of a search: hits with reasons, facet counts, and notes on how the query was understood.

use std::ops::Range;

use thidua_core::domain::{CampaignId, FigureId, Lang, OrganisationId};

use super::FacetCounts;
use super::request::SearchRequest;

/// Results of one search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchResults {
    /// Matching articles in the requested order.
    pub hits: Vec<Hit>,
    /// Facet values of the matching articles with counts.
    pub facets: FacetCounts,
    /// Notes for the reader on how the words were matched.
    pub notes: Vec<QueryNote>,
    /// Ways out of an empty or thin result, best first.
    pub ways_out: Vec<WayOut>,
}

/// A changed search that finds more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// What it drops.
    pub dropped: Condition,
    /// The search.
    pub request: SearchRequest,
    /// Number of articles that it finds.
    pub articles: usize,
}

/// Part of a search that can be dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Words, a field or an exclusion, as typed.
    Words(String),
    /// A bare year.
    Year(String),
    /// Exactness of the quoted phrases.
    Quotes,
    /// All selected values of the facet with this parameter.
    Facet(&'static str),
    /// All selected facet values.
    AllFacets,
}

/// Quality of a match; the least is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchTier {
    /// The typed words in order, in a headline or name.
    PhraseInName,
    /// The typed words in order, in one passage. A query without diacritics takes every spelling as typed.
    Phrase,
    /// The words in order, but some as a prefix, with further marks or corrected.
    LoosePhrase,
    /// All words near each other.
    Near,
    /// All words somewhere in the article.
    Scattered,
    /// Only with other marks than typed.
    OtherMarks,
    /// No words to match: found by facets, fields or exclusions alone.
    Unranked,
}

/// A matching article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Article number: its index in the corpus.
    pub article: u32,
    /// Quality of the match.
    pub tier: MatchTier,
    /// Score within the tier. Only comparisons are meaningful.
    pub score: u32,
    /// Matching passages, best first. Given for the first [`super::EXPLAINED_HITS`] hits; [`super::explain`] returns
    /// those of others. Empty if there are no words to match.
    pub reasons: Vec<Reason>,
}

/// A matching passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Location of the passage.
    pub location: PassageLocation,
    /// Passage as printed, cut to about 160 characters around the match; "…" stands for what was cut.
    pub text: String,
    /// Byte ranges of `text` that matched, ascending and disjoint.
    pub highlights: Vec<Range<usize>>,
    /// Language of `text`.
    pub lang: Lang,
}

/// Location of a passage: in an article, or in what the article refers to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageLocation {
    /// Headline or its English translation.
    Headline,
    /// Line above the headline.
    Kicker,
    /// Names of the authors.
    Byline,
    /// Digest of a paragraph.
    Digest {
        /// Line of the source file.
        line: u32,
    },
    /// Name of a mentioned campaign.
    Campaign(CampaignId),
    /// Figure: its printed words, number or label.
    Figure(FigureId),
    /// Phase: its name or dates.
    Phase {
        /// Line of the source file.
        line: u32,
    },
    /// Person, by name: name and role.
    Person(String),
    /// Name of an organisation that the article reports on or mentions.
    Organisation(OrganisationId),
    /// Paragraph of the full text.
    Body {
        /// Index from 0.
        paragraph: usize,
    },
}

/// Note on how a query was understood. The interface words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryNote {
    /// The query exceeded [`super::MAX_QUERY_CHARS`] characters or [`super::MAX_QUERY_WORDS`] words and was cut.
    QueryCut,
    /// The query only excludes: everything else is listed.
    OnlyExclusions,
    /// No article has the words with the typed marks; those listed have them with others.
    OnlyWithoutMarks,
    /// Further articles have the words with other marks than typed; `fold(query)` finds them too.
    OtherMarks {
        /// Number of these articles, before any facet selection.
        articles: usize,
    },
    /// No article has the words near each other.
    OnlyScattered,
    /// A word that occurs nowhere was corrected to one that does.
    Typo {
        /// Word as typed.
        typed: String,
        /// Word used instead.
        used: String,
    },
    /// A word that occurs nowhere was read as raw keystrokes, typed with the input method off.
    Keystrokes {
        /// Word as typed.
        typed: String,
        /// Word used instead.
        used: String,
    },
    /// An abbreviation was also searched in full, or the other way round.
    AbbreviationExpanded {
        /// Words as typed.
        typed: String,
        /// Other forms, as the glossary prints them.
        also: Vec<String>,
    },
    /// A word occurs nowhere in the corpus.
    UnknownWord {
        /// Word as typed.
        typed: String,
    },
    /// No article is about a place.
    NoArticleAbout {
        /// Name of the place.
        place: String,
        /// Number of articles that mention it.
        mentions: usize,
        /// True if articles have its syllables apart from each other.
        found: bool,
    },
    /// A quoted phrase occurs nowhere exactly as typed.
    PhraseNotFound {
        /// Phrase as typed, without quotation marks.
        phrase: String,
    },
    /// No article has the value of a field.
    UnknownValue {
        /// Field.
        field: QueryField,
        /// Value as typed.
        value: String,
    },
}

/// Field of the query language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QueryField {
    /// `don-vi:` organisation that an article reports on, by any of its names.
    Organisation,
    /// `nam:` year that an article covers.
    Year,
    /// `loai:` kind of a mentioned campaign.
    Kind,
    /// `cap:` level of a figure.
    Level,
    /// `khoi:` sector of a mention.
    Sector,
    /// `vai-tro:` role of a figure.
    Role,
}
