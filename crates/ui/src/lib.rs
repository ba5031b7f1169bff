//! What changes while it is looked at: the only Leptos code.
//!
//! [`app`] is the whole page below `#app`. It holds no facts: what an address shows is asked of [`thidua_client`], and
//! most answers are markup that is put in place as it is; [`home`] and [`explorer`] follow what the reader types and
//! chooses. The address is the store of state: components read [`location::Location`] and write to it, [`context::PageState`]
//! is the engine's answer to it, and nothing is kept twice. [`browser`] is what only exists there.

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
