//! Changes of the address: links that are followed without reloading, and queries.

use web_sys::Window;

use thidua_pages::route::{BasePath, Page};

use super::{history, is_live, scroll};
use crate::location::{Address, Location};

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

/// Follows a link that is no element of the page: without reloading if possible.
pub fn follow(base: &BasePath, location: Location, href: &str) {
    if !navigate(base, location, href)
        && let Some(window) = web_sys::window()
    {
        let _ = window.location().set_href(href);
    }
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
