//! Links, Back and Forward, without reloading the page.

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, KeyboardEvent, MouseEvent, Window};

use super::actions;
use super::shortcuts::{focus_search, move_among_results};
use crate::page_meta::PageMeta;
use crate::route::{Base, Page, Route};
use crate::ui::context::Site;
use crate::ui::location::{Address, Location};

/// Follows clicks on links of the site, the browser's history and the keys of the site from now on, for as long as
/// the page lives; shows the title of every page that is come to.
pub fn follow(site: Site, location: Location) {
    let Some(window) = web_sys::window() else { return };
    let (base, origin) = (site.base.clone(), site.origin.clone());
    let route = location.route();
    Effect::new(move |_| {
        let asked = route.get();
        let shown = asked.clone().resolve(&site.catalogue);
        if asked != shown && !matches!(shown.page, Page::NotFound(_)) {
            replace_path(&site.base, location, &shown);
        }
        super::show_meta(&PageMeta::of(&shown, &site.catalogue), shown.lang);
    });
    listen(&window, "keydown", |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && (focus_search(event) || move_among_results(event))
        {
            event.prevent_default();
        }
    });
    listen(&window, "click", {
        let (base, origin) = (base.clone(), origin);
        move |event| {
            if actions::run(&event, &origin) {
                return;
            }
            if let Some(event) = event.dyn_ref::<MouseEvent>()
                && let Some(href) = followed_link(event)
                && go(&base, location, &href)
            {
                event.prevent_default();
            }
        }
    });
    listen(&window, "popstate", move |_| {
        if let Some(address) = current_address(&base) {
            location.set(address);
        }
    });
}

/// An old id has become a new one: the address says so.
fn replace_path(base: &Base, location: Location, route: &Route) {
    let now = location.get_untracked();
    let query = if now.query.is_empty() { String::new() } else { format!("?{}", now.query) };
    let url = format!("{}{query}", base.href(route));
    if let Some(Ok(history)) = web_sys::window().map(|w| w.history()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
    location.set(Address { path: route.path(), ..now });
}

fn listen(window: &Window, name: &str, handler: impl Fn(Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(handler);
    let added = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    debug_assert!(added.is_ok(), "the window takes listeners");
    closure.forget();
}

fn current_address(base: &Base) -> Option<Address> {
    let location = web_sys::window()?.location();
    Address::below(base, &location.pathname().ok()?, &location.search().ok()?)
}

/// The `href` of a plain left click on a link that stays in this window; SVG links (chart marks) included.
fn followed_link(event: &MouseEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let link = event.target()?.dyn_into::<web_sys::Element>().ok()?.closest("a[href]").ok()??;
    if link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    link.get_attribute("href")
}

/// Goes to `href`, a link as it stands in the page. `false` where it leaves the site, stays in the page (`#…`) or
/// names a file: then the browser follows it by itself.
pub fn go(base: &Base, location: Location, href: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let Ok(current) = window.location().href() else { return false };
    let Ok(url) = web_sys::Url::new_with_base(href, &current) else { return false };
    if window.location().origin() != Ok(url.origin())
        || !url.hash().is_empty()
        || !url.pathname().ends_with('/')
    {
        return false;
    }
    let Some(address) = Address::below(base, &url.pathname(), &url.search()) else { return false };
    let Ok(history) = window.history() else { return false };
    if history.push_state_with_url(&JsValue::NULL, "", Some(&url.href())).is_err() {
        return false;
    }
    location.set(address);
    window.scroll_to_with_x_and_y(0.0, 0.0);
    // The reader of a screen reader stands at the top of the new page, as after a real page load.
    if let Some(main) = window.document().and_then(|d| d.get_element_by_id("main"))
        && let Ok(main) = main.dyn_into::<HtmlElement>()
    {
        let _ = main.focus();
    }
    true
}

/// Writes a new query into the address, in place: what is typed leaves no trail of Back steps.
pub fn replace_query(location: Location, query: &str) {
    set_query(location, query, |history, url| history.replace_state_with_url(&JsValue::NULL, "", Some(url)));
}

/// Writes a new query into the address as a step of its own: Back undoes what was ticked or chosen.
pub fn push_query(location: Location, query: &str) {
    set_query(location, query, |history, url| history.push_state_with_url(&JsValue::NULL, "", Some(url)));
}

fn set_query(
    location: Location,
    query: &str,
    write: impl Fn(&web_sys::History, &str) -> Result<(), JsValue>,
) {
    let now = location.get_untracked();
    let Some(window) = web_sys::window() else { return };
    let Ok(path) = window.location().pathname() else { return };
    let url = if query.is_empty() { path } else { format!("{path}?{query}") };
    if let Ok(history) = window.history() {
        // Refused past a hundred changes in half a minute by some browsers: the page then shows the right
        // results under an older address until the next change.
        let _ = write(&history, &url);
    }
    location.set(Address { query: query.to_owned(), ..now });
}
