//! The question that counts, and what it waits for.

use super::Source;
use super::needs::Awaited;
use super::resources::Resources;
use super::typing::is_by_a_key;
use crate::Ask;

/// What a time that passes is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pause {
    Typing,
    Early,
    Idle,
}

/// The question that counts.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) number: u32,
    pub(super) ask: Ask,
    /// Whether words are being typed.
    pub(super) is_typed: bool,
    pub(super) is_settled: bool,
    /// The last pause that is over.
    pub(super) passed: Option<Pause>,
    pub(super) was_said_early: bool,
    /// What was found to be missing when it was last looked.
    pub(super) awaited: Awaited,
    /// How many pages have said that the page has moved.
    moves: u8,
}

/// Pages that lead on to pages: with more of them than these they lead in a circle.
const MOST_MOVES: u8 = 5;

impl Question {
    /// A question that came after `before`.
    pub(super) fn new(number: u32, ask: Ask, before: Option<&Ask>) -> Question {
        let is_typed = before.is_some_and(|before| is_by_a_key(&before.query, &ask.query));
        Question {
            number,
            ask,
            is_typed,
            is_settled: false,
            passed: None,
            was_said_early: false,
            awaited: Awaited::default(),
            moves: 0,
        }
    }

    /// What it still waits for where nothing new can be said before that comes. Of twenty pieces only the first few and
    /// the last are worth a look at everything.
    pub(super) fn waits_for(&self, resources: &Resources) -> Vec<Source> {
        let Awaited { sources, first } = &self.awaited;
        let is_lost = sources.iter().any(|source| resources.trouble(source).is_some());
        let is_early = self.passed == Some(Pause::Early) && !self.was_said_early;
        let has_first = !sources.iter().take(*first).any(|source| resources.is_pending(source));
        if is_lost || (is_early && has_first) {
            return Vec::new();
        }
        sources.iter().filter(|source| resources.is_pending(source)).cloned().collect()
    }

    /// The site is another: everything is needed anew.
    pub(super) fn begin_anew(&mut self) {
        self.awaited = Awaited::default();
    }

    /// The page that is asked for has moved to that path. Returns whether that can be followed.
    pub(super) fn follow(&mut self, path: String) -> bool {
        self.moves += 1;
        self.ask.path = path;
        self.moves <= MOST_MOVES
    }
}
