//! Start in the browser: wait for the first response of the engine, then hydrate the page.
//!
//! The static page is readable meanwhile. If anything fails, it stays, with a message above it that says what failed
//! and what still works.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, Window};

use thidua_client::{LoadFailure, PageRequest, View};
use thidua_core::domain::Lang;
use thidua_pages::route::{BasePath, Route};
use thidua_pages::url_state;
use thidua_ui::app::App;
use thidua_ui::browser::{keep_lead, set_live};
use thidua_ui::context::{PageState, Site};
use thidua_ui::location::{Address, Location};
use thidua_ui::page_path::{path_to_show, rewritten_base};

use crate::browser::{self, EngineChannel, LoadedPage};

/// Starts the app. Returns at once.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(root) = AppRoot::find() {
            root.show_error(LoadFailure::Crashed);
        }
    }));
    // `open` consumes the first; the second reports a failure.
    let (Some(root), Some(notifier)) = (AppRoot::find(), AppRoot::find()) else { return };
    if let Err(failure) = open(root) {
        notifier.show_error(failure);
    }
}

/// Opens the channel to the engine and requests the current page.
fn open(root: AppRoot) -> Result<(), LoadFailure> {
    let window = root.window.clone();
    let first_request = root.request();
    let (root, page) = (Rc::new(root), Rc::new(OnceCell::<RunningPage>::new()));
    let answered = Rc::new(RefCell::new(first_request.clone()));
    let deferred: Rc<RefCell<Option<LoadedPage>>> = Rc::default();
    let on_response = move |channel: &EngineChannel, response: Result<LoadedPage, LoadFailure>| match (
        response,
        page.get(),
    ) {
        (Ok(LoadedPage { response, .. }), Some(RunningPage { site, location, state })) => {
            browser::show(site, *location, *state, response);
        }
        (Ok(loaded), None) => {
            // The reader has searched on.
            let request = root.request();
            if answered.replace(request.clone()) != request {
                return channel.request(request);
            }
            // Rendering anew would remove the field in which a word is being composed, or the element that is being pressed.
            if !browser::is_busy() || root.is_unchanged(&loaded) {
                // The task below finds nothing to mount any more.
                deferred.take();
                let _first = page.set(root.hydrate_or_mount(loaded, &request, channel));
                return;
            }
            if deferred.replace(Some(loaded)).is_none() {
                let (root, page, deferred, answered, channel) =
                    (root.clone(), page.clone(), deferred.clone(), answered.clone(), channel.clone());
                spawn_local(async move {
                    browser::until_released().await;
                    let Some(loaded) = deferred.take() else { return };
                    match root.request() {
                        current if current == request => {
                            let _first = page.set(root.hydrate_or_mount(loaded, &request, &channel));
                        }
                        current => {
                            answered.replace(current.clone());
                            channel.request(current);
                        }
                    }
                });
            }
        }
        (Err(failure), running) => {
            if running.is_none() {
                // The script of the page must not wait for an engine that answers the app alone.
                channel.mark_failed();
            }
            root.show_error(failure);
        }
    };
    EngineChannel::open(&window, on_response)?.request(first_request);
    Ok(())
}

/// The running app, hydrated or rendered anew.
struct RunningPage {
    site: Site,
    location: Location,
    state: PageState,
}

/// The app's element in the document, and what its `data-` attributes say.
struct AppRoot {
    window: Window,
    element: HtmlElement,
    base: BasePath,
    /// Path that the page was built for. `None` for the 404 page.
    built_for: Option<String>,
}

impl AppRoot {
    fn find() -> Option<AppRoot> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let element = document.get_element_by_id("app")?.dyn_into::<HtmlElement>().ok()?;
        let built_for = element.get_attribute("data-path");
        let mut base = BasePath::new(&element.get_attribute("data-base").unwrap_or_default());
        if let Some(path) = built_for.as_ref().filter(|_| !base.is_single_file()) {
            let home = Route { lang: Route::parse(path).lang, page: thidua_pages::route::Page::Home }.path();
            base = browser::home_link(&document)
                .map_or(base.clone(), |link| rewritten_base(&link, &home, &base));
        }
        Some(AppRoot { window, element, base, built_for })
    }

    /// Address that the browser shows, see [`thidua_ui::page_path`].
    fn address(&self) -> Address {
        let here = self.window.location();
        let current = Address::current(&self.base, &here);
        if self.base.is_single_file() {
            // An address without a page is that of the file: its home page.
            return current.unwrap_or_default();
        }
        let read = |part: Result<String, JsValue>| part.unwrap_or_default();
        let query = read(here.search()).trim_start_matches('?').to_owned();
        let path = path_to_show(&read(here.pathname()), current.as_ref(), self.built_for.as_deref());
        Address { path, query }
    }

    /// Request for what the address names, with as many cards as the reader has asked for.
    fn request(&self) -> PageRequest {
        browser::write_address();
        let Address { path, query } = self.address();
        let max_cards = browser::requested_cards().unwrap_or(PageRequest::CARDS);
        PageRequest { query, max_cards, ..PageRequest::page(&path) }
    }

    /// Returns whether the document is the static page of this address, built from the data of the response, and nothing but
    /// the search before the app has changed it.
    fn is_unchanged(&self, loaded: &LoadedPage) -> bool {
        let LoadedPage { response, edition } = loaded;
        self.built_for.as_ref() == Some(&response.path)
            && self.built_from().is_none_or(|built_from| built_from == *edition)
            && match &response.view {
                // As the search before the app has drawn it.
                View::Home(home) if browser::is_searched() => browser::shows_cards(&home.cards),
                _ => url_state::is_default_view(&response.route().page, &self.address().query),
            }
            && browser::without_filled_texts(|| browser::is_intact(&self.element))
    }

    /// Name of the edition from which the page was built. `None` except on the interactive pages, home and explorer.
    fn built_from(&self) -> Option<String> {
        let edition = js_sys::JSON::parse(&self.element.get_attribute("data-edition")?).ok()?;
        js_sys::Reflect::get(&edition, &JsValue::from_str("edition")).ok()?.as_string()
    }

    /// Hydrates the static page if it is unchanged, else renders the page anew. `request` is what has been loaded.
    fn hydrate_or_mount(
        &self,
        loaded: LoadedPage,
        request: &PageRequest,
        channel: &EngineChannel,
    ) -> RunningPage {
        let is_unchanged = self.is_unchanged(&loaded);
        let mut response = loaded.response;
        keep_lead(&mut response);
        let PageRequest { path, query, max_cards, .. } = request.clone();
        self.confirm_path(&path);
        browser::save_input();
        let origin: Arc<str> = self.element.get_attribute("data-origin").unwrap_or_default().into();
        // The builder states the languages only if there is one.
        let languages: &[Lang] =
            if self.element.has_attribute("data-languages") { &[Lang::Vi] } else { &Lang::ALL };
        let site = Site { base: Arc::new(self.base.clone()), origin, languages };
        let (location, state) = (Location::new(Address { path, query }), PageState::new(response.clone()));
        state.max_cards.set(max_cards);
        let app = {
            let (site, channel) = (site.clone(), channel.clone());
            move || {
                browser::follow(&site, location, state, &channel);
                view! { <App site=site location=location state=state/> }
            }
        };
        if is_unchanged {
            prepare_hydration(&self.window);
            hydrate_from(self.element.clone(), app).forget();
        } else {
            self.element.set_inner_html("");
            mount_to(self.element.clone(), app).forget();
        }
        set_live(true);
        // Hides the notice of a slow connection.
        browser::set_waiting(false);
        if !is_unchanged {
            browser::show_meta(&response.title, &response.description, response.route().lang);
        }
        browser::show(&site, location, state, response);
        browser::restore_input();
        RunningPage { site, location, state }
    }

    /// Records which page was served for this address, if the address is not one of ours, for Back and Forward.
    fn confirm_path(&self, path: &str) {
        if let (false, Ok(pathname)) = (self.base.is_single_file(), self.window.location().pathname()) {
            browser::confirm_path(pathname, path.to_owned());
        }
    }

    /// Shows an error above the page, and leaves links and forms to the browser.
    fn show_error(&self, failure: LoadFailure) {
        set_live(false);
        browser::show_error(failure);
    }
}

/// Sets three globals that a Leptos server would have written into the page.
fn prepare_hydration(window: &Window) {
    for name in ["__SERIALIZED_ERRORS", "__RESOLVED_RESOURCES", "__INCOMPLETE_CHUNKS"] {
        let _ = js_sys::Reflect::set(window, &JsValue::from_str(name), &js_sys::Array::new());
    }
}
