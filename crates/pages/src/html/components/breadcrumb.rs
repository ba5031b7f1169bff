//! The way back: the list that a page belongs to.

use maud::{Markup, html};

use crate::context::PageContext;
use crate::route::Page;

/// "Phong trào ›" above the heading of a single page.
pub fn breadcrumb(ctx: &PageContext<'_>, up: Page, name: &str) -> Markup {
    html! {
        nav.crumbs aria-label=(ctx.words.breadcrumb) {
            a href=(ctx.href(up)) { (name) }
            span aria-hidden="true" { " ›" }
        }
    }
}
