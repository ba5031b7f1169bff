//! Buttons with `data-do` in static markup that need the app: frame code, editor. Others (copying and sharing links,
//! printing, the theme) are handled by `crates/site/src/scripts/page/actions.js`.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, Element, Event};

use super::clipboard::copy;
use super::clock::today;
use super::download::save;
use super::embed::completed_frame_code;

/// Runs the action of the clicked button. Returns whether there was one.
pub fn run(event: &Event, origin: &str) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some(button) = target.and_then(|t| t.closest("[data-do]").ok().flatten()) else { return false };
    match button.get_attribute("data-do").as_deref() {
        Some("copy-code") => start_copy_code(button, origin),
        // If the text cannot be saved, the link leads to the file.
        Some("save") if start_save(&button).is_some() => event.prevent_default(),
        Some("save") => {}
        Some("desk") => super::editor_loader::load(),
        _ => return false,
    }
    true
}

/// Returns whether a retry button was clicked.
pub fn is_retry(event: &Event) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|t| t.closest("[data-do=retry]").is_ok_and(|button| button.is_some()))
}

/// Saves the text that a link names instead of the linked file: the text has complete addresses and the date of access, which
/// the file lacks.
fn start_save(link: &Element) -> Option<()> {
    let id = link.get_attribute("data-from")?;
    let shown = link.owner_document()?.get_element_by_id(&id)?;
    state_access(&shown);
    let text = shown.text_content()?;
    let name = link.get_attribute("download")?;
    let options = BlobPropertyBag::new();
    options.set_type(&link.get_attribute("data-mime")?);
    let parts = Array::of1(&JsValue::from_str(&format!("{text}\n")));
    save(&name, &Blob::new_with_str_sequence_and_options(&parts, &options).ok()?).ok()
}

/// Writes the date of access into a citation, see `thidua_pages::html::components`.
fn state_access(shown: &Element) {
    let Ok(places) = shown.query_selector_all("[data-accessed]") else { return };
    for place in (0..places.length()).filter_map(|at| places.get(at)) {
        if let Some(element) = place.dyn_ref::<Element>() {
            let template = element.get_attribute("data-accessed").unwrap_or_default();
            place.set_text_content(Some(&today().fill(&template)));
        }
    }
}

/// Copies the code of a frame. If the browser refuses, selects it for copying by hand.
fn start_copy_code(button: Element, origin: &str) {
    let Some(code) = completed_frame_code(&button, origin) else { return };
    spawn_local(async move {
        let Some(status) = button.next_element_sibling() else { return };
        let name = if copy(&code.value()).await { "data-said" } else { "data-failed" };
        status.set_text_content(button.get_attribute(name).as_deref());
        if name == "data-failed" {
            code.select();
        }
    });
}
