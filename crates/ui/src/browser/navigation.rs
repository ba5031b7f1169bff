//! Navigation by links, Back and Forward without reloading the page.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PopStateEvent, Window};

use super::engine_channel::EngineChannel;
use super::shortcuts::{focus_search, move_among_results};
use super::window::complete_addresses;
use super::{actions, download, editor_loader, embed, history, is_live, scroll};
use crate::context::{PageState, Site};
use crate::location::{Address, Location};
use thidua_client::{PageRequest, PageResponse};
use thidua_pages::route::{BasePath, Page, Route};

/// Registers the handlers of links, history and keys, once. Requests from the engine what the address names.
pub fn follow(site: &Site, location: Location, state: PageState, channel: &EngineChannel) {
    let Some(window) = web_sys::window() else { return };
    request_on_change(location, state, channel.clone());
    super::follow_marks(&window);
    listen(&window, "keydown", |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && (focus_search(event) || move_among_results(event))
        {
            event.prevent_default();
        }
    });
    listen(&window, "click", {
        let (Site { base, origin }, channel) = (site.clone(), channel.clone());
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
                }
            }
        }
    });
    listen(&window, "beforeprint", |_| complete_addresses());
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

/// Shows a response of the engine.
pub fn show(site: &Site, location: Location, state: PageState, response: PageResponse) {
    let route = response.route();
    let requested = location.get_untracked().route();
    if requested != route {
        replace_path(&site.base, location, &route);
    }
    // Not for every keystroke: setting the language again makes the browser restyle the page.
    if state.response.with_untracked(|now| now.path != response.path || now.title != response.title) {
        super::show_meta(&response.title, &response.description, route.lang);
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

/// Follows a link without reloading. Returns false if the link leaves the site, stays on the page (`#…`), names a
/// file, or the engine has failed: the browser then follows it itself. The browser also follows links to a target on
/// another page, which it highlights; only the explorer is rendered for each of its table pages, with the target.
pub fn navigate(base: &BasePath, location: Location, href: &str) -> bool {
    let Some(window) = web_sys::window().filter(|_| is_live()) else { return false };
    if base.is_single_file() {
        return go_to_hash(&window, base, location, href);
    }
    let Ok(current) = window.location().href() else { return false };
    let Ok(url) = web_sys::Url::new_with_base(href, &current) else { return false };
    if window.location().origin() != Ok(url.origin()) || !url.pathname().ends_with('/') {
        return false;
    }
    let Some(address) = Address::from_path(base, &url.pathname(), &url.search()) else { return false };
    let hash = url.hash();
    let is_explorer_page = || address.route().page == Page::Figures && address != location.get_untracked();
    if !hash.is_empty() && !is_explorer_page() {
        return false;
    }
    // In a frame, links open outside of it, as the head of the page states.
    if location.get_untracked().route().page == Page::Embed {
        return false;
    }
    history::flush();
    scroll::keep_place(&window);
    if !history::push(&url.href()) {
        return false;
    }
    match hash.strip_prefix('#') {
        Some(place) => scroll::expect_place(place),
        None => scroll::expect_top(),
    }
    location.set(address);
    true
}

/// Follows a link in a single-file site. A target on the current page is only scrolled to, since the hash names the
/// page.
fn go_to_hash(window: &Window, base: &BasePath, location: Location, href: &str) -> bool {
    let Some((address, place)) = Address::from_hash(base, href) else {
        return href.strip_prefix('#').is_some_and(|place| scroll::to_place(window, place));
    };
    if address == location.get_untracked() && place.is_some_and(|place| scroll::to_place(window, place)) {
        return true;
    }
    history::flush();
    scroll::keep_place(window);
    if !history::push(&address.href(base)) {
        return false;
    }
    match place {
        Some(place) => scroll::expect_place(place),
        None => scroll::expect_top(),
    }
    location.set(address);
    true
}

/// Replaces the query of the address: typing leaves no Back steps.
pub fn replace_query(location: Location, query: &str) {
    if let Some(url) = url_with(location, query) {
        history::replace_later(url);
    }
    location.set(Address { query: query.to_owned(), ..location.get_untracked() });
}

/// Pushes a new query: Back undoes a selection.
pub fn push_query(location: Location, query: &str) {
    if let Some(url) = url_with(location, query) {
        history::push(&url);
    }
    location.set(Address { query: query.to_owned(), ..location.get_untracked() });
}

fn url_with(location: Location, query: &str) -> Option<String> {
    let here = web_sys::window()?.location();
    if here.hash().ok()?.starts_with(BasePath::HASH) || here.protocol().ok()? == "file:" {
        let address = Address { query: query.to_owned(), ..location.get_untracked() };
        return Some(address.href(&BasePath::new(BasePath::HASH)));
    }
    let path = here.pathname().ok()?;
    Some(if query.is_empty() { path } else { format!("{path}?{query}") })
}
