//! Event handlers: forward what the reader does to the service.

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    DragEvent, Element, Event, FormData, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement,
    StorageEvent, SubmitEvent,
};

use thidua_i18n::editor as words;

use super::{Page, files, keys};
use crate::editor::message::{TextPurpose, ToEditor};

/// Registers all handlers of the editor pages.
pub fn listen(page: &Rc<Page>) {
    let on = |name: &str, handler: fn(&Rc<Page>, &Event)| {
        let here = page.clone();
        page.on(name, move |event| handler(&here, &event));
    };
    on("click", on_click);
    on("submit", on_submit);
    on("change", on_file_chosen);
    on("focusin", |page, event| {
        if let Some(card) = target(event).and_then(|t| t.closest("[data-card]").ok().flatten()) {
            page.select_card(&card);
        }
    });
    on("keydown", |page, event| {
        if keys::handle_key(page, event) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    on("mouseup", |page, _| page.fill_from_selection());
    on("keyup", |page, _| page.fill_from_selection());
    on("touchend", |page, _| page.fill_from_selection());
    on("input", |page, event| {
        if target(event).is_some_and(|t| ["them-chu", "them-dong"].contains(&t.id().as_str())) {
            page.forget_selection();
        }
        if let Some(input) = filter_input(event) {
            page.filter_drafts(&input.value());
        }
    });
    on("dragover", on_drag_over);
    on("dragleave", |_, event| set_drag_over(event, false));
    on("drop", on_drop);
    let here = page.clone();
    let closure = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        if let Some(json) = here.store.changed_elsewhere(&event) {
            here.channel.post(&ToEditor::Restore(json));
        }
    });
    let _ = page.window.add_event_listener_with_callback("storage", closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Search box of the list of drafts, if the event is of it.
fn filter_input(event: &Event) -> Option<HtmlInputElement> {
    let input = target(event)?.dyn_into::<HtmlInputElement>().ok()?;
    input.has_attribute("data-filter").then_some(input)
}

/// Sends a command to the service.
pub fn send_command(page: &Page, name: &str, data: BTreeMap<String, String>) {
    page.set_busy(true);
    page.channel.post(&ToEditor::Command(name.to_owned(), data));
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

fn on_click(page: &Rc<Page>, event: &Event) {
    let Some(target) = target(event) else { return };
    if let Some(link) = closest(&target, "[data-preview] a[href]") {
        // Links in the preview lead to other pages of the preview.
        event.prevent_default();
        let base = page.element("app").and_then(|app| app.get_attribute("data-base")).unwrap_or_default();
        let href = link.get_attribute("href").unwrap_or_default();
        match href.strip_prefix(&base) {
            Some(path) => {
                send_command(page, "preview", pair("path", path.split(['?', '#']).next().unwrap_or_default()))
            }
            None => scroll_to(page, &href),
        }
        return;
    }
    if let Some(link) = closest(&target, "a[data-go]") {
        // In a single file the address of a page is behind `#`, so that the link is not followed.
        event.prevent_default();
        page.go_to_step(&attribute(&link, "data-go"));
    } else if let Some(button) = closest(&target, "button[data-publish]") {
        page.publish(&attribute(&button, "data-publish"));
    } else if closest(&target, "button[data-publish-cancel]").is_some() {
        page.cancel_publishing();
    } else if closest(&target, "button[data-publish-again]").is_some() {
        page.save_published_again();
    } else if closest(&target, "button[data-publish-reload]").is_some() {
        let _ = page.window.location().reload();
    } else if let Some(button) = closest(&target, "button[data-act]") {
        send_command(page, &attribute(&button, "data-act"), data_of(&button));
    } else if let Some(button) = closest(&target, "[data-show]") {
        page.show_in_text(&attribute(&button, "data-show"));
    } else if let Some(button) = closest(&target, "[data-show-line]") {
        page.show_line(&attribute(&button, "data-show-line"));
    } else if let Some(button) = closest(&target, "[data-side]") {
        page.switch_side(&attribute(&button, "data-side"));
    } else if let Some(mark) = closest(&target, "#soan-nguon mark[data-fact]") {
        let selects = page.window.get_selection().ok().flatten().is_some_and(|s| !s.is_collapsed());
        if !selects {
            page.show_card(&attribute(&mark, "data-fact"));
        }
    } else if let Some(button) = closest(&target, "[data-own-clear]") {
        if let Some(form) = closest(&button, "form").and_then(|f| f.dyn_into::<HtmlFormElement>().ok()) {
            form.reset();
        }
        if let Some(result) = page.element("own-ket-qua") {
            result.set_inner_html("");
        }
        page.set_status("own-noi", words::copy_cleared(page.lang()));
    } else if let Some(card) =
        closest(&target, "[data-card]").filter(|_| closest(&target, "form, button").is_none())
    {
        page.select_card(&card);
    }
}

/// Scrolls to an element of the previewed page.
fn scroll_to(page: &Page, href: &str) {
    let place = href.strip_prefix('#').and_then(|id| page.element(id));
    if let Some(place) = place {
        place.scroll_into_view();
    }
}

fn on_submit(page: &Rc<Page>, event: &Event) {
    let Some(form) = target(event).and_then(|t| t.dyn_into::<HtmlFormElement>().ok()) else { return };
    if form.has_attribute("data-intake") {
        event.prevent_default();
        if let Some(text) = text_in(&form, page) {
            page.set_busy(true);
            page.is_pasted.set(true);
            page.set_status("soan-noi", words::reading(page.lang()));
            page.channel.post(&ToEditor::Text(TextPurpose::Draft, text));
        }
    } else if form.has_attribute("data-own") {
        event.prevent_default();
        if let Some(text) = text_in(&form, page) {
            send_copy(page, |own| ToEditor::Text(own, text));
        }
    } else if form.has_attribute("data-act") {
        event.prevent_default();
        let by = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
        let mut data = data_of(&form);
        data.extend(fields(&form));
        let name = by
            .and_then(|button| button.get_attribute("data-as"))
            .unwrap_or_else(|| attribute(&form, "data-act"));
        // Selected words have a position; typed words do not.
        let is_placed = data.get("start").is_some_and(|start| !start.is_empty());
        let name = if name == "take-words" && is_placed { "take".to_owned() } else { name };
        send_command(page, &name, data);
    }
}

/// Pasted text. Without any, shows a message and returns `None`.
fn text_in(form: &HtmlFormElement, page: &Page) -> Option<String> {
    let area = form.query_selector("textarea").ok()??.dyn_into::<HtmlTextAreaElement>().ok()?;
    let text = area.value();
    if text.trim().is_empty() {
        page.set_status("soan-bao", words::nothing_pasted(page.lang()));
        page.set_status("own-noi", words::nothing_pasted(page.lang()));
        page.focus(&area);
        return None;
    }
    Some(text)
}

fn on_file_chosen(page: &Rc<Page>, event: &Event) {
    let Some(input) = target(event).and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(list) = input.files() else { return };
    match input.id().as_str() {
        "soan-tep" | "soan-mo" => files::send_files(page, &list, &TextPurpose::Draft),
        "own-tep" => send_copy_files(page, &list),
        _ => return,
    }
    // Allows choosing the same file again.
    input.set_value("");
}

fn own_article(page: &Page) -> Option<String> {
    page.element(super::OWN_COPY_ID)?.get_attribute("data-article")
}

fn send_copy(page: &Page, message: impl FnOnce(TextPurpose) -> ToEditor) {
    if let Some(article) = own_article(page) {
        page.set_busy(true);
        page.channel.post(&ToEditor::Show(page.tag()));
        page.channel.post(&message(TextPurpose::OwnCopy(article)));
    }
}

fn send_copy_files(page: &Rc<Page>, list: &web_sys::FileList) {
    if let Some(article) = own_article(page) {
        page.channel.post(&ToEditor::Show(page.tag()));
        files::send_files(page, list, &TextPurpose::OwnCopy(article));
    }
}

/// Element where files may be dropped.
fn drop_zone(event: &Event) -> Option<Element> {
    closest(&target(event)?, "#soan, #ban-cua-toi")
}

fn on_drag_over(_: &Rc<Page>, event: &Event) {
    let has_files = event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer)
        .is_some_and(|data| data.types().includes(&"Files".into(), 0));
    if has_files && drop_zone(event).is_some() {
        event.prevent_default();
        set_drag_over(event, true);
    }
}

fn set_drag_over(event: &Event, is_over: bool) {
    if let Some(place) = drop_zone(event) {
        let _ = place.class_list().toggle_with_force("is-over", is_over);
    }
}

fn on_drop(page: &Rc<Page>, event: &Event) {
    let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|d| d.files());
    let (Some(list), Some(place)) = (files, drop_zone(event)) else { return };
    if list.length() == 0 {
        return;
    }
    event.prevent_default();
    set_drag_over(event, false);
    if place.id() == super::EDITOR_ID {
        files::send_files(page, &list, &TextPurpose::Draft);
    } else {
        send_copy_files(page, &list);
    }
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

fn pair(name: &str, value: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(name.to_owned(), value.to_owned())])
}

/// Data attributes of a button or form, without the prefix `data-`.
fn data_of(element: &Element) -> BTreeMap<String, String> {
    let mut data = BTreeMap::new();
    for name in ["fact", "field", "draft", "campaign-number", "known", "line", "path"] {
        if let Some(value) = element.get_attribute(&format!("data-{name}")) {
            data.insert(name.to_owned(), value);
        }
    }
    data
}

/// Fields of a form; of several with one name the last.
fn fields(form: &HtmlFormElement) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    let Ok(data) = FormData::new_with_form(form) else { return fields };
    let Ok(Some(entries)) = js_sys::try_iter(&data) else { return fields };
    for entry in entries.flatten() {
        let entry: js_sys::Array = entry.unchecked_into();
        if let (Some(name), Some(value)) = (entry.get(0).as_string(), entry.get(1).as_string()) {
            fields.insert(name, value);
        }
    }
    fields
}
