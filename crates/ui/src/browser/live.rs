//! State of the page: is the app running?

use web_sys::Element;

/// Attribute of the root element while the app is running. Styles hide what only the app can do.
const LIVE: &str = "data-live";

/// Sets whether the app is running.
pub fn set_live(live: bool) {
    if let Some(root) = root() {
        let _ = if live { root.set_attribute(LIVE, "") } else { root.remove_attribute(LIVE) };
    }
}

/// Returns whether the app is running. If not, links and forms are the browser's.
pub fn is_live() -> bool {
    root().is_some_and(|root| root.has_attribute(LIVE))
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}
