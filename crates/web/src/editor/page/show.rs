//! Shows the results of the service without losing the reader's place.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use thidua_editor::Outcome;
use thidua_i18n::editor as words;

use super::{Page, files, filter, show_failure};
use crate::editor::message::{FromEditor, ToEditor};

impl Page {
    /// Handles a message of the service.
    pub fn on_message(&self, message: FromEditor) {
        match message {
            FromEditor::Fragments(parts) => {
                for (id, html) in parts {
                    self.fill_element(&id, &html);
                    if id == filter::LIST_ID {
                        self.restore_filter();
                    }
                }
                // Forces a layout for each message: laying out a long article at once would block the page.
                let _height = self.document.body().map(|body| body.offset_height());
            }
            FromEditor::Outcome(outcome) => self.show_outcome(outcome),
            FromEditor::Publish(request, message) => self.on_package(request, &message),
            FromEditor::CopyReport(html, summary) => {
                if let Some(result) = self.element("own-ket-qua") {
                    result.set_inner_html(&html);
                }
                self.set_status("own-noi", &summary);
                self.set_busy(false);
                self.show_sought_sentence();
            }
            FromEditor::Failed(failure) => {
                self.set_busy(false);
                show_failure(failure);
            }
        }
    }

    /// Moves to the paragraph of the reader's copy that the address asks for, if the copy has its words.
    fn show_sought_sentence(&self) {
        let sought = self.document.query_selector(".own__asked:is(:target, [data-target])").ok().flatten();
        let line = sought.and_then(|sought| sought.get_attribute("data-line"));
        let found = line.and_then(|line| {
            self.document.query_selector(&format!("#own-ket-qua [data-recorded~='{line}']")).ok().flatten()
        });
        if let Some(found) = found {
            let _ = found.class_list().add_1("src__line--sought");
            self.go_to_line(&found);
        }
    }

    /// Fills an element. If it had the focus, the focus returns to the element with the same id, or to the filled
    /// element. Details that a person has opened stay open.
    fn fill_element(&self, id: &str, html: &str) {
        let Some(place) = self.element(id) else { return };
        let active = self.document.active_element().filter(|active| place.contains(Some(active)));
        let focus = active.map(|active| active.id());
        let open = names_of_details(&place, "details[open] > summary");
        // Markup of the editor; texts of the drafts are escaped in it.
        place.set_inner_html(html);
        for (details, name) in details_in(&place, "details:not([open]) > summary") {
            if open.contains(&name) {
                let _ = details.set_attribute("open", "");
            }
        }
        if let Some(focused) = focus {
            let again = self.element(&focused).filter(|_| !focused.is_empty());
            self.focus(&again.unwrap_or(place));
        }
    }

    fn show_outcome(&self, outcome: Outcome) {
        self.set_busy(false);
        let Outcome { message, is_error, focus, storage, files, publish: _ } = outcome;
        if self.is_pasted.take()
            && !is_error
            && let Some(Ok(area)) =
                self.element("soan-van-ban").map(|area| area.dyn_into::<HtmlTextAreaElement>())
        {
            area.set_value("");
        }
        let (now, other) = if is_error { ("soan-bao", "soan-noi") } else { ("soan-noi", "soan-bao") };
        if !message.is_empty() {
            self.set_status(now, &message);
            self.set_status(other, "");
            // The page of an article has no editor.
            if self.element(now).is_none() {
                self.set_status("own-noi", &message);
            }
        }
        for request in storage {
            self.store(&request);
        }
        for (number, file) in files.iter().enumerate() {
            if files::save(&self.window, file, number).is_err() {
                self.set_status("soan-bao", words::not_saved(self.lang()));
            }
        }
        if let Some(element) = focus.and_then(|id| self.element(&id)) {
            // On phones, switches to the side with the focused card.
            if element.closest("[data-card]").ok().flatten().is_some() {
                self.show_side("facts");
            }
            self.focus(&element);
        }
        self.mark_current();
    }

    fn store(&self, request: &thidua_editor::StorageRequest) {
        use super::store::StoreResult;
        match self.store.apply(request) {
            StoreResult::Done => {}
            StoreResult::Conflict(uid) => self.channel.post(&ToEditor::Conflict(uid)),
            StoreResult::Failed => self.set_status("soan-bao", words::storage_full(self.lang())),
        }
    }

    /// Sets the text of an element that screen readers announce.
    pub fn set_status(&self, id: &str, text: &str) {
        if let Some(element) = self.element(id) {
            element.set_text_content(Some(text));
        }
    }

    /// Marks the editor as busy or not.
    pub fn set_busy(&self, is_busy: bool) {
        for id in [super::EDITOR_ID, super::OWN_COPY_ID] {
            if let Some(element) = self.element(id) {
                let _ = match is_busy {
                    true => element.set_attribute("aria-busy", "true"),
                    false => element.remove_attribute("aria-busy"),
                };
            }
        }
    }

    /// Moves the focus.
    pub fn focus(&self, element: &web_sys::Element) {
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        }
    }
}

/// Returns the details in `place` whose summaries `selector` finds, each with its name: the id of the nearest element
/// around it that has one, and the words of the summary.
fn details_in(place: &Element, selector: &str) -> Vec<(Element, (String, String))> {
    let Ok(found) = place.query_selector_all(selector) else { return Vec::new() };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into::<Element>().ok())
        .filter_map(|summary| {
            let details = summary.parent_element()?;
            let around = details.closest("[id]").ok().flatten().map(|element| element.id());
            Some((details, (around.unwrap_or_default(), summary.text_content().unwrap_or_default())))
        })
        .collect()
}

fn names_of_details(place: &Element, selector: &str) -> Vec<(String, String)> {
    details_in(place, selector).into_iter().map(|(_, name)| name).collect()
}
