//! What of a draft a person has still to look at.

use thidua_extract::{Diagnostic, DiagnosticKind};

use super::document::DraftDocument;
use super::doubts::Doubt;
use super::fact_id::{FactId, FactStatus};
use super::gaps::Gap;

/// Reason why a proposed fact is not accepted with all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It does not verify.
    NotVerified,
    /// It has open guesses.
    Guesses,
    /// It has doubts.
    Doubts,
}

/// Facts that were not accepted with all others, by reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Number of facts with open guesses.
    pub guesses: usize,
    /// Number of facts with doubts.
    pub doubts: usize,
    /// Number of facts that do not verify.
    pub not_verified: usize,
    /// The first of them.
    pub first: Option<FactId>,
}

impl LeftOut {
    /// Counts a fact.
    pub fn add(&mut self, fact_id: FactId, obstacle: Obstacle) {
        self.first = self.first.or(Some(fact_id));
        match obstacle {
            Obstacle::NotVerified => self.not_verified += 1,
            Obstacle::Guesses => self.guesses += 1,
            Obstacle::Doubts => self.doubts += 1,
        }
    }
}

/// Numbers of things to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ToReview {
    /// Missing headline and organisation.
    pub gaps: usize,
    /// Diagnostics of the text.
    pub diagnostics: usize,
    /// Doubts about facts that are not accepted.
    pub doubts: usize,
    /// Open guesses.
    pub guesses: usize,
    /// Facts with open guesses.
    pub facts_with_guesses: usize,
}

impl ToReview {
    /// Returns the number of all things to look at.
    pub const fn total(&self) -> usize {
        self.gaps + self.diagnostics + self.doubts + self.guesses
    }
}

impl DraftDocument {
    /// Returns whether a fact is not recorded because another one states the same.
    pub fn is_recorded_elsewhere(&self, fact_id: FactId) -> bool {
        let repeats = match fact_id {
            FactId::Figure(i) => self.review.draft.figures.get(i).is_some_and(|f| f.fact.repeats.is_some()),
            _ => false,
        };
        repeats || self.checked.is_duplicate(fact_id)
    }

    /// Returns why a fact cannot be accepted unseen. `None` if it can.
    pub fn obstacle(&self, fact_id: FactId) -> Option<Obstacle> {
        let checked = &self.checked;
        if !checked.is_verified(fact_id) {
            Some(Obstacle::NotVerified)
        } else if !checked.open_guesses(fact_id).is_empty() {
            Some(Obstacle::Guesses)
        } else if !checked.doubts(fact_id).is_empty() {
            Some(Obstacle::Doubts)
        } else {
            None
        }
    }

    /// Returns the doubts about a fact that a person has not settled by accepting or rejecting it.
    pub fn open_doubts(&self, fact_id: FactId) -> &[Doubt] {
        match self.state(fact_id) {
            FactStatus::Proposed => self.checked.doubts(fact_id),
            _ => &[],
        }
    }

    /// Returns the diagnostics of the text; a missing headline or organisation is a [`Gap`].
    pub fn open_diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        let is_gap =
            |d: &&Diagnostic| matches!(d.kind, DiagnosticKind::NoHeadline | DiagnosticKind::NoOrganisation);
        self.diagnostics.iter().filter(move |diagnostic| !is_gap(diagnostic))
    }

    /// Counts the things to look at.
    pub fn to_review(&self) -> ToReview {
        let mut count = ToReview {
            gaps: Gap::of(&self.review).len(),
            diagnostics: self.open_diagnostics().count(),
            ..ToReview::default()
        };
        for (fact_id, _) in self.review.fact_ids() {
            let open = self.checked.open_guesses(fact_id).len();
            count.guesses += open;
            count.facts_with_guesses += usize::from(open > 0);
            count.doubts += self.open_doubts(fact_id).len();
        }
        count
    }

    /// Returns the id of the element of the first gap or fact to look at. `None` if all is looked at.
    pub fn first_to_review(&self) -> Option<String> {
        if let Some(gap) = Gap::of(&self.review).first() {
            return Some(format!("thieu-{}", gap.kind().kind()));
        }
        let is_open = |fact_id: &FactId| {
            let is_proposed = self.state(*fact_id) == FactStatus::Proposed;
            !self.checked.open_guesses(*fact_id).is_empty()
                || is_proposed && !self.is_recorded_elsewhere(*fact_id)
        };
        let fact_ids = self.fact_ids();
        let first = fact_ids.iter().map(|(fact_id, _)| *fact_id).find(is_open);
        first.map(|fact_id| format!("the-{fact_id}"))
    }
}
