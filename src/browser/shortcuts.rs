//! Keyboard shortcuts: `/` and Ctrl+K for the search box, arrow keys among the results.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use thidua_ui::browser::RESULT_LINKS;

/// Id of the search box.
const SEARCH_BOX: &str = "q";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Focuses the search box on `/` and Ctrl+K (⌘K), unless another field has the focus or the key was handled already.
/// Returns whether it did.
pub fn focus_search(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let has_command = event.ctrl_key() || event.meta_key();
    // With Shift it is a browser shortcut: Firefox opens its console.
    let command = has_command && !event.alt_key() && !event.shift_key() && key.eq_ignore_ascii_case("k");
    let slash = key == "/" && !has_command && !event.alt_key();
    if !(command || slash) || event.default_prevented() || is_composing(event) {
        return false;
    }
    match field(event) {
        Some(Field::SearchBox) if slash => return false,
        Some(Field::Other) => return false,
        _ => {}
    }
    let Some(input) = document().and_then(|d| d.get_element_by_id(SEARCH_BOX)) else { return false };
    let Ok(input) = input.dyn_into::<HtmlInputElement>() else { return false };
    input.select();
    input.focus().is_ok()
}

/// Returns whether the key belongs to an input method; some browsers report only the key code 229.
fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Kind of field with the focus.
enum Field {
    SearchBox,
    Other,
}

/// Field that receives the key, if any: an input or editable element, also inside a shadow tree.
fn field(event: &KeyboardEvent) -> Option<Field> {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    let element = target.or_else(|| document().and_then(|d| d.active_element()))?;
    if element.id() == SEARCH_BOX {
        return Some(Field::SearchBox);
    }
    let is_field = matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        && !matches!(
            element.get_attribute("type").as_deref(),
            Some("checkbox" | "radio" | "button" | "submit")
        );
    let is_editable = element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    (is_field || is_editable).then_some(Field::Other)
}

/// Moves from the search box into the results and among them; Esc leads back. Returns whether it moved.
pub fn move_among_results(event: &KeyboardEvent) -> bool {
    if is_composing(event) || event.default_prevented() {
        return false;
    }
    let step: isize = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Escape" => 0,
        _ => return false,
    };
    let Some(document) = document() else { return false };
    let Some(active) = document.active_element() else { return false };
    let search = document.get_element_by_id(SEARCH_BOX).and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
    let Ok(list) = document.query_selector_all(RESULT_LINKS) else { return false };
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
