//! The start in the browser: wait for the engine's first answer, then take the page over.
//!
//! The page that came from the host is readable all the while. If anything fails, it stays, with a message above it
//! that says what failed and what still works.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, Window};

use thidua_client::{Ask, LoadFailure, Settings};
use thidua_pages::route::{BasePath, Route};
use thidua_pages::url_state;
use thidua_ui::app::App;
use thidua_ui::browser::{self, Drawn, Line};
use thidua_ui::context::{Shown, Site};
use thidua_ui::location::{Address, Location};
use thidua_ui::named::{path_to_show, rewritten_base};

/// Starts the app. Returns at once; the work goes on in the background.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(place) = Place::find() {
            place.tell(LoadFailure::Crashed);
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
fn open(place: Place, manifest: String) -> Result<(), LoadFailure> {
    let Address { path, query } = place.address();
    let (window, settings) = (place.window.clone(), place.settings());
    let (place, page) = (Rc::new(place), Rc::new(OnceCell::<Page>::new()));
    let coming: Rc<RefCell<Option<Drawn>>> = Rc::default();
    let hear = move |line: &Line, heard: Result<Drawn, LoadFailure>| match (heard, page.get()) {
        (Ok(Drawn { answer, .. }), Some(Page { site, location, shown })) => {
            browser::show(site, *location, *shown, answer);
        }
        (Ok(drawn), None) => {
            // A page that is drawn anew takes the fields away, and with them the word that is being composed.
            if !browser::is_composing() || place.is_as_built(&drawn) {
                let _first = page.set(place.take_over(drawn, line));
                return;
            }
            if coming.replace(Some(drawn)).is_none() {
                let (place, page, coming, line) = (place.clone(), page.clone(), coming.clone(), line.clone());
                spawn_local(async move {
                    browser::composed().await;
                    if let Some(drawn) = coming.take() {
                        let _first = page.set(place.take_over(drawn, &line));
                    }
                });
            }
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
    root: HtmlElement,
    base: BasePath,
    /// The path that the page was built for; `None` for the page of addresses that do not exist.
    built_for: Option<String>,
}

impl Place {
    fn find() -> Option<Place> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let root = document.get_element_by_id("app")?.dyn_into::<HtmlElement>().ok()?;
        let built_for = root.get_attribute("data-path");
        let mut base = BasePath::new(&root.get_attribute("data-base").unwrap_or_default());
        if let Some(path) = built_for.as_ref().filter(|_| !base.is_single_file()) {
            let home = Route { lang: Route::parse(path).lang, page: thidua_pages::route::Page::Home }.path();
            base = browser::home_link(&document)
                .map_or(base.clone(), |link| rewritten_base(&link, &home, &base));
        }
        Some(Place { window, root, base, built_for })
    }

    /// What the browser's address names; see [`thidua_ui::named`].
    fn address(&self) -> Address {
        let here = self.window.location();
        let shown = Address::shown(&self.base, &here);
        if self.base.is_single_file() {
            // An address without a page is that of the file: its home page.
            return shown.unwrap_or_default();
        }
        let read = |part: Result<String, JsValue>| part.unwrap_or_default();
        let query = read(here.search()).trim_start_matches('?').to_owned();
        let path = path_to_show(&read(here.pathname()), shown.as_ref(), self.built_for.as_deref());
        Address { path, query }
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

    /// Whether the document holds the very page that was built for this address, and where that page changes while it is
    /// used, from these very data.
    fn is_as_built(&self, drawn: &Drawn) -> bool {
        let Drawn { answer, edition } = drawn;
        let built_from = self.root.get_attribute("data-edition");
        self.built_for.as_ref() == Some(&answer.path)
            && built_from.is_none_or(|built_from| built_from == *edition)
            && url_state::is_default_view(&Route::parse(&answer.path).page, &self.address().query)
            && browser::is_intact(&self.root)
    }

    /// Takes the page over node by node where it is as it was built; else draws it anew.
    fn take_over(&self, drawn: Drawn, line: &Line) -> Page {
        let is_as_built = self.is_as_built(&drawn);
        let answer = drawn.answer;
        let address = self.address();
        self.believe(&address.path);
        browser::keep();
        let origin: Arc<str> = self.root.get_attribute("data-origin").unwrap_or_default().into();
        let site = Site { base: Arc::new(self.base.clone()), origin };
        let (location, shown) = (Location::new(address), Shown::new(answer.clone()));
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
        if !is_as_built {
            browser::show_meta(&answer.title, &answer.description, Route::parse(&answer.path).lang);
        }
        browser::show(&site, location, shown, answer);
        browser::restore();
        Page { site, location, shown }
    }

    /// Notes which page the address of the host names, for Back and Forward.
    fn believe(&self, path: &str) {
        if let (false, Ok(pathname)) = (self.base.is_single_file(), self.window.location().pathname()) {
            browser::believe(pathname, path.to_owned());
        }
    }

    /// Says above the page what failed, and leaves it to the browser.
    fn tell(&self, trouble: LoadFailure) {
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
