//! The current fact card and its words in the text, which highlight each other.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::Page;

impl Page {
    /// Makes a card the current one.
    pub fn select_card(&self, card: &Element) {
        let Some(name) = card.get_attribute("data-card") else { return };
        let is_new = self.current.borrow().as_ref() != Some(&name);
        if is_new {
            self.current.replace(Some(name));
            self.mark_current();
            self.scroll_to_mark();
        }
    }

    /// Highlights the current card and its words. Buttons of other cards are no tab stops.
    pub fn mark_current(&self) {
        let current = self.current.borrow().clone();
        self.each("[data-card][aria-current]", |card| {
            let _ = (card.remove_attribute("aria-current"), card.set_attribute("tabindex", "-1"));
            each(&card.query_selector_all("[tabindex='0']").ok(), |button| {
                let _ = button.set_attribute("tabindex", "-1");
            });
        });
        self.each("mark[aria-current]", |mark| {
            let _ = mark.remove_attribute("aria-current");
        });
        let card = current.as_ref().and_then(|name| self.element(&format!("the-{name}")));
        // Without a current card, the first one is the tab stop.
        let first = || self.document.query_selector("[data-card]").ok().flatten();
        if let Some(card) = card.clone().or_else(first) {
            let _ = card.set_attribute("tabindex", "0");
        }
        if let (Some(card), Some(name)) = (card, current) {
            let _ = card.set_attribute("aria-current", "true");
            each(&card.query_selector_all("button[tabindex='-1']").ok(), |button| {
                let _ = button.set_attribute("tabindex", "0");
            });
            self.each(&format!("#soan-nguon mark[data-facts~='{name}']"), |mark| {
                let _ = mark.set_attribute("aria-current", "true");
            });
        }
    }

    /// Scrolls the words of the current card into view, within the text only.
    #[expect(clippy::cast_possible_truncation, reason = "a position on a page fits")]
    fn scroll_to_mark(&self) {
        let mark = self.document.query_selector("#soan-nguon mark[aria-current]").ok().flatten();
        if let (Some(mark), Some(source)) = (mark, self.element("soan-nguon")) {
            // The text has its own scroll bar where both sides are visible.
            let (at, box_) = (mark.get_bounding_client_rect(), source.get_bounding_client_rect());
            if source.scroll_height() > source.client_height() {
                let middle = box_.top() + box_.height() / 2.0;
                let by = at.top() - middle;
                source.set_scroll_top(source.scroll_top().saturating_add(by.round() as i32));
            }
        }
    }

    /// Shows the words of a fact in the text and moves there.
    pub fn show_in_text(&self, name: &str) {
        self.show_side("source");
        let mark =
            self.document.query_selector(&format!("#soan-nguon mark[data-facts~='{name}']")).ok().flatten();
        let line = mark.and_then(|mark| mark.closest("[data-line]").ok().flatten());
        if let Some(line) = line {
            self.go_to_line(&line);
        }
    }

    /// Shows a line of the text and moves there.
    pub fn show_line(&self, number: &str) {
        self.show_side("source");
        if let Some(line) = self.element(&format!("nguon-{number}")) {
            self.go_to_line(&line);
        }
    }

    pub(super) fn go_to_line(&self, line: &Element) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        line.scroll_into_view_with_scroll_into_view_options(&options);
        self.focus(line);
    }

    /// Shows the card of a fact and moves there.
    pub fn show_card(&self, name: &str) {
        self.show_side("facts");
        if let Some(card) = self.element(&format!("the-{name}")) {
            self.focus(&card);
        }
    }

    /// Shows one side, on phones where only one is visible at a time.
    pub fn show_side(&self, side: &str) {
        if let Some(sides) = self.document.query_selector(".desk__sides").ok().flatten() {
            let _ = sides.set_attribute("data-shows", side);
        }
        self.each("[data-side]", |button| {
            let is_shown = button.get_attribute("data-side").as_deref() == Some(side);
            let _ = button.set_attribute("aria-pressed", if is_shown { "true" } else { "false" });
        });
    }

    /// Switches to a side, keeping the current fact in view.
    pub fn switch_side(&self, side: &str) {
        self.show_side(side);
        let current = self.current.borrow().clone();
        match current {
            Some(name) if side == "source" => self.show_in_text(&name),
            Some(name) => self.show_card(&name),
            None => {}
        }
    }

    /// Returns the card before or after another. `None` at either end.
    pub fn adjacent_card(&self, card: &Element, is_next: bool) -> Option<Element> {
        let adjacent = if is_next { card.next_element_sibling() } else { card.previous_element_sibling() };
        adjacent.filter(|element| element.has_attribute("data-card"))
    }

    /// Calls `work` for every element that matches a selector.
    pub fn each(&self, selector: &str, work: impl Fn(&Element)) {
        each(&self.document.query_selector_all(selector).ok(), work);
    }
}

fn each(found: &Option<NodeList>, work: impl Fn(&Element)) {
    let Some(found) = found else { return };
    for i in 0..found.length() {
        if let Some(element) = found.item(i).and_then(|node| node.dyn_into::<Element>().ok()) {
            work(&element);
        }
    }
}
