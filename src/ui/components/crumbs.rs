//! The way back: the list that a page belongs to.

use leptos::prelude::*;

use crate::route::Page;
use crate::ui::context::Ctx;

impl Ctx<'_> {
    /// "Phong trào ›" above the heading of a single page.
    pub fn crumbs(self, up: Page, name: &'static str) -> AnyView {
        view! {
            <nav class="crumbs" aria-label=self.w.breadcrumb>
                <a href=self.href(up)>{name}</a>
                <span aria-hidden="true">" ›"</span>
            </nav>
        }
        .into_any()
    }
}
