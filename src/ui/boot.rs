//! The start in the browser: wait for the engine's first answer, then take the page over.
//!
//! The page that came from the host is readable all the while. If anything fails, it stays, with a message above it
//! that says what failed and what still works.

use std::cell::OnceCell;
use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, HtmlElement, HtmlInputElement, Window};

use super::app::App;
use super::browser::{self, Drawn, Line};
use super::context::{Shown, Site};
use super::location::{Address, Location};
use crate::engine::{Ask, Settings, Trouble};
use crate::filters;
use crate::route::{Base, Route};
use crate::search::Request;

/// Starts the app. Returns at once; the work goes on in the background.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(place) = Place::find() {
            place.tell(Trouble::Crashed);
        }
    }));
    spawn_local(async {
        let (Some(place), Some(teller)) = (Place::find(), Place::find()) else { return };
        let opened = match browser::manifest(&place.window, &place.root).await {
            Ok(manifest) => open(place, manifest),
            Err(trouble) => Err(trouble),
        };
        if let Err(trouble) = opened {
            teller.tell(trouble);
        }
    });
}

/// Opens the line to the engine and asks for the address of the page.
fn open(place: Place, manifest: String) -> Result<(), Trouble> {
    let Address { path, query } = place.address();
    let (window, settings) = (place.window.clone(), place.settings());
    let page: OnceCell<Page> = OnceCell::new();
    let hear = move |line: &Line, heard: Result<Drawn, Trouble>| match (heard, page.get()) {
        (Ok(Drawn { answer, .. }), Some(Page { site, location, shown })) => {
            browser::show(site, *location, *shown, answer);
        }
        (Ok(drawn), None) => {
            let _first = page.set(place.take_over(drawn, line));
        }
        (Err(trouble), _) => place.tell(trouble),
    };
    Line::open(&window, settings, manifest, hear)?.ask(Ask { query, ..Ask::page(&path) });
    Ok(())
}

/// A page that has been taken over.
struct Page {
    site: Site,
    location: Location,
    shown: Shown,
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
        Address::shown(&self.base, &self.window.location()).unwrap_or_default()
    }

    fn settings(&self) -> Settings {
        let said = |name| self.root.get_attribute(name).unwrap_or_default();
        Settings {
            base: self.base.as_str().to_owned(),
            origin: browser::before_links(&said("data-origin"), &self.base),
            is_addressed: !said("data-origin").is_empty(),
            ..Settings::default()
        }
    }

    /// Takes the page over where it is the very page that was built for this address, and where that page changes while
    /// it is used, from these very data; else draws it anew.
    fn take_over(&self, drawn: Drawn, line: &Line) -> Page {
        let Drawn { answer, edition } = drawn;
        let address = self.address();
        let built_for = self.root.get_attribute("data-path");
        let built_from = self.root.get_attribute("data-edition");
        let is_as_built = built_for.as_ref() == Some(&answer.path)
            && built_from.is_none_or(|built_from| built_from == edition)
            && address.query.is_empty();
        let origin: Arc<str> = self.root.get_attribute("data-origin").unwrap_or_default().into();
        let site = Site { base: Arc::new(self.base.clone()), origin };
        let (location, shown) = (Location::new(address), Shown::new(answer.clone()));
        let typed = self.typed();
        let app = {
            let (site, line) = (site.clone(), line.clone());
            move || {
                browser::follow(&site, location, shown, &line);
                view! { <App site=site location=location shown=shown/> }
            }
        };
        if is_as_built {
            prepare_hydration(&self.window);
            hydrate_from(self.root.clone(), app).forget();
        } else {
            self.root.set_inner_html("");
            mount_to(self.root.clone(), app).forget();
        }
        browser::set_live(true);
        if browser::can_share()
            && let Some(html) = self.document.document_element()
        {
            let _ = html.set_attribute("data-can-share", "");
        }
        if !is_as_built {
            browser::show_meta(&answer.title, &answer.description, Route::parse(&answer.path).lang);
        }
        browser::show(&site, location, shown, answer);
        if let Some(query) = typed {
            browser::replace_query(
                location,
                &filters::request_query(&Request { query, ..Request::default() }),
            );
        }
        Page { site, location, shown }
    }

    /// What was typed on the plain home page while the app was on its way.
    fn typed(&self) -> Option<String> {
        let address = self.address();
        let is_home = Route::parse(&address.path).page == crate::route::Page::Home;
        let text = self.document.get_element_by_id("q")?.dyn_into::<HtmlInputElement>().ok()?.value();
        (is_home && address.query.is_empty() && !text.is_empty()).then_some(text)
    }

    /// Says above the page what failed, and leaves it to the browser.
    fn tell(&self, trouble: Trouble) {
        browser::set_live(false);
        browser::tell(trouble);
    }
}

/// Leptos reads three globals that a server would have written.
fn prepare_hydration(window: &Window) {
    for name in ["__SERIALIZED_ERRORS", "__RESOLVED_RESOURCES", "__INCOMPLETE_CHUNKS"] {
        let _ = js_sys::Reflect::set(window, &JsValue::from_str(name), &js_sys::Array::new());
    }
}
