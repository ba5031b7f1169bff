//! States of all fetched resources, and the retry rules.
//!
//! A host that fails temporarily (no network, 429, 5xx; not a timeout) is probed: one request after
//! [`STATUS_DELAYS_MS`] or [`NO_NETWORK_DELAYS_MS`], however many resources wait for it. When the delays are used up,
//! all waiting resources fail until a request or download calls [`ResourceTable::reset_failures`]. A missing or
//! corrupt chunk is *suspect* until the edition file tells whether the host has another edition.

use thidua_core::collections::{SortedMap, SortedSet};
use thidua_pages::site_model::LoadFailure;
use thidua_search::index_format::Chunk;

use super::{Action, Resource};

/// Delay before each probe of a host that reports an error or sends something else than an edition file, in
/// milliseconds.
const STATUS_DELAYS_MS: [u32; 2] = [1_000, 3_000];
/// Delay before each probe of a network that does not respond, in milliseconds. One, since browsers have retried
/// already.
const NO_NETWORK_DELAYS_MS: [u32; 1] = [500];
/// Timer numbers from here on are probes; smaller ones belong to the pending page.
const FIRST_PROBE_TIMER: u32 = 1 << 31;

/// State of a resource. A resource without a state was never fetched, or is loaded and stored elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ResourceState {
    /// A request is running.
    Loading,
    /// Waits for the next probe.
    Waiting(LoadFailure),
    /// Waits for the edition file.
    Suspect(LoadFailure),
    /// Cannot be loaded.
    Failed(LoadFailure),
}

/// States of all resources.
#[derive(Debug, Default)]
pub(super) struct ResourceTable {
    states: SortedMap<Resource, ResourceState>,
    /// Resources that were corrupt: the next fetch bypasses all caches.
    damaged: SortedSet<Resource>,
    /// Number of the timer for the next probe.
    probe: Option<u32>,
    /// Probes since the last [`ResourceTable::reset_failures`].
    probes: usize,
    /// Last timer number.
    last_timer: u32,
}

impl ResourceTable {
    /// Returns whether a resource is being fetched or may still be.
    pub(super) fn is_pending(&self, resource: &Resource) -> bool {
        matches!(
            self.states.get(resource),
            Some(ResourceState::Loading | ResourceState::Waiting(_) | ResourceState::Suspect(_))
        )
    }

    /// Reason why a resource cannot be loaded. `None` while that is open.
    pub(super) fn failure(&self, resource: &Resource) -> Option<LoadFailure> {
        match self.states.get(resource) {
            Some(ResourceState::Failed(failure)) => Some(*failure),
            _ => None,
        }
    }

    /// Returns whether no resource is pending or failed.
    pub(super) fn is_idle(&self) -> bool {
        self.states.is_empty()
    }

    /// Returns whether the next fetch bypasses caches.
    pub(super) fn bypasses_caches(&self, resource: &Resource) -> bool {
        self.damaged.contains(resource)
    }

    /// Fetches a resource unless it is pending or has failed.
    pub(super) fn fetch(&mut self, resource: Resource, actions: &mut Vec<Action>) {
        if !self.states.contains_key(&resource) {
            self.states.insert(resource.clone(), ResourceState::Loading);
            actions.push(Action::Fetch(resource));
        }
    }

    /// Records the end of a request. Returns false if the request was cancelled.
    pub(super) fn finish(&mut self, resource: &Resource) -> bool {
        let is_mine = self.states.get(resource) == Some(&ResourceState::Loading);
        if is_mine {
            self.states.remove(resource);
        }
        is_mine
    }

    /// Records that a resource was valid. The host responds again, so that waiting resources may be fetched.
    pub(super) fn succeed(&mut self, resource: &Resource) {
        self.damaged.remove(resource);
        let is_edition_file = *resource == Resource::Edition;
        self.states.retain(|_, state| match state {
            // Corrupt chunks wait for one of their number, see [`ResourceTable::resolve_suspects`].
            ResourceState::Waiting(LoadFailure::Corrupt) => is_edition_file,
            ResourceState::Waiting(_) => false,
            _ => true,
        });
        self.probe = None;
    }

    /// Records a failure. A resource that nothing needs is not retried.
    pub(super) fn fail(
        &mut self,
        resource: Resource,
        failure: LoadFailure,
        is_needed: bool,
        actions: &mut Vec<Action>,
    ) {
        if failure == LoadFailure::Corrupt {
            self.damaged.insert(resource.clone());
        }
        let is_foreign_answer = resource == Resource::Edition && failure == LoadFailure::Corrupt;
        if !is_needed || is_optional(&resource) || !(failure.is_retryable() || is_foreign_answer) {
            self.states.insert(resource, ResourceState::Failed(failure));
            if failure == LoadFailure::Corrupt && self.probe.is_none() {
                // What bypassed all caches is corrupt as well.
                self.fail_waiting();
            }
            return;
        }
        self.states.insert(resource, ResourceState::Waiting(failure));
        if self.probe.is_some() {
            return;
        }
        let delays: &[u32] = match failure {
            LoadFailure::Offline => &NO_NETWORK_DELAYS_MS,
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

    /// Records that a chunk may belong to another edition.
    pub(super) fn suspect(&mut self, resource: Resource, failure: LoadFailure) {
        if failure == LoadFailure::Corrupt {
            self.damaged.insert(resource.clone());
        }
        self.states.insert(resource, ResourceState::Suspect(failure));
    }

    /// Resolves suspect chunks if the host has no other edition or does not tell: one corrupt chunk is fetched again
    /// past all caches, and the others wait for it; missing chunks fail.
    pub(super) fn resolve_suspects(&mut self, is_known: bool, actions: &mut Vec<Action>) {
        let mut first = None;
        for (resource, state) in self.states.iter_mut() {
            let ResourceState::Suspect(failure) = *state else { continue };
            *state = match failure {
                LoadFailure::Corrupt if is_known && !is_optional(resource) => {
                    first.get_or_insert_with(|| resource.clone());
                    ResourceState::Waiting(failure)
                }
                _ => ResourceState::Failed(failure),
            };
        }
        if let Some(resource) = first {
            self.states.insert(resource.clone(), ResourceState::Loading);
            actions.push(Action::Fetch(resource));
        }
    }

    /// Handles a timer. Returns whether it was a probe timer.
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

    /// Fails all waiting resources.
    fn fail_waiting(&mut self) {
        for (_, state) in self.states.iter_mut() {
            if let ResourceState::Waiting(failure) = *state {
                *state = ResourceState::Failed(failure);
            }
        }
    }

    /// Allows failed and waiting resources to be fetched again.
    pub(super) fn reset_failures(&mut self) {
        self.states.retain(|_, state| *state == ResourceState::Loading);
        (self.probe, self.probes) = (None, 0);
    }

    /// Cancels all resources for which `is_needed` is false.
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
        if self.probe.is_none() && !self.states.iter().any(|(_, state)| *state == ResourceState::Loading) {
            // Nothing that could wake them is running any more.
            self.states.retain(|_, state| !matches!(state, ResourceState::Waiting(_)));
        }
    }

    /// Cancels everything and forgets all failures.
    pub(super) fn cancel_all(&mut self, actions: &mut Vec<Action>) {
        let loading = std::mem::take(&mut self.states).into_iter();
        let loading = loading.filter(|(_, state)| *state == ResourceState::Loading);
        actions.extend(loading.map(|(resource, _)| Action::Cancel(resource)));
        self.damaged.clear();
        self.probe = None;
    }
}

/// Texts are optional: cards are shown without passages, and a second request is not worthwhile.
fn is_optional(resource: &Resource) -> bool {
    matches!(resource, Resource::Chunk(Chunk::Texts(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_many_corrupt_chunks_is_refetched_after_the_edition_file() {
        let mut resources = ResourceTable::default();
        let mut actions = Vec::new();
        let chunks: Vec<Resource> = (0..20).map(|number| Resource::Chunk(Chunk::Facts(number))).collect();
        for chunk in &chunks {
            resources.fetch(chunk.clone(), &mut actions);
            assert!(resources.finish(chunk));
            resources.suspect(chunk.clone(), LoadFailure::Corrupt);
        }
        resources.fetch(Resource::Edition, &mut actions);
        assert!(resources.finish(&Resource::Edition));
        actions.clear();
        resources.resolve_suspects(true, &mut actions);
        resources.succeed(&Resource::Edition);
        for chunk in &chunks {
            resources.fetch(chunk.clone(), &mut actions);
        }
        let [Action::Fetch(again)] = actions.as_slice() else { panic!("{actions:?}") };
        let again = again.clone();
        // The chunk is valid now, so that the others are fetched as well.
        assert!(resources.finish(&again));
        resources.succeed(&again);
        actions.clear();
        for chunk in chunks.iter().filter(|chunk| **chunk != again) {
            resources.fetch(chunk.clone(), &mut actions);
        }
        assert_eq!(actions.len(), 19);
    }
}
