//! The weights of the ranking, in one place.

use super::passages::Zone;
use super::postings::GAP;
use super::spelling::Fit;

/// The weights of the ranking.
///
/// The score of an article is the sum, over the parts of the query, of *rarity × (zone × fit + times)*, and, over
/// the places where the whole query stands in order, of *zone × `phrase`* (or `exact_phrase`). Rarity is 2 for a word
/// of every article, and 1 more each time that half as many have it.
pub(super) struct Weights {
    /// For each [`Zone`], in their order.
    pub zones: [u32; 11],
    /// A spelling as typed.
    pub same: u32,
    /// A spelling with further marks, or another form of an abbreviation.
    pub at_least: u32,
    /// A word of which the beginning is typed.
    pub prefix: u32,
    /// A word that a typing error stands for.
    pub typo: u32,
    /// A spelling with other marks.
    pub other_marks: u32,
    /// At most so many times that a word stands in an article count.
    pub times: u32,
    /// A place where the whole phrase stands.
    pub phrase: u32,
    /// The same, with every word as typed.
    pub exact_phrase: u32,
    /// At most so much of the weight of zones where the phrase stands counts.
    pub phrase_zones: u32,
    /// Words are near each other within so many words more than there are parts.
    pub near: usize,
}

/// Found by hand on the golden queries: names above facts above prose, and rarity above everything.
pub(super) const WEIGHTS: Weights = Weights {
    zones: [10, 8, 6, 6, 5, 5, 4, 3, 2, 2, 2],
    same: 8,
    at_least: 6,
    prefix: 3,
    typo: 2,
    other_marks: 1,
    times: 8,
    phrase: 8,
    exact_phrase: 16,
    phrase_zones: 60,
    near: 8,
};

impl Weights {
    /// The weight of the heaviest of a set of zones.
    pub(super) fn zones(&self, zones: u16) -> u32 {
        self.zones.get(zones.trailing_zeros() as usize).copied().unwrap_or_default()
    }

    /// How far around a word others are near it, in words; never as far as the next passage.
    pub(super) fn reach(&self, parts: usize) -> usize {
        (parts + self.near).min(GAP as usize - 1)
    }

    /// The weight of a zone.
    pub(super) fn zone(&self, zone: Zone) -> u32 {
        self.zones(zone.bit())
    }

    /// The weight of a fit.
    pub(super) const fn fit(&self, fit: Fit) -> u32 {
        match fit {
            Fit::Same => self.same,
            Fit::AtLeast => self.at_least,
            Fit::Prefix => self.prefix,
            Fit::Typo => self.typo,
            Fit::OtherMarks => self.other_marks,
        }
    }
}
