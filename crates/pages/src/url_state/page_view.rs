//! A page with the query of its address.

use crate::route::Page;

/// A page and the query that chooses its content.
#[derive(Debug, Clone, Copy)]
pub struct PageView<'p> {
    /// The page.
    pub page: &'p Page,
    /// The query without `?`. It matters only for the home page, the explorer and its frames.
    pub query: &'p str,
}

impl<'p> PageView<'p> {
    /// The view of a page without a query.
    pub fn new(page: &'p Page) -> PageView<'p> {
        PageView { page, query: "" }
    }

    /// True if its charts are built as frames; a view of the explorer exists in its address only.
    pub fn has_frames(self) -> bool {
        !matches!(self.page, Page::Figures | Page::Embed)
    }
}
