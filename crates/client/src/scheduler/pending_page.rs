//! The pending page request.

use thidua_pages::route::Route;

use super::Resource;
use super::keystroke::is_one_keystroke;
use super::requirement::Awaited;
use super::resources::ResourceTable;
use crate::{PageRequest, Parsed};

/// Purpose of a timer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timer {
    Typing,
    EarlyReply,
    Idle,
}

/// The last page request and its progress.
#[derive(Debug)]
pub(super) struct PendingPage {
    pub(super) number: u32,
    pub(super) request: Parsed<PageRequest>,
    /// True if another page, or one of another edition, is shown: the lead of the home page must come with its results.
    pub(super) is_entered: bool,
    /// True if a word is being typed.
    pub(super) is_typed: bool,
    pub(super) is_done: bool,
    /// Last timer that has fired.
    pub(super) fired: Option<Timer>,
    pub(super) was_replied_early: bool,
    /// Resources that were missing at the last attempt.
    pub(super) awaited: Awaited,
    /// Number of redirects followed.
    redirects: u8,
}

/// Redirects after which a loop is assumed.
const MAX_REDIRECTS: u8 = 5;

impl PendingPage {
    /// Creates the pending request that replaces `before`.
    pub(super) fn new(
        number: u32,
        request: Parsed<PageRequest>,
        before: Option<&PendingPage>,
    ) -> PendingPage {
        let is_typed = before.is_some_and(|before| is_one_keystroke(&before.request.search, &request.search));
        let is_entered = before.is_some_and(|before| {
            before.request.route != request.route || (before.is_entered && !before.was_replied_early)
        });
        PendingPage {
            number,
            request,
            is_entered,
            is_typed,
            is_done: false,
            fired: None,
            was_replied_early: false,
            awaited: Awaited::default(),
            redirects: 0,
        }
    }

    /// Resources to wait for before a new attempt is worthwhile. Of twenty chunks only the required ones and the last
    /// justify an attempt.
    pub(super) fn pending_resources(&self, table: &ResourceTable) -> Vec<Resource> {
        let Awaited { resources, required } = &self.awaited;
        let is_lost = resources.iter().any(|resource| table.failure(resource).is_some());
        let is_early = self.fired == Some(Timer::EarlyReply) && !self.was_replied_early;
        let has_first = !resources.iter().take(*required).any(|resource| table.is_pending(resource));
        if is_lost || (is_early && has_first) {
            return Vec::new();
        }
        resources.iter().filter(|resource| table.is_pending(resource)).cloned().collect()
    }

    /// Starts again for a new edition, whose lead may be another one.
    pub(super) fn restart(&mut self) {
        (self.awaited, self.is_entered) = (Awaited::default(), true);
    }

    /// Follows a redirect. Returns false if there were too many.
    pub(super) fn redirect(&mut self, path: String) -> bool {
        self.redirects += 1;
        self.request.route = Route::parse(&path);
        self.request.raw.path = path;
        self.redirects <= MAX_REDIRECTS
    }
}
