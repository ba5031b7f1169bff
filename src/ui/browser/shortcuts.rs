//! Keys: `/` and Ctrl+K to the search box, arrows among the results.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, KeyboardEvent};

/// The id of the search box.
pub const SEARCH_BOX: &str = "q";
/// Matches the links that the arrows step through.
const RESULTS: &str = "[data-result]";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Moves to the search box on `/` and Ctrl+K (⌘K), unless something is being typed elsewhere. Says whether it did.
pub fn focus_search(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && key.eq_ignore_ascii_case("k");
    let slash = key == "/" && !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !is_typing();
    if !(command || slash) {
        return false;
    }
    let Some(input) = document().and_then(|d| d.get_element_by_id(SEARCH_BOX)) else { return false };
    let Ok(input) = input.dyn_into::<HtmlInputElement>() else { return false };
    input.select();
    input.focus().is_ok()
}

fn is_typing() -> bool {
    let Some(element) = document().and_then(|d| d.active_element()) else { return false };
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

/// Moves to the first result, where there is one.
pub fn focus_first_result() {
    let first = document().and_then(|d| d.query_selector(RESULTS).ok().flatten());
    if let Some(Ok(link)) = first.map(|e| e.dyn_into::<HtmlElement>()) {
        let _ = link.focus();
    }
}

/// Steps from the search box into the results and among them; Esc leads back. Says whether it moved.
pub fn move_among_results(event: &KeyboardEvent) -> bool {
    let step: isize = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Escape" => 0,
        _ => return false,
    };
    let Some(document) = document() else { return false };
    let Some(active) = document.active_element() else { return false };
    let search = document.get_element_by_id(SEARCH_BOX).and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
    let Ok(list) = document.query_selector_all(RESULTS) else { return false };
    let results: Vec<HtmlElement> =
        (0..list.length()).filter_map(|i| list.item(i)?.dyn_into::<HtmlElement>().ok()).collect();
    let in_box = active.id() == SEARCH_BOX;
    let at = results.iter().position(|link| link.is_same_node(Some(&active)));
    if !in_box && at.is_none() {
        return false;
    }
    if step == 0 {
        return !in_box && search.is_some_and(|input| input.focus().is_ok());
    }
    let next = match at {
        Some(at) => at.checked_add_signed(step),
        None if step > 0 => Some(0),
        None => return false,
    };
    match next.map(|i| results.get(i)) {
        Some(Some(link)) => link.focus().is_ok(),
        Some(None) => true,
        None => search.is_some_and(|input| input.focus().is_ok()),
    }
}
