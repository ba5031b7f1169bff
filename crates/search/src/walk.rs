//! Walking over slots along a stream of words: phrases from any place.

use std::ops::Range;

use super::plan::{Plan, Slot, Step};
use super::texts::SEPARATOR;

/// A phrase found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Its places in the stream.
    pub places: Range<usize>,
    /// Whether every word is as typed.
    pub is_exact: bool,
}

/// A stream of words read with a plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walk<'a> {
    /// The words.
    pub stream: &'a [u32],
    /// The plan.
    pub plan: &'a Plan,
}

impl Walk<'_> {
    /// Whether a word takes a step, and then whether exactly.
    fn step(self, step: &Step, place: usize) -> Option<bool> {
        let term = *self.stream.get(place)?;
        match step {
            Step::Part(part) => {
                (self.plan.bits(term) & 1 << part != 0).then(|| self.plan.exact_bits(term) & 1 << part != 0)
            }
            Step::Terms(terms) => terms.binary_search(&term).is_ok().then_some(true),
        }
    }

    /// Whether words from `place` on take all steps, and then whether exactly.
    pub(super) fn steps(self, steps: &[Step], place: usize) -> Option<bool> {
        let mut is_exact = true;
        for (offset, step) in steps.iter().enumerate() {
            is_exact &= self.step(step, place + offset)?;
        }
        Some(is_exact)
    }

    /// The slots one after the other from `start` on; exactly, where both is possible.
    fn forwards(self, slots: &[Slot], start: usize) -> Option<Found> {
        let Some((slot, rest)) = slots.split_first() else {
            return Some(Found { places: start..start, is_exact: true });
        };
        let found = slot.ways.iter().filter_map(|way| {
            let is_exact = self.steps(way, start)?;
            let after = self.forwards(rest, start + way.len())?;
            Some(Found { places: start..after.places.end, is_exact: is_exact && after.is_exact })
        });
        found.max_by_key(|found| found.is_exact)
    }

    /// The phrase of the whole query that begins at a place.
    pub(super) fn phrase(self, start: usize) -> Option<Found> {
        let begins = self.stream.get(start).is_some_and(|word| self.plan.begins(*word));
        if begins { self.forwards(&self.plan.slots, start) } else { None }
    }

    /// Whether any word stands at a place.
    pub(super) fn has_word(self, place: usize) -> bool {
        self.stream.get(place).is_some_and(|word| *word != SEPARATOR)
    }

    /// The bits that the words at some places give.
    pub(super) fn bits_around(self, places: Range<usize>) -> u64 {
        if !self.plan.sequences.is_empty() {
            return places.fold(0, |bits, place| bits | self.bits(place));
        }
        let end = places.end.min(self.stream.len());
        let words = self.stream.get(places.start..end).unwrap_or_default();
        words.iter().fold(0, |bits, word| bits | self.plan.bits(*word))
    }

    /// The bits that the words at `place` give: the word alone, and every sequence that begins with it.
    pub(super) fn bits(self, place: usize) -> u64 {
        let alone = self.stream.get(place).map_or(0, |term| self.plan.bits(*term));
        if self.plan.sequences.is_empty() {
            return alone;
        }
        let sequences =
            self.plan.sequences.iter().filter(|sequence| self.steps(&sequence.steps, place).is_some());
        sequences.fold(alone, |bits, sequence| bits | sequence.gives)
    }
}
