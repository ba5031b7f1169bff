//! One page as HTML.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::engine::{Answer, Engine};
use crate::route::Route;
use crate::ui::app::App;
use crate::ui::context::{Shown, Site};
use crate::ui::location::{Address, Location};

/// The markup below `#app` for this answer to `route`, as the app will find it when it takes over.
pub fn render(engine: &Engine, route: &Route, answer: Answer) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let site =
        Site { base: Arc::new(engine.site().base.clone()), origin: engine.site().origin.as_str().into() };
    let html = owner.with(|| {
        let location = Location::new(Address { path: route.path(), query: String::new() });
        let shown = Shown::new(answer);
        view! { <App site=site location=location shown=shown/> }.to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}
