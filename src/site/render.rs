//! One page as HTML.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::route::Route;
use crate::ui::app::App;
use crate::ui::context::Site;
use crate::ui::location::Address;

/// The markup below `#app`, as the app will find it when it takes over.
pub fn render(site: &Site, route: &Route) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let address = Address { path: route.path(), query: String::new() };
    let site = site.clone();
    let html = owner.with(|| view! { <App site=site address=address/> }.to_html());
    owner.unset_with_forced_cleanup();
    html
}
