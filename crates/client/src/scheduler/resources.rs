//! State of everything that is fetched for an index in pieces, and the rules by which it is tried again.
//!
//! A host that fails for a moment (no network, 429, 5xx; not one that hangs) is probed: one request after [`STATUS_DELAYS_MS`] or [`NO_NETWORK_DELAYS_MS`],
//! whatever the number of files that wait for it. When the delays are used up, everything that waits has failed, until a
//! question or a wanted file calls [`ResourceTable::forgive`]. A piece that is missing or damaged is *suspect* until the
//! manifest has said whether the host has another edition.

use std::collections::{BTreeMap, BTreeSet};

use super::{Action, Resource};
use thidua_pages::site_model::LoadFailure;
use thidua_search::index_format::Chunk;

/// Milliseconds before each probe of a host that reports an error, or that answers for its manifest with something else.
const STATUS_DELAYS_MS: [u32; 2] = [1_000, 3_000];
/// Milliseconds before each probe of a network that does not answer: browsers have tried again already.
const NO_NETWORK_DELAYS_MS: [u32; 1] = [500];
/// Numbers of waits from here on are probes; smaller ones are pauses of a question.
const FIRST_PROBE_TIMER: u32 = 1 << 31;

/// State of one source. One that is absent has never been fetched, or is ready: then its content is kept elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ResourceState {
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
pub(super) struct ResourceTable {
    states: BTreeMap<Resource, ResourceState>,
    /// Sources that came damaged: every cache is passed by when they are fetched again.
    damaged: BTreeSet<Resource>,
    /// Number of the wait for the next probe.
    probe: Option<u32>,
    /// Probes since the last [`ResourceTable::forgive`].
    probes: usize,
    /// The last number of a wait.
    last_timer: u32,
}

impl ResourceTable {
    /// Whether it is not known yet whether it can be had.
    pub(super) fn is_pending(&self, resource: &Resource) -> bool {
        matches!(
            self.states.get(resource),
            Some(ResourceState::Loading | ResourceState::Waiting(_) | ResourceState::Suspect(_))
        )
    }

    /// Why it cannot be had, where that is certain.
    pub(super) fn failure(&self, resource: &Resource) -> Option<LoadFailure> {
        match self.states.get(resource) {
            Some(ResourceState::Failed(trouble)) => Some(*trouble),
            _ => None,
        }
    }

    /// Whether nothing is pending and nothing has failed.
    pub(super) fn is_idle(&self) -> bool {
        self.states.is_empty()
    }

    /// Whether caches are passed by.
    pub(super) fn bypasses_caches(&self, resource: &Resource) -> bool {
        self.damaged.contains(resource)
    }

    /// Fetches it, unless that is under way or has failed.
    pub(super) fn fetch(&mut self, resource: Resource, actions: &mut Vec<Action>) {
        if !self.states.contains_key(&resource) {
            self.states.insert(resource.clone(), ResourceState::Loading);
            actions.push(Action::Fetch(resource));
        }
    }

    /// Notes that a request has ended. Returns whether anybody waits for it.
    pub(super) fn finish(&mut self, resource: &Resource) -> bool {
        let is_mine = self.states.get(resource) == Some(&ResourceState::Loading);
        if is_mine {
            self.states.remove(resource);
        }
        is_mine
    }

    /// Notes that what came is what it should be. The host is there again: whoever waited for it may ask.
    pub(super) fn succeed(&mut self, resource: &Resource) {
        self.damaged.remove(resource);
        let is_manifest = *resource == Resource::Manifest;
        self.states.retain(|_, state| match state {
            // They wait for one of them, see [`ResourceTable::resolve_suspects`].
            ResourceState::Waiting(LoadFailure::Corrupt) => is_manifest,
            ResourceState::Waiting(_) => false,
            _ => true,
        });
        self.probe = None;
    }

    /// Notes that it could not be had. A source that nobody waits for is not tried again.
    pub(super) fn fail(
        &mut self,
        resource: Resource,
        trouble: LoadFailure,
        is_needed: bool,
        actions: &mut Vec<Action>,
    ) {
        if trouble == LoadFailure::Corrupt {
            self.damaged.insert(resource.clone());
        }
        let is_foreign_answer = resource == Resource::Manifest && trouble == LoadFailure::Corrupt;
        if !is_needed || is_optional(&resource) || !(trouble.is_retryable() || is_foreign_answer) {
            self.states.insert(resource, ResourceState::Failed(trouble));
            if trouble == LoadFailure::Corrupt && self.probe.is_none() {
                // What came past all caches is damaged as well.
                self.fail_waiting();
            }
            return;
        }
        self.states.insert(resource, ResourceState::Waiting(trouble));
        if self.probe.is_some() {
            return;
        }
        let delays: &[u32] = match trouble {
            LoadFailure::Offline => &NO_NETWORK_DELAYS_MS,
            // Its time limit has been waited for already.
            LoadFailure::Timeout => &[],
            _ => &STATUS_DELAYS_MS,
        };
        match delays.get(self.probes) {
            Some(delay) => {
                self.last_timer = (self.last_timer + 1) % FIRST_PROBE_TIMER;
                self.probes += 1;
                self.probe = Some(FIRST_PROBE_TIMER + self.last_timer);
                actions.push(Action::SetTimer(FIRST_PROBE_TIMER + self.last_timer, *delay));
            }
            None => self.fail_waiting(),
        }
    }

    /// Notes that a piece may be of another edition.
    pub(super) fn suspect(&mut self, resource: Resource, trouble: LoadFailure) {
        if trouble == LoadFailure::Corrupt {
            self.damaged.insert(resource.clone());
        }
        self.states.insert(resource, ResourceState::Suspect(trouble));
    }

    /// The host has no other edition, or does not say: one damaged piece is fetched once more past all caches, for which the
    /// others wait; missing pieces have failed.
    pub(super) fn resolve_suspects(&mut self, is_known: bool, actions: &mut Vec<Action>) {
        let mut first = None;
        for (resource, state) in &mut self.states {
            let ResourceState::Suspect(trouble) = *state else { continue };
            *state = match trouble {
                LoadFailure::Corrupt if is_known && !is_optional(resource) => {
                    first.get_or_insert_with(|| resource.clone());
                    ResourceState::Waiting(trouble)
                }
                _ => ResourceState::Failed(trouble),
            };
        }
        if let Some(resource) = first {
            self.states.insert(resource.clone(), ResourceState::Loading);
            actions.push(Action::Fetch(resource));
        }
    }

    /// The wait of that number is over. Returns whether it was one for a probe.
    pub(super) fn timer_fired(&mut self, number: u32, actions: &mut Vec<Action>) -> bool {
        if self.probe == Some(number) {
            self.probe = None;
            let first = self.states.iter().find(|(_, state)| matches!(state, ResourceState::Waiting(_)));
            if let Some(resource) = first.map(|(resource, _)| resource.clone()) {
                self.states.insert(resource.clone(), ResourceState::Loading);
                actions.push(Action::Fetch(resource));
            }
        }
        number >= FIRST_PROBE_TIMER
    }

    /// Everything that waits for the host has failed.
    fn fail_waiting(&mut self) {
        for state in self.states.values_mut() {
            if let ResourceState::Waiting(trouble) = *state {
                *state = ResourceState::Failed(trouble);
            }
        }
    }

    /// Somebody asks: what has failed, or waits, may be tried again.
    pub(super) fn reset_failures(&mut self) {
        self.states.retain(|_, state| *state == ResourceState::Loading);
        (self.probe, self.probes) = (None, 0);
    }

    /// Stops everything of which `is_needed` is not true.
    pub(super) fn cancel_unneeded(
        &mut self,
        is_needed: impl Fn(&Resource) -> bool,
        actions: &mut Vec<Action>,
    ) {
        self.states.retain(|resource, state| {
            let is_kept = matches!(state, ResourceState::Failed(_)) || is_needed(resource);
            if !is_kept && *state == ResourceState::Loading {
                actions.push(Action::Cancel(resource.clone()));
            }
            is_kept
        });
        if self.probe.is_none() && !self.states.values().any(|state| *state == ResourceState::Loading) {
            // Nothing that they wait for is under way any more.
            self.states.retain(|_, state| !matches!(state, ResourceState::Waiting(_)));
        }
    }

    /// Stops everything and forgets what has failed.
    pub(super) fn cancel_all(&mut self, actions: &mut Vec<Action>) {
        let loading = std::mem::take(&mut self.states).into_iter();
        let loading = loading.filter(|(_, state)| *state == ResourceState::Loading);
        actions.extend(loading.map(|(resource, _)| Action::Cancel(resource)));
        self.damaged.clear();
        self.probe = None;
    }
}

/// Cards are shown without their passages: these are worth no second request.
fn is_optional(resource: &Resource) -> bool {
    matches!(resource, Resource::Chunk(Chunk::Texts(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_many_corrupt_chunks_is_refetched_after_the_manifest() {
        let mut resources = ResourceTable::default();
        let mut actions = Vec::new();
        let chunks: Vec<Resource> = (0..20).map(|number| Resource::Chunk(Chunk::Facts(number))).collect();
        for chunk in &chunks {
            resources.fetch(chunk.clone(), &mut actions);
            assert!(resources.finish(chunk));
            resources.suspect(chunk.clone(), LoadFailure::Corrupt);
        }
        resources.fetch(Resource::Manifest, &mut actions);
        assert!(resources.finish(&Resource::Manifest));
        actions.clear();
        resources.resolve_suspects(true, &mut actions);
        resources.succeed(&Resource::Manifest);
        for chunk in &chunks {
            resources.fetch(chunk.clone(), &mut actions);
        }
        let [Action::Fetch(again)] = actions.as_slice() else { panic!("{actions:?}") };
        let again = again.clone();
        // It is well now: the others are fetched as well.
        assert!(resources.finish(&again));
        resources.succeed(&again);
        actions.clear();
        for chunk in chunks.iter().filter(|chunk| **chunk != again) {
            resources.fetch(chunk.clone(), &mut actions);
        }
        assert_eq!(actions.len(), 19);
    }
}
