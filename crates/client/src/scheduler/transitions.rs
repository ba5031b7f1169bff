//! States of a resource, and what follows a failure: the table of `docs/client.md`, without anything that changes.

use thidua_pages::site_model::LoadFailure;
use thidua_search::index_format::Chunk;

use super::Resource;

/// Delay before each further request to a host that reports an error or sends something else than a page or an edition file,
/// in milliseconds.
pub(super) const STATUS_DELAYS_MS: [u32; 2] = [1_000, 3_000];
/// Delay before each further request while the network does not respond, in milliseconds. One, since browsers have retried
/// already.
pub(super) const NO_NETWORK_DELAYS_MS: [u32; 1] = [500];

/// State of a resource. One without a state is *absent* (never requested, or no longer wanted) or *ready* (the scheduler has
/// its content).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ResourceState {
    /// A request is running.
    Loading,
    /// Is requested again after a pause.
    Waiting(LoadFailure),
    /// May belong to another build: waits until the host has named its edition, and then, if it was altered, until one of
    /// its kind has come past all caches.
    Suspect(LoadFailure),
    /// Is not requested again until a reader asks.
    Failed(LoadFailure),
}

/// What follows a failed request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The resource is suspect; the edition file is requested.
    CheckEdition,
    /// The resource waits. Delays in milliseconds until each further request; when they are used up, it fails.
    Retry(&'static [u32]),
    /// The resource has failed.
    Fail,
}

/// Returns what follows a failed request. `is_wanted`: a page or a download waits for the resource. `may_check_edition`: the
/// edition file has not been requested in vain for the same reader's request.
pub(super) fn after_failure(
    resource: &Resource,
    failure: LoadFailure,
    is_wanted: bool,
    may_check_edition: bool,
) -> Next {
    let (retry_status, retry_network) = (Next::Retry(&STATUS_DELAYS_MS), Next::Retry(&NO_NETWORK_DELAYS_MS));
    match (resource, failure) {
        // The site may have been rebuilt.
        (Resource::Chunk(_) | Resource::Corpus, LoadFailure::NotFound | LoadFailure::Corrupt)
            if may_check_edition =>
        {
            Next::CheckEdition
        }
        _ if !is_wanted || is_optional(resource) => Next::Fail,
        (_, LoadFailure::Offline) => retry_network,
        (_, LoadFailure::HttpStatus(429 | 500..=599)) => retry_status,
        // Something between reader and host has answered, such as the login page of a network.
        (Resource::Edition | Resource::Page(_), LoadFailure::Corrupt) => retry_status,
        // The reader has waited long for it (timeout), or the host would only repeat it.
        _ => Next::Fail,
    }
}

/// Returns whether a page is complete enough without the resource, so that a second request is not worthwhile: cards are shown
/// without passages.
pub(super) fn is_optional(resource: &Resource) -> bool {
    matches!(resource, Resource::Chunk(Chunk::Texts(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [Resource; 5] = [
        Resource::Edition,
        Resource::Chunk(Chunk::Meta),
        Resource::Chunk(Chunk::Texts(0)),
        Resource::Corpus,
        Resource::Page(String::new()),
    ];

    /// What follows each failure, for the kinds of [`KINDS`] in turn.
    fn table() -> Vec<(LoadFailure, [Next; 5])> {
        use Next::{CheckEdition, Fail};
        let (status, network) = (Next::Retry(&STATUS_DELAYS_MS), Next::Retry(&NO_NETWORK_DELAYS_MS));
        vec![
            (LoadFailure::Offline, [network, network, Fail, network, network]),
            (LoadFailure::Timeout, [Fail; 5]),
            (LoadFailure::HttpStatus(403), [Fail; 5]),
            (LoadFailure::HttpStatus(429), [status, status, Fail, status, status]),
            (LoadFailure::HttpStatus(500), [status, status, Fail, status, status]),
            (LoadFailure::HttpStatus(599), [status, status, Fail, status, status]),
            (LoadFailure::NotFound, [Fail, CheckEdition, CheckEdition, CheckEdition, Fail]),
            (LoadFailure::Corrupt, [status, CheckEdition, CheckEdition, CheckEdition, status]),
            (LoadFailure::TooLarge, [Fail; 5]),
        ]
    }

    #[test]
    fn what_follows_a_failure_is_as_in_the_table() {
        for (failure, expected) in table() {
            let next = KINDS.map(|resource| after_failure(&resource, failure, true, true));
            assert_eq!(next, expected, "{failure:?}");
        }
    }

    #[test]
    fn retries_end_with_a_failure_where_nobody_waits_or_the_edition_was_checked() {
        for (failure, expected) in table() {
            for (resource, expected) in KINDS.iter().zip(expected) {
                let unwanted = if expected == Next::CheckEdition { expected } else { Next::Fail };
                assert_eq!(
                    after_failure(resource, failure, false, true),
                    unwanted,
                    "{resource:?} {failure:?}"
                );
                let checked = if expected == Next::CheckEdition { Next::Fail } else { expected };
                assert_eq!(
                    after_failure(resource, failure, true, false),
                    checked,
                    "{resource:?} {failure:?}"
                );
            }
        }
    }
}
