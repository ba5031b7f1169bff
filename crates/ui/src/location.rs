//! The address of the page as a signal.
//!
//! Our own few lines instead of a router: routes are plain data in [`thidua_pages::route`], the query is parsed once and by
//! one parser, a base path is stripped in one place, and a build that is opened from a file can route by hash.

use leptos::prelude::*;

use thidua_pages::route::BasePath;

/// A part of an address below the base: path without a leading slash, query without `?`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// The path below the base.
    pub path: String,
    /// The query as written, still encoded.
    pub query: String,
}

/// The address that is shown now.
#[derive(Debug, Clone, Copy)]
pub struct Location {
    address: RwSignal<Address>,
}

impl Location {
    /// Starts at `address`.
    pub fn new(address: Address) -> Self {
        Self { address: RwSignal::new(address) }
    }

    /// The location, from anywhere below [`super::app::App`].
    pub fn current() -> Self {
        expect_context::<Location>()
    }

    /// The address, tracked.
    pub fn get(self) -> Address {
        self.address.get()
    }

    /// The query as written; changes only when it does.
    pub fn query(self) -> Memo<String> {
        Memo::new(move |_| self.address.with(|a| a.query.clone()))
    }

    /// Shows `address` without touching the browser's own address.
    pub fn set(self, address: Address) {
        if self.address.with_untracked(|now| *now != address) {
            self.address.set(address);
        }
    }

    /// Puts another address in the place of this one without going there: it names the page that is shown.
    pub fn correct(self, address: Address) {
        *self.address.write_untracked() = address;
    }

    /// The address without tracking it.
    pub fn get_untracked(self) -> Address {
        self.address.get_untracked()
    }
}

impl Address {
    /// The address that the browser shows; `None` outside the base.
    pub fn current(base: &BasePath, location: &web_sys::Location) -> Option<Address> {
        if base.is_single_file() {
            return Address::from_hash(base, &location.hash().ok()?).map(|(address, _)| address);
        }
        Address::from_path(base, &location.pathname().ok()?, &location.search().ok()?)
    }

    /// The address in the hash of a site that is one file, and the place on the page that it names: `#/a/?q=x#place`.
    pub fn from_hash<'a>(base: &BasePath, hash: &'a str) -> Option<(Address, Option<&'a str>)> {
        let (named, place) = match hash.char_indices().skip(1).find(|(_, c)| *c == '#') {
            Some((at, _)) => (hash.get(..at)?, hash.get(at + 1..)),
            None => (hash, None),
        };
        let (path, query) = named.split_once('?').unwrap_or((named, ""));
        Address::from_path(base, path, query).map(|address| (address, place))
    }

    /// Splits an absolute path and query; `None` outside the base.
    pub fn from_path(base: &BasePath, path: &str, query: &str) -> Option<Address> {
        let path = base.strip(path)?.to_owned();
        Some(Address { path, query: query.trim_start_matches('?').to_owned() })
    }

    /// The address as a link of the site.
    pub fn href(&self, base: &BasePath) -> String {
        match self.query.as_str() {
            "" => base.file(&self.path),
            query => format!("{}?{query}", base.file(&self.path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_address_has_path_query_and_target() {
        let base = BasePath::new(BasePath::HASH);
        let (address, place) = Address::from_hash(&base, "#/bai-viet/x/?q=a#dong-5").unwrap();
        assert_eq!(
            (address.path.as_str(), address.query.as_str(), place),
            ("bai-viet/x/", "q=a", Some("dong-5"))
        );
        assert_eq!(address.href(&base), "#/bai-viet/x/?q=a");
        assert_eq!(Address::from_hash(&base, "").unwrap().0, Address::default());
        assert_eq!(Address::from_hash(&base, "#main"), None);
    }
}
