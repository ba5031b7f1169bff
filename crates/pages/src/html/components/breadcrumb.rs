//! The breadcrumb: the list to which a page belongs.

use maud::{Markup, html};

use crate::context::PageContext;
use crate::route::Page;

/// Returns the link above the heading of a page: "Phong trào ›".
pub fn breadcrumb(ctx: &PageContext<'_>, up: Page, name: &str) -> Markup {
    html! {
        nav.crumbs aria-label=(ctx.words.breadcrumb) {
            a href=(ctx.href(up)) { (name) }
            span aria-hidden="true" { " ›" }
        }
    }
}
