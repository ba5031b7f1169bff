//! The interface, the only Leptos code.
//!
//! [`app`] is the whole page below `#app`; [`context`] is what every component may ask for; [`pages`] put
//! [`components`] together; [`browser`] is what only exists in a browser. The address is the store of state:
//! pages read [`location::Location`] and write to it, and nothing is kept twice.

pub mod app;
#[cfg(feature = "web")]
pub mod boot;
pub mod browser;
pub mod components;
pub mod context;
pub mod location;
pub mod pages;
