//! A page with the choices in its address.

use crate::route::Page;

/// A page as it is shown: with the choices in its address.
#[derive(Debug, Clone, Copy)]
pub struct PageView<'p> {
    /// The page.
    pub page: &'p Page,
    /// The query without `?`; only the explorer has one that counts.
    pub query: &'p str,
}

impl<'p> PageView<'p> {
    /// A page without choices.
    pub fn of(page: &'p Page) -> PageView<'p> {
        PageView { page, query: "" }
    }

    /// Whether its charts are built as frames; a view of the explorer exists in its address only.
    pub fn has_frames(self) -> bool {
        !matches!(self.page, Page::Figures | Page::Embed)
    }
}
