//! One page as HTML.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use thidua_client::{Engine, PageResponse};
use thidua_pages::route::Route;
use thidua_ui::app::App;
use thidua_ui::context::{PageState, Site};
use thidua_ui::location::{Address, Location};

/// The markup below `#app` for this answer to `route`, as the app will find it when it takes over.
pub fn render(engine: &Engine, route: &Route, answer: PageResponse) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let site =
        Site { base: Arc::new(engine.site().base.clone()), origin: engine.site().origin.as_str().into() };
    let html = owner.with(|| {
        let location = Location::new(Address { path: route.path(), query: String::new() });
        let state = PageState::new(answer);
        view! { <App site=site location=location state=state/> }.to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}
