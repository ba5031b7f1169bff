//! Phrase matching over a sequence of term ids.

use std::ops::Range;

use super::plan::{QueryPlan, Slot, Step};
use super::tokenized::SEPARATOR;

/// A match of the whole query as a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PhraseMatch {
    /// Matched range of the token sequence.
    pub range: Range<usize>,
    /// True if no slot was skipped.
    pub is_whole: bool,
    /// True if every word has the typed spelling.
    pub is_exact: bool,
}

/// Matches a query plan against a token sequence.
#[derive(Debug, Clone, Copy)]
pub(super) struct PhraseMatcher<'a> {
    /// Term ids in text order.
    pub tokens: &'a [u32],
    /// Plan of the query.
    pub plan: &'a QueryPlan,
}

impl PhraseMatcher<'_> {
    /// Returns `Some(is_exact)` if the term at `offset` satisfies a step.
    fn match_step(self, step: &Step, offset: usize) -> Option<bool> {
        let term = *self.tokens.get(offset)?;
        match step {
            Step::Clause(clause) => (self.plan.clause_mask(term) & 1 << clause != 0)
                .then(|| self.plan.exact_clause_mask(term) & 1 << clause != 0),
            Step::Terms(terms) => terms.binary_search(&term).is_ok().then_some(true),
        }
    }

    /// Returns `Some(is_exact)` if the terms from `start` on satisfy all steps in order.
    pub(super) fn match_steps(self, steps: &[Step], start: usize) -> Option<bool> {
        let mut is_exact = true;
        for (nth, step) in steps.iter().enumerate() {
            is_exact &= self.match_step(step, start + nth)?;
        }
        Some(is_exact)
    }

    /// Matches the slots one after the other from `start` on. Prefers an exact match.
    fn match_slots(self, slots: &[Slot], start: usize) -> Option<PhraseMatch> {
        let Some((slot, rest)) = slots.split_first() else {
            return Some(PhraseMatch { range: start..start, is_whole: true, is_exact: true });
        };
        let found = slot.alternatives.iter().filter_map(|alternative| {
            let is_exact = self.match_steps(alternative, start)?;
            let after = self.match_slots(rest, start + alternative.len())?;
            let is_whole = after.is_whole && !alternative.is_empty();
            let is_exact = is_exact && after.is_exact;
            Some(PhraseMatch { range: start..after.range.end, is_whole, is_exact })
        });
        found.max_by_key(|found| (found.is_whole, found.is_exact))
    }

    /// Matches the whole query as a phrase that starts at `start`.
    pub(super) fn match_query(self, start: usize) -> Option<PhraseMatch> {
        let can_start = self.tokens.get(start).is_some_and(|term| self.plan.can_start_phrase(*term));
        if can_start { self.match_slots(&self.plan.slots, start) } else { None }
    }

    /// Returns whether a term stands at `offset`, rather than a separator.
    pub(super) fn has_term(self, offset: usize) -> bool {
        self.tokens.get(offset).is_some_and(|term| *term != SEPARATOR)
    }

    /// Mask of the clauses that the terms in `range` satisfy.
    pub(super) fn clauses_in(self, range: Range<usize>) -> u64 {
        if !self.plan.phrases.is_empty() {
            return range.fold(0, |mask, offset| mask | self.clauses_at(offset));
        }
        let end = range.end.min(self.tokens.len());
        let terms = self.tokens.get(range.start..end).unwrap_or_default();
        terms.iter().fold(0, |mask, term| mask | self.plan.clause_mask(*term))
    }

    /// Mask of the clauses satisfied at `offset`: by the term alone, and by every phrase that starts there.
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
