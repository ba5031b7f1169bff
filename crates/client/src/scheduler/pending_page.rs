//! The question that counts, and what it waits for.

use super::Resource;
use super::keystroke::is_one_keystroke;
use super::requirement::Awaited;
use super::resources::ResourceTable;
use crate::{PageRequest, Parsed};
use thidua_pages::route::Route;

/// What a time that passes is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timer {
    Typing,
    EarlyReply,
    Idle,
}

/// The question that counts.
#[derive(Debug)]
pub(super) struct PendingPage {
    pub(super) number: u32,
    pub(super) request: Parsed<PageRequest>,
    /// Whether words are being typed.
    pub(super) is_typed: bool,
    pub(super) is_done: bool,
    /// The last pause that is over.
    pub(super) elapsed: Option<Timer>,
    pub(super) was_replied_early: bool,
    /// What was found to be missing when it was last looked.
    pub(super) awaited: Awaited,
    /// How many pages have said that the page has moved.
    redirects: u8,
}

/// Pages that lead on to pages: with more of them than these they lead in a circle.
const MAX_REDIRECTS: u8 = 5;

impl PendingPage {
    /// A question that came after `before`.
    pub(super) fn new(
        number: u32,
        request: Parsed<PageRequest>,
        before: Option<&Parsed<PageRequest>>,
    ) -> PendingPage {
        let is_typed = before.is_some_and(|before| is_one_keystroke(&before.search, &request.search));
        PendingPage {
            number,
            request,
            is_typed,
            is_done: false,
            elapsed: None,
            was_replied_early: false,
            awaited: Awaited::default(),
            redirects: 0,
        }
    }

    /// What it still waits for where nothing new can be said before that comes. Of twenty pieces only the first few and
    /// the last are worth a look at everything.
    pub(super) fn pending_resources(&self, table: &ResourceTable) -> Vec<Resource> {
        let Awaited { resources, required } = &self.awaited;
        let is_lost = resources.iter().any(|resource| table.failure(resource).is_some());
        let is_early = self.elapsed == Some(Timer::EarlyReply) && !self.was_replied_early;
        let has_first = !resources.iter().take(*required).any(|resource| table.is_pending(resource));
        if is_lost || (is_early && has_first) {
            return Vec::new();
        }
        resources.iter().filter(|resource| table.is_pending(resource)).cloned().collect()
    }

    /// The site is another: everything is needed anew.
    pub(super) fn restart(&mut self) {
        self.awaited = Awaited::default();
    }

    /// The page that is asked for has moved to that path. Returns whether that can be followed.
    pub(super) fn redirect(&mut self, path: String) -> bool {
        self.redirects += 1;
        self.request.route = Route::parse(&path);
        self.request.raw.path = path;
        self.redirects <= MAX_REDIRECTS
    }
}
