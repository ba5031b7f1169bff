//! State of everything that is fetched for an index in pieces, and the rules by which it is tried again.
//!
//! A host that fails for a moment (no network, 429, 5xx; not one that hangs) is probed: one request after [`AFTER_STATUS`] or [`AFTER_NO_NETWORK`],
//! whatever the number of files that wait for it. When the delays are used up, everything that waits has failed, until a
//! question or a wanted file calls [`Resources::forgive`]. A piece that is missing or damaged is *suspect* until the
//! manifest has said whether the host has another edition.

use std::collections::{BTreeMap, BTreeSet};

use super::{Action, Source};
use thidua_pages::site_model::LoadFailure;
use thidua_search::wire::Piece;

/// Milliseconds before each probe of a host that reports an error, or that answers for its manifest with something else.
const AFTER_STATUS: [u32; 2] = [1_000, 3_000];
/// Milliseconds before each probe of a network that does not answer: browsers have tried again already.
const AFTER_NO_NETWORK: [u32; 1] = [500];
/// Numbers of waits from here on are probes; smaller ones are pauses of a question.
const PROBES: u32 = 1 << 31;

/// State of one source. One that is absent has never been fetched, or is ready: then its content is kept elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Resource {
    /// A request is under way.
    Loading,
    /// The next probe decides.
    Waiting(LoadFailure),
    /// The manifest decides.
    Suspect(LoadFailure),
    /// It cannot be had.
    Failed(LoadFailure),
}

/// State of all sources.
#[derive(Debug, Default)]
pub(super) struct Resources {
    states: BTreeMap<Source, Resource>,
    /// Sources that came damaged: every cache is passed by when they are fetched again.
    damaged: BTreeSet<Source>,
    /// Number of the wait for the next probe.
    probe: Option<u32>,
    /// Probes since the last [`Resources::forgive`].
    probes: usize,
    /// The last number of a wait.
    number: u32,
}

impl Resources {
    /// Whether it is not known yet whether it can be had.
    pub(super) fn is_pending(&self, source: &Source) -> bool {
        matches!(
            self.states.get(source),
            Some(Resource::Loading | Resource::Waiting(_) | Resource::Suspect(_))
        )
    }

    /// Why it cannot be had, where that is certain.
    pub(super) fn trouble(&self, source: &Source) -> Option<LoadFailure> {
        match self.states.get(source) {
            Some(Resource::Failed(trouble)) => Some(*trouble),
            _ => None,
        }
    }

    /// Whether nothing is pending and nothing has failed.
    pub(super) fn is_quiet(&self) -> bool {
        self.states.is_empty()
    }

    /// Whether caches are passed by.
    pub(super) fn is_past_caches(&self, source: &Source) -> bool {
        self.damaged.contains(source)
    }

    /// Fetches it, unless that is under way or has failed.
    pub(super) fn fetch(&mut self, source: Source, actions: &mut Vec<Action>) {
        if !self.states.contains_key(&source) {
            self.states.insert(source.clone(), Resource::Loading);
            actions.push(Action::Fetch(source));
        }
    }

    /// Notes that a request has ended. Returns whether anybody waits for it.
    pub(super) fn end(&mut self, source: &Source) -> bool {
        let is_mine = self.states.get(source) == Some(&Resource::Loading);
        if is_mine {
            self.states.remove(source);
        }
        is_mine
    }

    /// Notes that what came is what it should be. The host is there again: whoever waited for it may ask.
    pub(super) fn succeed(&mut self, source: &Source) {
        self.damaged.remove(source);
        let is_manifest = *source == Source::Manifest;
        self.states.retain(|_, state| match state {
            // They wait for one of them, see [`Resources::judge`].
            Resource::Waiting(LoadFailure::Corrupt) => is_manifest,
            Resource::Waiting(_) => false,
            _ => true,
        });
        self.probe = None;
    }

    /// Notes that it could not be had. A source that nobody waits for is not tried again.
    pub(super) fn fail(
        &mut self,
        source: Source,
        trouble: LoadFailure,
        is_wanted: bool,
        actions: &mut Vec<Action>,
    ) {
        if trouble == LoadFailure::Corrupt {
            self.damaged.insert(source.clone());
        }
        let is_foreign_answer = source == Source::Manifest && trouble == LoadFailure::Corrupt;
        if !is_wanted || is_optional(&source) || !(trouble.is_retryable() || is_foreign_answer) {
            self.states.insert(source, Resource::Failed(trouble));
            if trouble == LoadFailure::Corrupt && self.probe.is_none() {
                // What came past all caches is damaged as well.
                self.give_up();
            }
            return;
        }
        self.states.insert(source, Resource::Waiting(trouble));
        if self.probe.is_some() {
            return;
        }
        let delays: &[u32] = match trouble {
            LoadFailure::Offline => &AFTER_NO_NETWORK,
            // Its time limit has been waited for already.
            LoadFailure::Timeout => &[],
            _ => &AFTER_STATUS,
        };
        match delays.get(self.probes) {
            Some(delay) => {
                self.number = (self.number + 1) % PROBES;
                self.probes += 1;
                self.probe = Some(PROBES + self.number);
                actions.push(Action::Wait(PROBES + self.number, *delay));
            }
            None => self.give_up(),
        }
    }

    /// Notes that a piece may be of another edition.
    pub(super) fn suspect(&mut self, source: Source, trouble: LoadFailure) {
        if trouble == LoadFailure::Corrupt {
            self.damaged.insert(source.clone());
        }
        self.states.insert(source, Resource::Suspect(trouble));
    }

    /// The host has no other edition, or does not say: one damaged piece is fetched once more past all caches, for which the
    /// others wait; missing pieces have failed.
    pub(super) fn judge(&mut self, is_known: bool, actions: &mut Vec<Action>) {
        let mut first = None;
        for (source, state) in &mut self.states {
            let Resource::Suspect(trouble) = *state else { continue };
            *state = match trouble {
                LoadFailure::Corrupt if is_known && !is_optional(source) => {
                    first.get_or_insert_with(|| source.clone());
                    Resource::Waiting(trouble)
                }
                _ => Resource::Failed(trouble),
            };
        }
        if let Some(source) = first {
            self.states.insert(source.clone(), Resource::Loading);
            actions.push(Action::Fetch(source));
        }
    }

    /// The wait of that number is over. Returns whether it was one for a probe.
    pub(super) fn waited(&mut self, number: u32, actions: &mut Vec<Action>) -> bool {
        if self.probe == Some(number) {
            self.probe = None;
            let first = self.states.iter().find(|(_, state)| matches!(state, Resource::Waiting(_)));
            if let Some(source) = first.map(|(source, _)| source.clone()) {
                self.states.insert(source.clone(), Resource::Loading);
                actions.push(Action::Fetch(source));
            }
        }
        number >= PROBES
    }

    /// Everything that waits for the host has failed.
    fn give_up(&mut self) {
        for state in self.states.values_mut() {
            if let Resource::Waiting(trouble) = *state {
                *state = Resource::Failed(trouble);
            }
        }
    }

    /// Somebody asks: what has failed, or waits, may be tried again.
    pub(super) fn forgive(&mut self) {
        self.states.retain(|_, state| *state == Resource::Loading);
        (self.probe, self.probes) = (None, 0);
    }

    /// Stops everything of which `is_wanted` is not true.
    pub(super) fn drop_all_but(&mut self, is_wanted: impl Fn(&Source) -> bool, actions: &mut Vec<Action>) {
        self.states.retain(|source, state| {
            let is_kept = matches!(state, Resource::Failed(_)) || is_wanted(source);
            if !is_kept && *state == Resource::Loading {
                actions.push(Action::Drop(source.clone()));
            }
            is_kept
        });
        if self.probe.is_none() && !self.states.values().any(|state| *state == Resource::Loading) {
            // Nothing that they wait for is under way any more.
            self.states.retain(|_, state| !matches!(state, Resource::Waiting(_)));
        }
    }

    /// Stops everything and forgets what has failed.
    pub(super) fn clear(&mut self, actions: &mut Vec<Action>) {
        let loading = std::mem::take(&mut self.states).into_iter();
        let loading = loading.filter(|(_, state)| *state == Resource::Loading);
        actions.extend(loading.map(|(source, _)| Action::Drop(source)));
        self.damaged.clear();
        self.probe = None;
    }
}

/// Cards are shown without their passages: these are worth no second request.
fn is_optional(source: &Source) -> bool {
    matches!(source, Source::Piece(Piece::Texts(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_damaged_pieces_one_is_fetched_again_after_the_manifest() {
        let mut resources = Resources::default();
        let mut actions = Vec::new();
        let pieces: Vec<Source> = (0..20).map(|number| Source::Piece(Piece::Facts(number))).collect();
        for piece in &pieces {
            resources.fetch(piece.clone(), &mut actions);
            assert!(resources.end(piece));
            resources.suspect(piece.clone(), LoadFailure::Corrupt);
        }
        resources.fetch(Source::Manifest, &mut actions);
        assert!(resources.end(&Source::Manifest));
        actions.clear();
        resources.judge(true, &mut actions);
        resources.succeed(&Source::Manifest);
        for piece in &pieces {
            resources.fetch(piece.clone(), &mut actions);
        }
        let [Action::Fetch(again)] = actions.as_slice() else { panic!("{actions:?}") };
        let again = again.clone();
        // It is well now: the others are fetched as well.
        assert!(resources.end(&again));
        resources.succeed(&again);
        actions.clear();
        for piece in pieces.iter().filter(|piece| **piece != again) {
            resources.fetch(piece.clone(), &mut actions);
        }
        assert_eq!(actions.len(), 19);
    }
}
