//! The start in the browser: load the data, then take the page over.
//!
//! The page that came from the host is readable all the while. If anything fails, it stays, with a message above it
//! that says what failed and what still works.

use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, HtmlElement, Window};

use super::app::App;
use super::context::Site;
use super::location::Address;
use crate::corpus::{self, Severity};
use crate::i18n::words;
use crate::pages::{Attested, SiteData};
use crate::route::{Base, Route};

/// Starts the app. Returns at once; the work goes on in the background.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(place) = Place::find() {
            place.tell(&info.to_string());
        }
    }));
    spawn_local(async {
        let Some(place) = Place::find() else { return };
        match place.load().await {
            Ok(site) => place.take_over(site),
            Err(reason) => place.tell(&reason),
        }
    });
}

/// Where the app lives in the document, and what the page says of itself.
struct Place {
    window: Window,
    document: Document,
    root: HtmlElement,
    base: Base,
}

impl Place {
    fn find() -> Option<Place> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let root = document.get_element_by_id("app")?.dyn_into::<HtmlElement>().ok()?;
        let base = Base::new(&root.get_attribute("data-base").unwrap_or_default());
        Some(Place { window, document, root, base })
    }

    fn address(&self) -> Address {
        let location = self.window.location();
        let path = location.pathname().unwrap_or_default();
        let query = location.search().unwrap_or_default();
        Address::below(&self.base, &path, &query).unwrap_or_default()
    }

    async fn load(&self) -> Result<Site, String> {
        let bytes = self.fetch("corpus.json").await?;
        let corpus = corpus::load(&bytes).map_err(|e| format!("corpus.json: {e}"))?;
        let problems = corpus::validate_links(&corpus);
        let errors: Vec<_> = problems.iter().filter(|p| p.severity == Severity::Error).collect();
        if let Some(first) = errors.first() {
            return Err(format!("corpus.json: {first} (+{})", errors.len() - 1));
        }
        let attested = Attested::parse(&self.root.get_attribute("data-attested").unwrap_or_default());
        let origin = self.root.get_attribute("data-origin").unwrap_or_default();
        Ok(Arc::new(SiteData::new(corpus::Catalogue::new(corpus), attested, self.base.clone(), origin)))
    }

    async fn fetch(&self, name: &str) -> Result<Vec<u8>, String> {
        let response = gloo_net::http::Request::get(&self.base.file(name))
            .send()
            .await
            .map_err(|e| format!("{name}: {e}"))?;
        if !response.ok() {
            return Err(format!("{name}: HTTP {}", response.status()));
        }
        let length = response.headers().get("content-length").and_then(|l| l.parse::<usize>().ok());
        if length.is_some_and(|l| l > corpus::MAX_BYTES) {
            return Err(format!("{name}: > {} bytes", corpus::MAX_BYTES));
        }
        response.binary().await.map_err(|e| format!("{name}: {e}"))
    }

    /// Takes the page over where it is the very page that was built for this address; else draws it anew.
    fn take_over(&self, site: Site) {
        let address = self.address();
        let built_for = self.root.get_attribute("data-path");
        let is_as_built = built_for == Some(Route::parse(&address.path).path()) && address.query.is_empty();
        if is_as_built {
            prepare_hydration(&self.window);
            hydrate_from(self.root.clone(), move || view! { <App site=site address=address/> }).forget();
        } else {
            self.root.set_inner_html("");
            mount_to(self.root.clone(), move || view! { <App site=site address=address/> }).forget();
        }
        if let Some(html) = self.document.document_element() {
            let _ = html.set_attribute("data-live", "");
            if super::browser::can_share() {
                let _ = html.set_attribute("data-can-share", "");
            }
        }
    }

    /// Says above the page what failed. Text only: a reason may quote hostile data.
    fn tell(&self, reason: &str) {
        let w = words(Route::parse(&self.address().path).lang);
        if self.document.get_element_by_id("failure").is_some() {
            return;
        }
        let Ok(note) = self.document.create_element("div") else { return };
        note.set_id("failure");
        note.set_class_name("failure");
        let _ = note.set_attribute("role", "alert");
        note.set_text_content(Some(&format!("{} {reason}", w.failure)));
        if let Some(parent) = self.root.parent_node() {
            let _ = parent.insert_before(&note, Some(&self.root));
        }
    }
}

/// Leptos reads three globals that a server would have written.
fn prepare_hydration(window: &Window) {
    for name in ["__SERIALIZED_ERRORS", "__RESOLVED_RESOURCES", "__INCOMPLETE_CHUNKS"] {
        let _ = js_sys::Reflect::set(window, &JsValue::from_str(name), &js_sys::Array::new());
    }
}
