//! Search in the list of drafts, which the page does itself: a list of a hundred entries needs no messages.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use thidua_core::text::slug;

use super::Page;

/// Id of the element with the list of drafts.
pub const LIST_ID: &str = "soan-ban";
/// Id of the search box.
const BOX_ID: &str = "soan-tim-nhap";
/// Id of the note that nothing was found.
const NOTHING_ID: &str = "soan-tim-khong";

impl Page {
    /// Shows only the drafts whose headline, organisation or file name has all words of `query`, typed with or without
    /// diacritics.
    pub fn filter_drafts(&self, query: &str) {
        self.drafts_query.replace(query.to_owned());
        let query = slug(query);
        let words: Vec<&str> = query.split('-').filter(|word| !word.is_empty()).collect();
        let is_found = |entry: &Element| {
            let text = entry.get_attribute("data-find").unwrap_or_default();
            words.iter().all(|word| text.contains(word))
        };
        let found = std::cell::Cell::new(false);
        self.each(".drafts__one[data-find]", |entry| {
            let is_shown = is_found(entry);
            found.set(found.get() || is_shown);
            set_hidden(entry, !is_shown);
        });
        if let Some(nothing) = self.element(NOTHING_ID) {
            set_hidden(&nothing, found.get());
        }
    }

    /// Filters a list that was rendered again.
    pub fn restore_filter(&self) {
        let query = self.drafts_query.borrow().clone();
        let search_box = self.element(BOX_ID).and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
        if let Some(search_box) = search_box.filter(|_| !query.is_empty()) {
            search_box.set_value(&query);
            self.filter_drafts(&query);
        }
    }
}

fn set_hidden(element: &Element, is_hidden: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.set_hidden(is_hidden);
    }
}
