//! The page for unknown addresses (404).

use maud::{Markup, html};

use crate::context::PageContext;
use crate::html::components::spaced;
use crate::route::Page;

/// Returns the 404 page; the search box stands above it as on every page.
pub fn not_found_page(ctx: &PageContext<'_>) -> Markup {
    let w = ctx.words;
    let links = [
        (w.nav_home, Page::Home),
        (w.nav_campaigns, Page::Campaigns),
        (w.nav_organisations, Page::Organisations),
        (w.nav_figures, Page::Figures),
        (w.nav_timeline, Page::Timeline),
    ];
    spaced(html! {
        header.head {
            h1 { (w.not_found_title) }
            p.lede { (w.not_found_text) }
        }
        ul.name-list { @for (name, page) in links { li { a href=(ctx.href(page)) { (name) } } } }
    })
}
