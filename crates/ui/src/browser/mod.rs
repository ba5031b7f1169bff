//! Browser functions that components call. They are called from event handlers and effects, which never run while
//! pages are prerendered.

pub mod history;
mod lead;
mod live;
mod navigation;
mod result_links;
pub mod scroll;

pub use lead::keep_lead;
pub use live::{is_live, set_live};
pub use navigation::{follow, navigate, push_query, replace_query};
pub use result_links::{RESULT_LINKS, focus_first_result};
