//! The way back: the list that a page belongs to.

use maud::{Markup, html};

use crate::html::PageContext;
use crate::route::Page;

impl PageContext<'_> {
    /// "Phong trào ›" above the heading of a single page.
    pub fn crumbs(self, up: Page, name: &str) -> Markup {
        html! {
            nav.crumbs aria-label=(self.w.breadcrumb) {
                a href=(self.href(up)) { (name) }
                span aria-hidden="true" { " ›" }
            }
        }
    }
}
