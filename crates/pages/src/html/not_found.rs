//! The page for addresses that lead nowhere: says so, and where to go.

use maud::{Markup, html};

use super::PageContext;
use super::components::spaced;
use crate::route::Page;

impl PageContext<'_> {
    /// A helpful 404; the search box stands above it as on every page.
    pub fn not_found_page(self) -> Markup {
        let w = self.w;
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
            ul.name-list { @for (name, page) in links { li { a href=(self.href(page)) { (name) } } } }
        })
    }
}
