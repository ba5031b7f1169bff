//! What a search gives back: hits with their reasons, facet counts, and notes on how it was understood.

use std::ops::Range;

use super::FacetCounts;
use thidua_core::domain::{CampaignId, FigureId, Lang, OrganisationId};

/// The results of one search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchResults {
    /// The articles found, in the order asked for.
    pub hits: Vec<Hit>,
    /// The values of every facet among them, with counts.
    pub facets: FacetCounts,
    /// What a reader should know about how the words were matched.
    pub notes: Vec<QueryNote>,
}

/// How well an article matches. The best is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchTier {
    /// The words as typed, in order, in a headline or in a name.
    PhraseInName,
    /// The words as typed, in order, in one passage. A query without any mark takes every spelling as typed.
    Phrase,
    /// In order, but partly typed, with further marks or mended.
    LoosePhrase,
    /// All words near each other.
    Near,
    /// All words, somewhere in the article.
    Scattered,
    /// Only with other marks than those typed.
    OtherMarks,
    /// No words to match: chosen by facets, fields or exclusions alone.
    Unranked,
}

/// An article found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The place of the article in the corpus.
    pub article: u32,
    /// How well it matches.
    pub tier: MatchTier,
    /// The score within the tier; only its order means anything.
    pub score: u32,
    /// Where it matches, the best first; given for the first [`super::EXPLAINED_HITS`] hits, see [`super::reasons`] for the
    /// rest. Empty where there are no words to match.
    pub reasons: Vec<Reason>,
}

/// A passage that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Where it stands.
    pub location: PassageLocation,
    /// The passage as printed, cut to about 160 characters around the match; "…" stands for what was cut.
    pub text: String,
    /// What matched, in bytes of `text`, in order and apart.
    pub highlights: Vec<Range<usize>>,
    /// The language of `text`.
    pub lang: Lang,
}

/// Where in an article, or in what it speaks of, a passage stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageLocation {
    /// The headline, or its English.
    Headline,
    /// The line above the headline.
    Kicker,
    /// The names of the authors.
    Byline,
    /// The digest of the paragraph on that line.
    Digest {
        /// Line of the source file.
        line: u32,
    },
    /// A name of a campaign that the article names.
    Campaign(CampaignId),
    /// A figure: its printed words, number or label.
    Figure(FigureId),
    /// A phase on that line: its name or dates.
    Phase {
        /// Line of the source file.
        line: u32,
    },
    /// A person of that name: name and role.
    Person(String),
    /// A name of an organisation that the article reports on or names.
    Organisation(OrganisationId),
    /// A paragraph of the full text, from 0.
    Body {
        /// Its index.
        paragraph: usize,
    },
}

/// Something a reader should know about how a query was understood. The interface words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryNote {
    /// The query was longer than [`super::MAX_QUERY_CHARS`] characters or [`super::MAX_QUERY_WORDS`] words and was cut.
    QueryCut,
    /// The query excludes and asks for nothing: everything else is listed.
    OnlyExclusions,
    /// No article has the words with the marks typed; those listed have them with others.
    OnlyWithoutMarks,
    /// Further articles have the words with other marks than those typed; `fold(query)` finds them too.
    OtherMarks {
        /// How many, before any choice among facets.
        articles: usize,
    },
    /// No article has the words next to each other.
    OnlyScattered,
    /// A word that stands nowhere was taken for one that does.
    Typo {
        /// As typed.
        typed: String,
        /// As used instead.
        used: String,
    },
    /// A word that stands nowhere was taken for the keystrokes of one that does, typed with the input method off.
    Keystrokes {
        /// As typed.
        typed: String,
        /// As used instead.
        used: String,
    },
    /// An abbreviation was also searched in full, or the other way round.
    AbbreviationExpanded {
        /// As typed.
        typed: String,
        /// The other forms, as the glossary has them.
        also: Vec<String>,
    },
    /// A word stands nowhere in the collection.
    UnknownWord {
        /// As typed.
        typed: String,
    },
    /// A phrase in quotation marks stands nowhere exactly as typed.
    PhraseNotFound {
        /// As typed, without the quotation marks.
        phrase: String,
    },
    /// A field is asked for a value that no article has.
    UnknownValue {
        /// The field.
        field: QueryField,
        /// The value as typed.
        value: String,
    },
}

/// A field that a query can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QueryField {
    /// `don-vi:` the organisation that an article reports on, by any of its names.
    Organisation,
    /// `nam:` a year that it covers.
    Year,
    /// `loai:` the kind of a campaign that it names.
    Kind,
}
