//! Where articles differ on one thing.

use maud::{Markup, html};

use thidua_pages::PageContext;

/// Returns the page.
pub fn differences_page(ctx: &PageContext<'_>) -> Markup {
    html! { header.head { h1 { (ctx.words.nav_differences) } } }
}
