//! Keyboard shortcuts while a card has the focus. Elsewhere keys belong to browser and screen reader.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::Page;
use super::events::send_command;

/// Handles a key. Returns whether it was a shortcut.
pub fn handle_key(page: &Page, event: &Event) -> bool {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return false };
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return false };
    let key = event.key();
    // Leads from a form back to its card.
    if key == "Escape" && target.closest("#soan-lam form[data-act=edit]").ok().flatten().is_some() {
        send_command(page, "fold", Default::default());
        return true;
    }
    let Some(card) = target.closest("[data-card]").ok().flatten() else { return false };
    if !card.is_same_node(Some(&target)) {
        return false;
    }
    let Some(fact) = card.get_attribute("data-card") else { return false };
    let command = event.ctrl_key() || event.meta_key();
    if event.alt_key() || (command && !matches!(key.as_str(), "z" | "Z" | "y")) {
        return false;
    }
    match key.as_str() {
        "ArrowDown" | "ArrowUp" => {
            if let Some(adjacent) = page.adjacent_card(&card, key == "ArrowDown") {
                page.focus(&adjacent);
            }
        }
        " " => click(&card, "[data-act=accept], [data-act=propose]"),
        "Delete" => click(&card, "[data-act=reject]"),
        "Enter" => click(&card, "[data-act=unfold], [data-act=fold]"),
        "v" | "V" => page.show_in_text(&fact),
        "z" | "Z" if command => {
            send_command(page, if event.shift_key() { "redo" } else { "undo" }, Default::default())
        }
        "y" if command => send_command(page, "redo", Default::default()),
        _ => return false,
    }
    true
}

/// Clicks the first matching button of a card.
fn click(card: &Element, selector: &str) {
    let button = card.query_selector(selector).ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}
