//! What buttons in static markup ask of the app with `data-do`: the code of a frame, the program of the workbench. What
//! needs no app (copying and sharing links, printing, the theme) is done by `src/site/early.js`.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};

use super::clipboard::copy;
use super::embed::code_beside;

/// Does what the clicked button asks for. Says whether it was such a button.
pub fn run(event: &Event, origin: &str) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some(button) = target.and_then(|t| t.closest("[data-do]").ok().flatten()) else { return false };
    match button.get_attribute("data-do").as_deref() {
        Some("copy-code") => start_copy_code(button, origin),
        Some("desk") => super::desk::load(),
        _ => return false,
    }
    true
}

/// Copies the code of a frame; where the browser refuses, it stands above the button, chosen for copying by hand.
fn start_copy_code(button: Element, origin: &str) {
    let Some(code) = code_beside(&button, origin) else { return };
    spawn_local(async move {
        let Some(said) = button.next_element_sibling() else { return };
        let name = if copy(&code.value()).await { "data-said" } else { "data-failed" };
        said.set_text_content(button.get_attribute(name).as_deref());
        if name == "data-failed" {
            code.select();
        }
    });
}
