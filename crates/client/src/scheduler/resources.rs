//! States of all resources that are requested, wanted or lost.
//!
//! The rules for a single resource are in `transitions`. Rules for several:
//! - One request tells whether the host answers again, however many resources wait.
//! - One of several altered chunks is fetched again past all caches; the others wait for it.
//! - The edition file is requested again for the same reader's request only if it has named a new edition, at most
//!   [`MAX_EDITION_CHECKS`] times.
//!
//! What has failed stays so until a reader's request calls [`ResourceTable::reset_failures`].

use thidua_core::collections::{SortedMap, SortedSet};
use thidua_pages::site_model::LoadFailure;

use super::transitions::{Next, ResourceState, after_failure, is_optional};
use super::{Action, Resource};

/// Maximum fetches of the edition file for one request; a host that announces a new edition each time would otherwise be
/// asked without end.
const MAX_EDITION_CHECKS: u8 = 4;
/// Timer numbers from here on end a pause before a further request; smaller ones belong to the pending page.
const FIRST_RETRY_TIMER: u32 = 1 << 31;

/// States of all resources.
#[derive(Debug, Default)]
pub(super) struct ResourceTable {
    states: SortedMap<Resource, ResourceState>,
    /// Resources that were corrupt: the next fetch bypasses all caches.
    damaged: SortedSet<Resource>,
    /// Number of the running timer, and of the last one.
    timer: Option<u32>,
    last_timer: u32,
    /// Pauses since the last reader's request, each longer than the one before.
    pauses: usize,
    /// Fetches of the edition file since the last reader's request, and those among them that named a new edition.
    edition_checks: u8,
    edition_changes: u8,
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

    /// Wanted: an absent resource is requested. Any other state stays.
    pub(super) fn fetch(&mut self, resource: Resource, actions: &mut Vec<Action>) {
        if !self.states.contains_key(&resource) {
            self.load(resource, actions);
        }
    }

    fn load(&mut self, resource: Resource, actions: &mut Vec<Action>) {
        self.states.insert(resource.clone(), ResourceState::Loading);
        actions.push(Action::Fetch(resource));
    }

    /// Records the end of a request. Returns false if the request was cancelled.
    pub(super) fn finish(&mut self, resource: &Resource) -> bool {
        let is_mine = self.states.get(resource) == Some(&ResourceState::Loading);
        if is_mine {
            self.states.remove(resource);
        }
        is_mine
    }

    /// Records that a resource was valid: it is ready. The host responds again, so that those that wait are absent now, as
    /// are suspects if none of them waits for the edition.
    pub(super) fn succeed(&mut self, resource: &Resource) {
        self.damaged.remove(resource);
        let is_edition_open = *resource == Resource::Edition || self.is_pending(&Resource::Edition);
        self.states.retain(|_, state| match state {
            ResourceState::Suspect(_) => is_edition_open,
            ResourceState::Waiting(_) => false,
            ResourceState::Loading | ResourceState::Failed(_) => true,
        });
        self.timer = None;
    }

    /// Records a failure. `is_wanted`: a page or a download waits for the resource.
    pub(super) fn fail(
        &mut self,
        resource: Resource,
        failure: LoadFailure,
        is_wanted: bool,
        actions: &mut Vec<Action>,
    ) {
        if failure == LoadFailure::Corrupt {
            self.damaged.insert(resource.clone());
        }
        let is_edition = resource == Resource::Edition;
        match after_failure(&resource, failure, is_wanted || is_edition, self.may_check_edition()) {
            Next::CheckEdition => {
                self.states.insert(resource, ResourceState::Suspect(failure));
                if !self.is_pending(&Resource::Edition) {
                    self.edition_checks += 1;
                    self.load(Resource::Edition, actions);
                }
            }
            Next::Retry(delays) => {
                self.states.insert(resource, ResourceState::Waiting(failure));
                self.pause(delays, actions);
            }
            Next::Fail => {
                self.states.insert(resource, ResourceState::Failed(failure));
                if failure == LoadFailure::Corrupt && self.timer.is_none() {
                    // What bypassed all caches is corrupt as well.
                    self.fail_waiting();
                }
            }
        }
        if is_edition && self.failure(&Resource::Edition).is_some() {
            self.resolve_suspects(false, actions);
        }
    }

    /// Returns whether the edition file is being requested for the current reader's request, or may be.
    fn may_check_edition(&self) -> bool {
        let may_begin =
            self.edition_checks <= self.edition_changes && self.edition_checks < MAX_EDITION_CHECKS;
        may_begin || self.is_pending(&Resource::Edition)
    }

    /// Sets the timer for the next request, or fails all that wait.
    fn pause(&mut self, delays: &[u32], actions: &mut Vec<Action>) {
        if self.timer.is_some() {
            return;
        }
        match delays.get(self.pauses) {
            Some(delay) => {
                self.last_timer = (self.last_timer + 1) % FIRST_RETRY_TIMER;
                self.pauses += 1;
                self.timer = Some(FIRST_RETRY_TIMER + self.last_timer);
                actions.push(Action::SetTimer(FIRST_RETRY_TIMER + self.last_timer, *delay));
            }
            None => self.fail_waiting(),
        }
    }

    /// Handles a timer: one of those that wait is requested. Returns whether it was a timer of this table.
    pub(super) fn timer_fired(&mut self, number: u32, actions: &mut Vec<Action>) -> bool {
        if self.timer == Some(number) {
            self.timer = None;
            let first = self.states.iter().find(|(_, state)| matches!(state, ResourceState::Waiting(_)));
            if let Some(resource) = first.map(|(resource, _)| resource.clone()) {
                self.load(resource, actions);
            }
        }
        number >= FIRST_RETRY_TIMER
    }

    /// Resolves suspects if the host has no other edition (`is_known`) or does not tell: one that was altered is fetched
    /// again past all caches, and the others of its kind wait for it; missing ones fail.
    pub(super) fn resolve_suspects(&mut self, is_known: bool, actions: &mut Vec<Action>) {
        let mut first = None;
        for (resource, state) in self.states.iter_mut() {
            let ResourceState::Suspect(failure) = *state else { continue };
            if failure == LoadFailure::Corrupt && is_known && !is_optional(resource) {
                first.get_or_insert_with(|| resource.clone());
            } else {
                *state = ResourceState::Failed(failure);
            }
        }
        if let Some(resource) = first {
            self.load(resource, actions);
        }
    }

    /// Fails all that wait, except suspects whose edition is being asked for.
    fn fail_waiting(&mut self) {
        let is_edition_open = self.states.get(&Resource::Edition) == Some(&ResourceState::Loading);
        for (_, state) in self.states.iter_mut() {
            match *state {
                ResourceState::Suspect(_) if is_edition_open => {}
                ResourceState::Waiting(failure) | ResourceState::Suspect(failure) => {
                    *state = ResourceState::Failed(failure);
                }
                ResourceState::Loading | ResourceState::Failed(_) => {}
            }
        }
    }

    /// A reader asks: all that is not being requested is absent now, and pauses begin anew.
    pub(super) fn reset_failures(&mut self) {
        self.states.retain(|_, state| *state == ResourceState::Loading);
        (self.timer, self.pauses) = (None, 0);
        (self.edition_checks, self.edition_changes) = (0, 0);
    }

    /// Resources for which `is_needed` is false are absent now; failures stay, so that nothing asks again.
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
        if self.timer.is_none() && !self.states.iter().any(|(_, state)| *state == ResourceState::Loading) {
            // Nothing that could wake them is running any more.
            self.states.retain(|_, state| matches!(state, ResourceState::Failed(_)));
        }
    }

    /// The host has another edition: all is absent now, under new names.
    pub(super) fn begin_edition(&mut self, actions: &mut Vec<Action>) {
        let loading = std::mem::take(&mut self.states).into_iter();
        let loading = loading.filter(|(_, state)| *state == ResourceState::Loading);
        actions.extend(loading.map(|(resource, _)| Action::Cancel(resource)));
        self.damaged.clear();
        self.timer = None;
        self.edition_changes = self.edition_changes.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_search::index_format::Chunk;

    #[test]
    fn one_of_many_corrupt_chunks_is_refetched_after_the_edition_file() {
        let mut resources = ResourceTable::default();
        let mut actions = Vec::new();
        let chunks: Vec<Resource> = (0..20).map(|number| Resource::Chunk(Chunk::Facts(number))).collect();
        for chunk in &chunks {
            resources.fetch(chunk.clone(), &mut actions);
            assert!(resources.finish(chunk));
            resources.fail(chunk.clone(), LoadFailure::Corrupt, true, &mut actions);
        }
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
