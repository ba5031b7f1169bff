//! The page for addresses that lead nowhere: says so, and where to go.

use leptos::prelude::*;

use crate::route::Page;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// A helpful 404; the search box stands above it as on every page.
    pub(super) fn not_found_page(self) -> AnyView {
        let w = self.w;
        let links = [
            (w.nav_home, Page::Home),
            (w.nav_campaigns, Page::Campaigns),
            (w.nav_organisations, Page::Organisations),
            (w.nav_figures, Page::Figures),
            (w.nav_timeline, Page::Timeline),
        ];
        let links = links.map(|(name, page)| view! { <li><a href=self.href(page)>{name}</a></li> });
        view! {
            <h1>{w.not_found_title}</h1>
            <p class="lede">{w.not_found_text}</p>
            <ul class="name-list">{links.into_iter().collect_view()}</ul>
        }
        .into_any()
    }
}
