//! The address of the page as a signal.
//!
//! Our own few lines instead of a router: routes are plain data in [`crate::route`], the query is parsed once and by
//! one parser, a base path is stripped in one place, and a build that is opened from a file can route by hash.

use leptos::prelude::*;

use crate::route::Base;

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
    /// Splits an absolute path and query; `None` outside the base.
    pub fn below(base: &Base, path: &str, query: &str) -> Option<Address> {
        let path = base.strip(path)?.to_owned();
        Some(Address { path, query: query.trim_start_matches('?').to_owned() })
    }
}
