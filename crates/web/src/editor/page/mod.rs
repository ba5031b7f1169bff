//! The page's end of the line: forwards what a reader does, and puts in place what the desk sends.
//!
//! It knows no facts: buttons and forms say with `data-act` what they ask, and the desk answers with markup. What stays
//! here is what only a page can do: where the focus is, what is selected, what the browser keeps.

mod cards;
mod channel;
mod events;
mod files;
mod keys;
mod select;
mod show;
mod store;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, Window};

use super::message::ToEditor;
use channel::Channel;
use store::DraftStore;
use thidua_core::domain::Lang;
use thidua_i18n::editor as words;
use thidua_pages::site_model::LoadFailure;

/// Said to the document by the site's own program when a page is shown.
const PAGE_SHOWN_EVENT: &str = "thidua-shown";
/// The ids of what the site's pages hold for the workbench.
const EDITOR_ID: &str = "soan";
const OWN_COPY_ID: &str = "ban-cua-toi";

/// The page's end.
struct Page {
    window: Window,
    document: Document,
    channel: Channel,
    store: DraftStore,
    /// The drafts that the browser keeps have been put on the desk.
    is_restored: Cell<bool>,
    /// The name of the card that the reader is at.
    current: RefCell<Option<String>>,
    /// A pasted text is being read: it is taken out of its box when it lies on the desk, not before.
    is_pasted: Cell<bool>,
}

/// Opens the line and listens from now on.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show_failure(LoadFailure::Crashed);
    }));
    let Some((window, document)) = web_sys::window().and_then(|w| Some((w.clone(), w.document()?))) else {
        return;
    };
    let Some(app) = document.get_element_by_id("app") else { return };
    let Some(base) = app.get_attribute("data-base") else { return show_failure(LoadFailure::Corrupt) };
    // Without a manifest the desk says so; without the address of a script it works in the page.
    let attribute = |name: &str| app.get_attribute(name).unwrap_or_default();
    let store = DraftStore::new(&window, &base);
    let start = ToEditor::Start { base, manifest: attribute("data-manifest") };
    let channel = match Channel::open(&attribute("data-desk-at")) {
        Ok(channel) => channel,
        Err(trouble) => return show_failure(trouble),
    };
    let (is_restored, is_pasted, current) = (Cell::new(false), Cell::new(false), RefCell::new(None));
    let page = Rc::new(Page { window, document, channel, store, is_restored, current, is_pasted });
    let receiver = page.clone();
    page.channel.on_message(move |message| receiver.on_message(message));
    page.channel.post(&start);
    events::listen(&page);
    let shown = page.clone();
    page.on(PAGE_SHOWN_EVENT, move |_| shown.on_page_shown());
    page.on_page_shown();
}

impl Page {
    /// Looks what the page that is shown has for the workbench.
    fn on_page_shown(&self) {
        let find = |id: &str| self.document.get_element_by_id(id);
        if find(EDITOR_ID).is_none() && find(OWN_COPY_ID).is_none() {
            return;
        }
        self.enable();
        if find(EDITOR_ID).is_some() {
            self.channel.post(&ToEditor::Show(self.tag()));
            if !self.is_restored.replace(true) {
                match self.store.all() {
                    Some(drafts) => {
                        drafts.into_iter().for_each(|json| self.channel.post(&ToEditor::Restore(json)))
                    }
                    None => self.say("soan-bao", words::store_unread(self.lang())),
                }
            }
        }
    }

    /// Enables the forms: from now on somebody hears them.
    fn enable(&self) {
        self.each(".intake :disabled", |control| {
            let _ = control.remove_attribute("disabled");
        });
    }

    /// The language of the page, as its tag.
    fn tag(&self) -> String {
        self.lang().tag().to_owned()
    }

    /// The language of the page. Translators change what the document says of itself, but not where the link to the other
    /// language leads.
    fn lang(&self) -> Lang {
        let link = self.document.query_selector(".masthead a[hreflang]").ok().flatten();
        let is_english =
            link.and_then(|link| link.get_attribute("hreflang")).is_some_and(|other| other != Lang::En.tag());
        if is_english { Lang::En } else { Lang::Vi }
    }

    fn element(&self, id: &str) -> Option<Element> {
        self.document.get_element_by_id(id)
    }

    /// Hears every event of that name on the document, before the site's own program does.
    fn on(&self, name: &str, handler: impl Fn(Event) + 'static) {
        let closure = Closure::<dyn Fn(Event)>::new(handler);
        let function = closure.as_ref().unchecked_ref();
        let _ = self.document.add_event_listener_with_callback_and_bool(name, function, true);
        closure.forget();
    }
}

/// Says on the page that the workbench cannot go on.
fn show_failure(trouble: LoadFailure) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let is_english =
        document.document_element().is_some_and(|r| r.get_attribute("lang").as_deref() == Some("en"));
    let lang = if is_english { Lang::En } else { Lang::Vi };
    let told = match trouble {
        LoadFailure::TooLarge => words::too_large(lang).to_owned(),
        _ => trouble.message(lang),
    };
    for id in ["soan-bao", "own-noi"] {
        if let Some(element) = document.get_element_by_id(id) {
            element.set_text_content(Some(&format!("{} {}", words::failed(lang), told)));
        }
    }
}
