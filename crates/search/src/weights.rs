//! Weights of the ranking in one place.

use super::passages::Zone;
use super::postings::PASSAGE_GAP;
use super::spelling::MatchKind;

/// Weights of the ranking.
///
/// The score of an article is the sum, over the clauses of the query, of *rarity × (zone × match kind + term
/// frequency)*, plus, over the places where the whole query occurs as a phrase, *zone × `phrase`* (or
/// `exact_phrase`). Rarity is 2 for a word that every article has, and 1 more each time that half as many have it.
pub(super) struct Weights {
    /// Weight of each [`Zone`], in their order.
    pub zones: [u32; 11],
    /// Typed spelling.
    pub exact: u32,
    /// Spelling with further marks, or another form of an abbreviation.
    pub more_marks: u32,
    /// Word of which a prefix was typed.
    pub prefix: u32,
    /// Correction of a typing error.
    pub typo: u32,
    /// Spelling with other marks.
    pub other_marks: u32,
    /// Cap on the number of occurrences of a word that count.
    pub max_term_freq: u32,
    /// Factor for a place where the whole phrase occurs.
    pub phrase: u32,
    /// The same, if every word has the typed spelling.
    pub exact_phrase: u32,
    /// Cap on the summed zone weights of phrase occurrences.
    pub max_phrase_zones: u32,
    /// Words are near each other within this many words more than there are clauses.
    pub near_slack: usize,
}

/// Tuned by hand on the golden queries: names above facts above prose, and rarity above everything.
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
    /// Weight of the heaviest zone of a mask.
    pub(super) fn best_zone(&self, zones: u16) -> u32 {
        self.zones.get(zones.trailing_zeros() as usize).copied().unwrap_or_default()
    }

    /// Distance within which words are near each other, in words; less than the distance between passages.
    pub(super) fn reach(&self, clauses: usize) -> usize {
        (clauses + self.near_slack).min(PASSAGE_GAP as usize - 1)
    }

    /// Weight of a zone.
    pub(super) fn zone(&self, zone: Zone) -> u32 {
        self.best_zone(zone.bit())
    }

    /// Weight of a kind of match.
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
