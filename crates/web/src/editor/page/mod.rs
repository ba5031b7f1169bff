//! The page part of the editor: forwards what the reader does and shows what the service sends.
//!
//! It has no data: buttons and forms name a command in `data-act`, and the service returns markup. Only what needs
//! the page is done here: focus, selection, storage.

mod cards;
mod channel;
mod events;
mod files;
mod filter;
mod folder;
mod keys;
mod publish;
mod publisher;
mod select;
mod server;
mod show;
mod steps;
mod store;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, Window};

use thidua_core::domain::Lang;
use thidua_i18n::editor as words;
use thidua_pages::site_model::LoadFailure;

use super::message::ToEditor;

use channel::Channel;
use store::DraftStore;

/// Event that the site's program dispatches when a page is shown.
const PAGE_SHOWN_EVENT: &str = "thidua-shown";
/// Ids of the elements that belong to the editor.
const EDITOR_ID: &str = "soan";
const OWN_COPY_ID: &str = thidua_pages::href::OWN_COPY;

/// State of the page part.
struct Page {
    window: Window,
    document: Document,
    channel: Channel,
    store: DraftStore,
    /// True once the stored drafts were sent to the service.
    is_restored: Cell<bool>,
    /// Name of the current card.
    current: RefCell<Option<String>>,
    /// What the list of drafts is searched for.
    drafts_query: RefCell<String>,
    /// What is published now.
    publishing: publish::Publishing,
    /// Own reference, for work that goes on after an event.
    own: std::rc::Weak<Page>,
    /// True while a pasted text is being read; its box is emptied only after success.
    is_pasted: Cell<bool>,
}

/// Opens the channel and registers all handlers.
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
    // The service reports a missing edition; without a script address it runs in the page.
    let attribute = |name: &str| app.get_attribute(name).unwrap_or_default();
    let store = DraftStore::new(&window, &base);
    let start = ToEditor::Start { base, edition_file: attribute("data-manifest") };
    let channel = match Channel::open(&attribute("data-desk-at")) {
        Ok(channel) => channel,
        Err(failure) => return show_failure(failure),
    };
    let (is_restored, is_pasted, current) = (Cell::new(false), Cell::new(false), RefCell::new(None));
    let drafts_query = RefCell::default();
    let page = Rc::new_cyclic(|own| Page {
        window,
        document,
        channel,
        store,
        is_restored,
        current,
        drafts_query,
        publishing: publish::Publishing::default(),
        own: own.clone(),
        is_pasted,
    });
    let receiver = page.clone();
    page.channel.on_message(move |message| receiver.on_message(message));
    page.channel.post(&start);
    events::listen(&page);
    let shown = page.clone();
    page.on(PAGE_SHOWN_EVENT, move |_| shown.on_page_shown());
    page.on_page_shown();
}

impl Page {
    /// Prepares the editor elements of the page that is shown.
    fn on_page_shown(&self) {
        let find = |id: &str| self.document.get_element_by_id(id);
        if find(EDITOR_ID).is_none() && find(OWN_COPY_ID).is_none() {
            return;
        }
        self.enable();
        if find(EDITOR_ID).is_some() {
            self.channel.post(&ToEditor::Show(self.tag()));
            if !self.is_restored.get() {
                self.tell_host();
            }
            if !self.is_restored.replace(true) {
                match self.store.all() {
                    Some(drafts) => {
                        drafts.into_iter().for_each(|json| self.channel.post(&ToEditor::Restore(json)))
                    }
                    None => self.set_status("soan-bao", words::storage_unreadable(self.lang())),
                }
            }
        }
    }

    /// Enables the forms, which are disabled until handlers are registered.
    fn enable(&self) {
        self.each(".intake :disabled", |control| {
            let _ = control.remove_attribute("disabled");
        });
    }

    /// Language tag of the page.
    fn tag(&self) -> String {
        self.lang().tag().to_owned()
    }

    /// Language of the page, taken from the link to the other language: browser translation changes the `lang`
    /// attribute but not that link.
    fn lang(&self) -> Lang {
        let link = self.document.query_selector(".masthead a[hreflang]").ok().flatten();
        let is_english =
            link.and_then(|link| link.get_attribute("hreflang")).is_some_and(|other| other != Lang::En.tag());
        if is_english { Lang::En } else { Lang::Vi }
    }

    fn element(&self, id: &str) -> Option<Element> {
        self.document.get_element_by_id(id)
    }

    /// Registers a capturing handler, which runs before those of the site's program.
    fn on(&self, name: &str, handler: impl Fn(Event) + 'static) {
        let closure = Closure::<dyn Fn(Event)>::new(handler);
        let function = closure.as_ref().unchecked_ref();
        let _ = self.document.add_event_listener_with_callback_and_bool(name, function, true);
        closure.forget();
    }
}

/// Shows that the editor cannot continue.
fn show_failure(failure: LoadFailure) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let is_english =
        document.document_element().is_some_and(|r| r.get_attribute("lang").as_deref() == Some("en"));
    let lang = if is_english { Lang::En } else { Lang::Vi };
    let message = match failure {
        LoadFailure::TooLarge => words::too_large(lang).to_owned(),
        _ => failure.message(lang),
    };
    for id in ["soan-bao", "own-noi"] {
        if let Some(element) = document.get_element_by_id(id) {
            element.set_text_content(Some(&format!("{} {}", words::failed(lang), message)));
        }
    }
}
