//! Rendering of a page to HTML by Leptos.
//!
//! This crate chooses no mode of Leptos: the final program must enable its feature `ssr` (as the command line does), else the
//! markup lacks what hydration needs.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use thidua_client::{Engine, PageResponse};
use thidua_pages::route::Route;
use thidua_ui::app::App;
use thidua_ui::context::{PageState, Site};
use thidua_ui::location::{Address, Location};

/// Returns the markup inside `#app` for this response to `route`, exactly as the app expects it for hydration.
pub fn render(engine: &Engine, route: &Route, response: PageResponse) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let site = Site {
        base: Arc::new(engine.site().base.clone()),
        origin: engine.site().origin.as_str().into(),
        languages: engine.site().catalogue.languages(),
    };
    let html = owner.with(|| {
        let location = Location::new(Address { path: route.path(), query: String::new() });
        let state = PageState::new(response);
        view! { <App site=site location=location state=state/> }.to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}
