//! What buttons in static markup ask for with `data-do`: copy, share, print, theme, the code of a frame.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};

use super::clipboard::{copy, share};
use super::embed::code_beside;
use super::theme::toggle_theme;
use super::window::{absolute, here, print};

/// Does what the clicked button asks for. Says whether it was such a button.
pub fn run(event: &Event, origin: &str) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some(button) = target.and_then(|t| t.closest("[data-do]").ok().flatten()) else { return false };
    match button.get_attribute("data-do").as_deref() {
        Some("copy") => start_copy(button, origin),
        Some("share") => {
            let url = address(&button, origin);
            let title = button.get_attribute("data-title").unwrap_or_default();
            spawn_local(async move { share(&title, &url).await });
        }
        Some("copy-code") => start_copy_code(button, origin),
        Some("print") => print(),
        Some("theme") => toggle_theme(),
        Some("desk") => super::desk::load(),
        _ => return false,
    }
    true
}

/// Whether the clicked button stands where something could not be loaded, and asks for it again.
pub fn is_retry(event: &Event) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|t| t.closest("[data-do=retry]").is_ok_and(|button| button.is_some()))
}

fn address(button: &Element, origin: &str) -> String {
    match button.get_attribute("data-href") {
        Some(href) if !href.is_empty() => absolute(origin, &href),
        _ => here(origin),
    }
}

/// The text of the element that a button copies, where it names one.
fn text_of_another(button: &Element) -> Option<String> {
    let id = button.get_attribute("data-from")?;
    button.owner_document()?.get_element_by_id(&id)?.text_content()
}

/// Copies the address, after the text where there is one, and says so beside the button; where the browser refuses,
/// the text is shown there for copying by hand.
fn start_copy(button: Element, origin: &str) {
    let url = address(&button, origin);
    let text = match (button.get_attribute("data-text"), text_of_another(&button)) {
        (_, Some(text)) if origin.is_empty() => {
            text.replace(&button.get_attribute("data-href").unwrap_or_default(), &url)
        }
        (_, Some(text)) => text,
        (Some(text), None) if !text.is_empty() => format!("{text} {url}"),
        _ => url,
    };
    spawn_local(async move {
        let Some(said) = button.next_element_sibling() else { return };
        if copy(&text).await {
            said.set_text_content(button.get_attribute("data-said").as_deref());
        } else {
            let failed = button.get_attribute("data-failed").unwrap_or_default();
            said.set_text_content(Some(&format!("{failed} {text}")));
        }
    });
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
