//! What buttons in static markup ask for with `data-do`: copy, share, print, theme, the code of a frame.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, Element, Event};

use super::clipboard::{copy, select, share};
use super::embed::code_beside;
use super::take::save;
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
        // Where the text cannot be saved, the link leads to the file.
        Some("save") if start_save(&button).is_some() => event.prevent_default(),
        Some("save") => {}
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

/// The element whose text a button copies or saves, where it names one.
fn text_of_another(button: &Element) -> Option<Element> {
    let id = button.get_attribute("data-from")?;
    button.owner_document()?.get_element_by_id(&id)
}

/// Copies the text that the button names, or the address behind the text that it carries, and says so beside the button.
/// Where the browser refuses, the text is selected for copying by hand: where it stands in the page, else beside the button.
fn start_copy(button: Element, origin: &str) {
    let shown = text_of_another(&button);
    let carried = button.get_attribute("data-text").filter(|text| !text.is_empty());
    let text = match (shown.as_ref().and_then(|shown| shown.text_content()), carried) {
        (Some(text), _) => text,
        (None, Some(text)) => format!("{text} {}", address(&button, origin)),
        (None, None) => address(&button, origin),
    };
    spawn_local(async move {
        let Some(said) = button.next_element_sibling() else { return };
        if copy(&text).await {
            said.set_text_content(button.get_attribute("data-said").as_deref());
            return;
        }
        let failed = button.get_attribute("data-failed").unwrap_or_default();
        said.set_text_content(Some(&format!("{failed} ")));
        match shown {
            Some(shown) => select(&shown),
            None => {
                if let Some(beside) = text_beside(&said, &text) {
                    select(&beside);
                }
            }
        }
    });
}

/// Puts a text behind what is said.
fn text_beside(said: &Element, text: &str) -> Option<Element> {
    let beside = said.owner_document()?.create_element("span").ok()?;
    beside.set_class_name("copy__text");
    beside.set_text_content(Some(text));
    said.append_child(&beside).ok()?;
    Some(beside)
}

/// Saves the text that a link names in place of the file that it leads to: it has whole addresses, which the file lacks.
fn start_save(link: &Element) -> Option<()> {
    let text = text_of_another(link)?.text_content()?;
    let name = link.get_attribute("download")?;
    let options = BlobPropertyBag::new();
    options.set_type(&link.get_attribute("data-mime")?);
    let parts = Array::of1(&JsValue::from_str(&format!("{text}\n")));
    save(&name, &Blob::new_with_str_sequence_and_options(&parts, &options).ok()?).ok()
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
