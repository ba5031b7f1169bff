//! Event handlers of the window: links, history, keys.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PopStateEvent, Window};

use thidua_client::{PageRequest, PageResponse};
use thidua_pages::route::{BasePath, Route};
use thidua_ui::browser::{history, navigate, scroll};
use thidua_ui::context::{PageState, Site};
use thidua_ui::location::{Address, Location};

use super::engine_channel::EngineChannel;
use super::shortcuts::{focus_search, move_among_results};
use super::window::complete_addresses;
use super::{actions, download, editor_loader, embed};

/// Registers the handlers of links, history and keys, once. Requests from the engine what the address names.
pub fn follow(site: &Site, location: Location, state: PageState, channel: &EngineChannel) {
    let Some(window) = web_sys::window() else { return };
    request_on_change(location, state, channel.clone());
    suggest_on_change(state, channel.clone());
    super::mark_tooltip::follow_marks(&window);
    listen(&window, "keydown", |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && (focus_search(event) || move_among_results(event))
        {
            event.prevent_default();
        }
    });
    listen(&window, "click", {
        let (Site { base, origin, .. }, channel) = (site.clone(), channel.clone());
        move |event| {
            // The click may open or copy an address.
            complete_addresses();
            embed::complete_code(&event, &origin);
            if actions::run(&event, &origin) || download::run(&event, location, &channel) {
                return;
            }
            if actions::is_retry(&event) {
                return channel.retry();
            }
            if let Some(event) = event.dyn_ref::<MouseEvent>()
                && let Some(link) = followed_link(event)
                && let Some(href) = link.get_attribute("href")
            {
                let followed = match link.has_attribute("hreflang") {
                    true => go_to_translation(&base, location, &href),
                    false => navigate(&base, location, &href),
                };
                if followed {
                    event.prevent_default();
                    // Another view of the page, such as a sorted table.
                    if let Some(id) = link.get_attribute("data-keep") {
                        scroll::keep(&id);
                    }
                    if let Some(window) = web_sys::window() {
                        editor_loader::load_if_opened(&window);
                    }
                }
            }
        }
    });
    listen(&window, "beforeprint", |_| complete_addresses());
    listen(&window, "hashchange", |_| {
        if let Some(window) = web_sys::window() {
            editor_loader::load_if_opened(&window);
        }
    });
    listen(&window, "pagehide", |_| history::flush());
    listen(&window, "popstate", {
        let base = site.base.clone();
        move |event| {
            history::discard();
            if let Some(address) = current_address(&base) {
                if let Some(event) = event.dyn_ref::<PopStateEvent>() {
                    scroll::expect_return(event);
                }
                location.set(address);
            }
        }
    });
}

/// Sends a request whenever the address or the number of cards changes.
fn request_on_change(location: Location, state: PageState, channel: EngineChannel) {
    let current = move || {
        let Address { path, query } = location.get();
        PageRequest { path, query, max_cards: state.max_cards.get(), value_search: state.value_search.get() }
    };
    // The current request has been answered already.
    let completed = untrack(current);
    Effect::new(move |requested: Option<PageRequest>| {
        let request = current();
        if requested.as_ref().unwrap_or(&completed) != &request {
            channel.request(request.clone());
        }
        request
    });
}

/// Requests suggestions whenever the typed text changes.
fn suggest_on_change(state: PageState, channel: EngineChannel) {
    channel.on_suggestions(move |suggestions| state.suggestions.set(suggestions));
    Effect::new(move || {
        if let Some(request) = state.suggest.get() {
            channel.suggest(request);
        }
    });
}

/// Shows a response of the engine.
pub fn show(site: &Site, location: Location, state: PageState, response: PageResponse) {
    let route = response.route();
    let requested = location.get_untracked().route();
    if requested != route {
        replace_path(&site.base, location, &route);
    }
    // Not for every keystroke: setting the language again makes the browser restyle the page.
    if state.response.with_untracked(|now| now.path != response.path || now.title != response.title) {
        super::window::show_meta(&response.title, &response.description, route.lang);
    }
    state.response.set(response);
    // Leptos renders before the next frame.
    request_animation_frame(|| {
        if let Some(window) = web_sys::window() {
            scroll::arrive(&window);
            editor_loader::on_page_shown(&window);
        }
    });
}

/// Replaces the path of an old id by the new one.
fn replace_path(base: &BasePath, location: Location, route: &Route) {
    let now = location.get_untracked();
    let query = if now.query.is_empty() { String::new() } else { format!("?{}", now.query) };
    history::replace(&format!("{}{query}", base.href(route)));
    location.correct(Address { path: route.path(), ..now });
}

/// Registers an event listener of the window.
pub(super) fn listen(window: &Window, name: &str, handler: impl Fn(Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(handler);
    let added = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    debug_assert!(added.is_ok(), "the window takes listeners");
    closure.forget();
}

fn current_address(base: &BasePath) -> Option<Address> {
    let here = web_sys::window()?.location();
    let state = Address::current(base, &here);
    let pathname = here.pathname().ok()?;
    match CONFIRMED_PATH.with_borrow(|confirmed| confirmed.clone()) {
        Some((odd, path)) if odd == pathname => {
            let query = here.search().ok()?.trim_start_matches('?').to_owned();
            Some(Address { path, query })
        }
        _ => state,
    }
}

thread_local! {
    /// Browser path that is not one of ours, and the path of the page that was served for it.
    static CONFIRMED_PATH: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Records that the browser path `pathname` means the page of `path`.
pub fn confirm_path(pathname: String, path: String) {
    CONFIRMED_PATH.set(Some((pathname, path)));
}

/// Goes to the same page in the other language, with the same position and query. The link keeps the focus.
fn go_to_translation(base: &BasePath, location: Location, href: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let anchor = scroll::current_anchor(&window);
    // The reader may have left the target that the address names.
    let page = if base.is_single_file() { href } else { href.split('#').next().unwrap_or(href) };
    let followed = navigate(base, location, page);
    if followed {
        scroll::expect_translation(anchor);
    }
    followed
}

/// Link of a plain left click that stays in this window, including SVG links (chart marks).
fn followed_link(event: &MouseEvent) -> Option<Element> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    if link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    Some(link)
}
