//! Address of the page as a signal.
//!
//! A router is not used: routes are plain data in [`thidua_pages::route`], the query has one parser, the base path is
//! stripped in one place, and a site opened from a file can route by hash.

use leptos::prelude::*;

use thidua_pages::route::{BasePath, Route};

/// Address relative to the base.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// Path relative to the base, without a leading slash.
    pub path: String,
    /// Query as written, still encoded, without `?`.
    pub query: String,
}

/// Current address.
#[derive(Debug, Clone, Copy)]
pub struct Location {
    address: RwSignal<Address>,
}

impl Location {
    /// Creates the signal with an address.
    pub fn new(address: Address) -> Self {
        Self { address: RwSignal::new(address) }
    }

    /// Returns the location. Call it anywhere below [`super::app::App`].
    pub fn current() -> Self {
        expect_context::<Location>()
    }

    /// Address, tracked.
    pub fn get(self) -> Address {
        self.address.get()
    }

    /// Query as written; changes only with the query.
    pub fn query(self) -> Memo<String> {
        Memo::new(move |_| self.address.with(|a| a.query.clone()))
    }

    /// Sets the address without changing the browser's address bar.
    pub fn set(self, address: Address) {
        if self.address.with_untracked(|now| *now != address) {
            self.address.set(address);
        }
    }

    /// Corrects the address of the page that is shown, without notifying.
    pub fn correct(self, address: Address) {
        *self.address.write_untracked() = address;
    }

    /// Address, untracked.
    pub fn get_untracked(self) -> Address {
        self.address.get_untracked()
    }
}

impl Address {
    /// Route of the path.
    pub fn route(&self) -> Route {
        Route::parse(&self.path)
    }

    /// Address in the address bar. `None` outside the base.
    pub fn current(base: &BasePath, location: &web_sys::Location) -> Option<Address> {
        if base.is_single_file() {
            return Address::from_hash(base, &location.hash().ok()?).map(|(address, _)| address);
        }
        Address::from_path(base, &location.pathname().ok()?, &location.search().ok()?)
    }

    /// Parses the hash of a single-file site: `#/a/?q=x#target` has an address and a target on the page.
    pub fn from_hash<'a>(base: &BasePath, hash: &'a str) -> Option<(Address, Option<&'a str>)> {
        let (named, place) = match hash.char_indices().skip(1).find(|(_, c)| *c == '#') {
            Some((at, _)) => (hash.get(..at)?, hash.get(at + 1..)),
            None => (hash, None),
        };
        let (path, query) = named.split_once('?').unwrap_or((named, ""));
        Address::from_path(base, path, query).map(|address| (address, place))
    }

    /// Splits an absolute path and query. `None` outside the base.
    pub fn from_path(base: &BasePath, path: &str, query: &str) -> Option<Address> {
        let path = base.strip(path)?.to_owned();
        Some(Address { path, query: query.trim_start_matches('?').to_owned() })
    }

    /// Link to the address.
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
