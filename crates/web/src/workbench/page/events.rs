//! What a reader does on the page, forwarded.

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    DragEvent, Element, Event, FormData, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement,
    StorageEvent, SubmitEvent,
};

use super::{Page, files, keys};
use crate::workbench::message::{Purpose, ToDesk};
use thidua_i18n::editor as words;

/// Listens to everything on the pages of the workbench.
pub fn listen(page: &Rc<Page>) {
    let on = |name: &str, handler: fn(&Rc<Page>, &Event)| {
        let here = page.clone();
        page.on(name, move |event| handler(&here, &event));
    };
    on("click", clicked);
    on("submit", submitted);
    on("change", chosen);
    on("focusin", |page, event| {
        if let Some(card) = target(event).and_then(|t| t.closest("[data-card]").ok().flatten()) {
            page.come_to(&card);
        }
    });
    on("keydown", |page, event| {
        if keys::pressed(page, event) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    on("mouseup", |page, _| page.selected());
    on("keyup", |page, _| page.selected());
    on("touchend", |page, _| page.selected());
    on("input", |page, event| {
        if target(event).is_some_and(|t| ["them-chu", "them-dong"].contains(&t.id().as_str())) {
            page.typed();
        }
    });
    on("dragover", dragged);
    on("dragleave", |_, event| set_over(event, false));
    on("drop", dropped);
    let here = page.clone();
    let heard = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        if let Some(json) = here.store.heard(&event) {
            here.line.send(&ToDesk::Restore(json));
        }
    });
    let _ = page.window.add_event_listener_with_callback("storage", heard.as_ref().unchecked_ref());
    heard.forget();
}

/// Asks the desk for something.
pub fn act(page: &Page, name: &str, data: BTreeMap<String, String>) {
    page.set_busy(true);
    page.line.send(&ToDesk::Act(name.to_owned(), data));
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

fn clicked(page: &Rc<Page>, event: &Event) {
    let Some(target) = target(event) else { return };
    if let Some(link) = closest(&target, "[data-preview] a[href]") {
        // The pages of the preview are pages of ours: a link leads to another of them.
        event.prevent_default();
        let base = page.element("app").and_then(|app| app.get_attribute("data-base")).unwrap_or_default();
        let href = link.get_attribute("href").unwrap_or_default();
        match href.strip_prefix(&base) {
            Some(path) => {
                act(page, "preview", pair("path", path.split(['?', '#']).next().unwrap_or_default()))
            }
            None => scroll_to(page, &href),
        }
        return;
    }
    if let Some(button) = closest(&target, "button[data-act]") {
        act(page, &attribute(&button, "data-act"), data_of(&button));
    } else if let Some(button) = closest(&target, "[data-show]") {
        page.show_in_text(&attribute(&button, "data-show"));
    } else if let Some(button) = closest(&target, "[data-show-line]") {
        page.show_line(&attribute(&button, "data-show-line"));
    } else if let Some(button) = closest(&target, "[data-side]") {
        page.turn_to(&attribute(&button, "data-side"));
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
        page.say("own-noi", words::own_cleared(page.lang()));
    } else if let Some(card) =
        closest(&target, "[data-card]").filter(|_| closest(&target, "form, button").is_none())
    {
        page.come_to(&card);
    }
}

/// A place on the page of the preview.
fn scroll_to(page: &Page, href: &str) {
    let place = href.strip_prefix('#').and_then(|id| page.element(id));
    if let Some(place) = place {
        place.scroll_into_view();
    }
}

fn submitted(page: &Rc<Page>, event: &Event) {
    let Some(form) = target(event).and_then(|t| t.dyn_into::<HtmlFormElement>().ok()) else { return };
    if form.has_attribute("data-intake") {
        event.prevent_default();
        if let Some(text) = text_in(&form, page) {
            page.set_busy(true);
            page.is_pasted.set(true);
            page.say("soan-noi", words::reading(page.lang()));
            page.line.send(&ToDesk::Text(Purpose::Desk, text));
        }
    } else if form.has_attribute("data-own") {
        event.prevent_default();
        if let Some(text) = text_in(&form, page) {
            give_own(page, |own| ToDesk::Text(own, text));
        }
    } else if form.has_attribute("data-act") {
        event.prevent_default();
        let by = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
        let mut data = data_of(&form);
        data.extend(fields(&form));
        let name = by
            .and_then(|button| button.get_attribute("data-as"))
            .unwrap_or_else(|| attribute(&form, "data-act"));
        // Words that were selected have a place of their own.
        let is_placed = data.get("start").is_some_and(|start| !start.is_empty());
        let name = if name == "take-words" && is_placed { "take".to_owned() } else { name };
        act(page, &name, data);
    }
}

/// What was pasted; nothing, with a word, where that is nothing.
fn text_in(form: &HtmlFormElement, page: &Page) -> Option<String> {
    let area = form.query_selector("textarea").ok()??.dyn_into::<HtmlTextAreaElement>().ok()?;
    let text = area.value();
    if text.trim().is_empty() {
        page.say("soan-bao", words::nothing_pasted(page.lang()));
        page.say("own-noi", words::nothing_pasted(page.lang()));
        page.focus(&area);
        return None;
    }
    Some(text)
}

fn chosen(page: &Rc<Page>, event: &Event) {
    let Some(input) = target(event).and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(list) = input.files() else { return };
    match input.id().as_str() {
        "soan-tep" | "soan-mo" => files::give(page, &list, &Purpose::Desk),
        "own-tep" => give_own_files(page, &list),
        _ => return,
    }
    // The same file can be chosen again.
    input.set_value("");
}

fn own_article(page: &Page) -> Option<String> {
    page.element(super::OWN)?.get_attribute("data-article")
}

fn give_own(page: &Page, message: impl FnOnce(Purpose) -> ToDesk) {
    if let Some(article) = own_article(page) {
        page.set_busy(true);
        page.line.send(&ToDesk::Look(page.tag()));
        page.line.send(&message(Purpose::Own(article)));
    }
}

fn give_own_files(page: &Rc<Page>, list: &web_sys::FileList) {
    if let Some(article) = own_article(page) {
        page.line.send(&ToDesk::Look(page.tag()));
        files::give(page, list, &Purpose::Own(article));
    }
}

/// Where files may be dropped.
fn drop_place(event: &Event) -> Option<Element> {
    closest(&target(event)?, "#soan, #ban-cua-toi")
}

fn dragged(_: &Rc<Page>, event: &Event) {
    let has_files = event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer)
        .is_some_and(|data| data.types().includes(&"Files".into(), 0));
    if has_files && drop_place(event).is_some() {
        event.prevent_default();
        set_over(event, true);
    }
}

fn set_over(event: &Event, is_over: bool) {
    if let Some(place) = drop_place(event) {
        let _ = place.class_list().toggle_with_force("is-over", is_over);
    }
}

fn dropped(page: &Rc<Page>, event: &Event) {
    let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|d| d.files());
    let (Some(list), Some(place)) = (files, drop_place(event)) else { return };
    if list.length() == 0 {
        return;
    }
    event.prevent_default();
    set_over(event, false);
    if place.id() == super::DESK {
        files::give(page, &list, &Purpose::Desk);
    } else {
        give_own_files(page, &list);
    }
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

fn pair(name: &str, value: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(name.to_owned(), value.to_owned())])
}

/// The data of a button or form, without `data-` before their names.
fn data_of(element: &Element) -> BTreeMap<String, String> {
    let mut data = BTreeMap::new();
    for name in ["fact", "draft", "campaign-number", "known", "line", "path"] {
        if let Some(value) = element.get_attribute(&format!("data-{name}")) {
            data.insert(name.to_owned(), value);
        }
    }
    data
}

/// The fields of a form; of several with one name the last.
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
