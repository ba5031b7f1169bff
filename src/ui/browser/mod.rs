//! What only exists in a browser. Everything here is called from event handlers and effects, which never run while
//! pages are built.

mod clipboard;
mod navigation;
mod shortcuts;
mod theme;
mod window;

pub use clipboard::{can_share, copy, share};
pub use navigation::{follow, go, push_query, replace_query};
pub use shortcuts::{focus_first_result, focus_search, move_among_results};
pub use theme::toggle_theme;
pub use window::{absolute, here, print, show_meta};
