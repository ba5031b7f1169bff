//! Light and dark. The starter script in `index.html` applies the stored choice before the first paint.

/// Where the choice is kept; the starter script reads the same name.
const KEY: &str = "theme";

/// Switches to the other theme and keeps the choice where the browser allows it.
pub fn toggle_theme() {
    let Some(window) = web_sys::window() else { return };
    let Some(root) = window.document().and_then(|d| d.document_element()) else { return };
    let system_is_dark = window
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let is_dark = root.get_attribute("data-theme").map_or(system_is_dark, |theme| theme == "dark");
    let theme = if is_dark { "light" } else { "dark" };
    // Both can be refused (storage blocked); the page then simply keeps its theme until it is left.
    let _ = root.set_attribute("data-theme", theme);
    if let Ok(Some(storage)) = window.local_storage() {
        let _ = storage.set_item(KEY, theme);
    }
}
