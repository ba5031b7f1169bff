//! Walking over slots along a stream of words: phrases from any place.

use std::ops::Range;

use super::plan::{QueryPlan, Slot, Step};
use super::tokenized::SEPARATOR;

/// A phrase found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PhraseMatch {
    /// Its places in the stream.
    pub range: Range<usize>,
    /// Whether every word is as typed.
    pub is_exact: bool,
}

/// A stream of words read with a plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct PhraseMatcher<'a> {
    /// The words.
    pub tokens: &'a [u32],
    /// The plan.
    pub plan: &'a QueryPlan,
}

impl PhraseMatcher<'_> {
    /// Whether a word takes a step, and then whether exactly.
    fn match_step(self, step: &Step, offset: usize) -> Option<bool> {
        let term = *self.tokens.get(offset)?;
        match step {
            Step::Clause(clause) => (self.plan.clause_mask(term) & 1 << clause != 0)
                .then(|| self.plan.exact_clause_mask(term) & 1 << clause != 0),
            Step::Terms(terms) => terms.binary_search(&term).is_ok().then_some(true),
        }
    }

    /// Whether words from `offset` on take all steps, and then whether exactly.
    pub(super) fn match_steps(self, steps: &[Step], start: usize) -> Option<bool> {
        let mut is_exact = true;
        for (nth, step) in steps.iter().enumerate() {
            is_exact &= self.match_step(step, start + nth)?;
        }
        Some(is_exact)
    }

    /// The slots one after the other from `start` on; exactly, where both is possible.
    fn match_slots(self, slots: &[Slot], start: usize) -> Option<PhraseMatch> {
        let Some((slot, rest)) = slots.split_first() else {
            return Some(PhraseMatch { range: start..start, is_exact: true });
        };
        let found = slot.alternatives.iter().filter_map(|alternative| {
            let is_exact = self.match_steps(alternative, start)?;
            let after = self.match_slots(rest, start + alternative.len())?;
            Some(PhraseMatch { range: start..after.range.end, is_exact: is_exact && after.is_exact })
        });
        found.max_by_key(|found| found.is_exact)
    }

    /// The phrase of the whole query that begins at a place.
    pub(super) fn match_query(self, start: usize) -> Option<PhraseMatch> {
        let can_start = self.tokens.get(start).is_some_and(|term| self.plan.can_start_phrase(*term));
        if can_start { self.match_slots(&self.plan.slots, start) } else { None }
    }

    /// Whether any word stands at a place.
    pub(super) fn has_term(self, offset: usize) -> bool {
        self.tokens.get(offset).is_some_and(|term| *term != SEPARATOR)
    }

    /// The bits that the words at some places give.
    pub(super) fn clauses_in(self, range: Range<usize>) -> u64 {
        if !self.plan.phrases.is_empty() {
            return range.fold(0, |mask, offset| mask | self.clauses_at(offset));
        }
        let end = range.end.min(self.tokens.len());
        let terms = self.tokens.get(range.start..end).unwrap_or_default();
        terms.iter().fold(0, |mask, term| mask | self.plan.clause_mask(*term))
    }

    /// The bits that the words at `offset` give: the word alone, and every sequence that begins with it.
    pub(super) fn clauses_at(self, offset: usize) -> u64 {
        let alone = self.tokens.get(offset).map_or(0, |term| self.plan.clause_mask(*term));
        if self.plan.phrases.is_empty() {
            return alone;
        }
        let phrases =
            self.plan.phrases.iter().filter(|phrase| self.match_steps(&phrase.steps, offset).is_some());
        phrases.fold(alone, |mask, phrase| mask | phrase.clauses)
    }
}
