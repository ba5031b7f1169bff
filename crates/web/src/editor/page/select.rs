//! Text selection as input for the form that adds a fact.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlInputElement, Node};

use super::Page;

impl Page {
    /// Fills the form from a selection within one line of the text.
    pub fn fill_from_selection(&self) {
        let Some((line, start, words)) = self.selection() else { return };
        let end = start + words.chars().count();
        self.fill("them-dong", &line);
        self.fill("them-chu", words.trim());
        self.fill("them-tu", &start.to_string());
        self.fill("them-den", &end.to_string());
        if let Some(form) = self.element("soan-them").and_then(|e| e.dyn_into::<HtmlDetailsElement>().ok()) {
            form.set_open(true);
        }
    }

    /// Drops the position of the selection, since typed words may stand anywhere on the line.
    pub fn forget_selection(&self) {
        self.fill("them-tu", "");
        self.fill("them-den", "");
    }

    fn fill(&self, id: &str, value: &str) {
        if let Some(input) = self.element(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
            input.set_value(value);
        }
    }

    /// Line number, start of the selection in code points, and the selected words.
    fn selection(&self) -> Option<(String, usize, String)> {
        let selection = self.window.get_selection().ok()??;
        if selection.is_collapsed() || selection.range_count() == 0 {
            return None;
        }
        let range = selection.get_range_at(0).ok()?;
        let text = text_of(&range.start_container().ok()?)?;
        let until = text_of(&range.end_container().ok()?)?;
        if !text.is_same_node(Some(&until)) {
            return None;
        }
        let number = text.closest("[data-line]").ok()??.get_attribute("data-line")?;
        let before = range.clone_range();
        before.select_node_contents(&text).ok()?;
        before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
        let words = String::from(range.to_string());
        let start = String::from(before.to_string()).chars().count();
        (!words.trim().is_empty()).then_some((number, start, words))
    }
}

/// Text element of the line that contains a node.
fn text_of(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest("#soan-nguon .src__text").ok()?
}
