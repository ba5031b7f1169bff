//! Leptos components of everything that changes while a page is open.
//!
//! [`app`] is the whole page below `#app`. It holds no data: [`thidua_client`] returns the content of an address, and
//! most responses are markup that is inserted unchanged; [`home`] and [`explorer`] follow typing and selection. The
//! address is the store of state: components read and write [`location::Location`], and [`context::PageState`] is the
//! engine's response to it. [`browser`] contains the browser functions that components call; the rest is in the final
//! program, which also chooses the mode of Leptos (`hydrate` or `ssr`).

pub mod app;
pub mod browser;
pub mod context;
pub mod dom_shape;
pub mod explorer;
pub mod facets;
mod footer;
pub mod home;
pub mod location;
pub mod masthead;
pub mod page_path;
pub mod search_box;
pub mod value_search;
