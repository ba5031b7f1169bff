//! The weights of the ranking, in one place.

use super::passages::Zone;
use super::postings::PASSAGE_GAP;
use super::spelling::MatchKind;

/// The weights of the ranking.
///
/// The score of an article is the sum, over the parts of the query, of *rarity × (zone × fit + times)*, and, over
/// the places where the whole query stands in order, of *zone × `phrase`* (or `exact_phrase`). Rarity is 2 for a word
/// of every article, and 1 more each time that half as many have it.
pub(super) struct Weights {
    /// For each [`Zone`], in their order.
    pub zones: [u32; 11],
    /// A spelling as typed.
    pub exact: u32,
    /// A spelling with further marks, or another form of an abbreviation.
    pub more_marks: u32,
    /// A word of which the beginning is typed.
    pub prefix: u32,
    /// A word that a typing error stands for.
    pub typo: u32,
    /// A spelling with other marks.
    pub other_marks: u32,
    /// At most so many times that a word stands in an article count.
    pub max_term_freq: u32,
    /// A place where the whole phrase stands.
    pub phrase: u32,
    /// The same, with every word as typed.
    pub exact_phrase: u32,
    /// At most so much of the weight of zones where the phrase stands counts.
    pub max_phrase_zones: u32,
    /// Words are near each other within so many words more than there are parts.
    pub near_slack: usize,
}

/// Found by hand on the golden queries: names above facts above prose, and rarity above everything.
pub(super) const WEIGHTS: Weights = Weights {
    zones: [10, 8, 6, 6, 5, 5, 4, 3, 2, 2, 2],
    exact: 8,
    more_marks: 6,
    prefix: 3,
    typo: 2,
    other_marks: 1,
    max_term_freq: 8,
    phrase: 8,
    exact_phrase: 16,
    max_phrase_zones: 60,
    near_slack: 8,
};

impl Weights {
    /// The weight of the heaviest of a set of zones.
    pub(super) fn best_zone(&self, zones: u16) -> u32 {
        self.zones.get(zones.trailing_zeros() as usize).copied().unwrap_or_default()
    }

    /// How far around a word others are near it, in words; never as far as the next passage.
    pub(super) fn reach(&self, clauses: usize) -> usize {
        (clauses + self.near_slack).min(PASSAGE_GAP as usize - 1)
    }

    /// The weight of a zone.
    pub(super) fn zone(&self, zone: Zone) -> u32 {
        self.best_zone(zone.bit())
    }

    /// The weight of a fit.
    pub(super) const fn match_kind(&self, kind: MatchKind) -> u32 {
        match kind {
            MatchKind::Exact => self.exact,
            MatchKind::MoreMarks => self.more_marks,
            MatchKind::Prefix => self.prefix,
            MatchKind::Typo => self.typo,
            MatchKind::OtherMarks => self.other_marks,
        }
    }
}
