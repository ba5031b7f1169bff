//! What only exists in a browser. Everything here is called from event handlers and effects, which never run while
//! pages are built.

mod actions;
mod clipboard;
mod desk;
mod embed;
mod engine;
mod evidence;
mod history;
mod manifest;
mod navigation;
mod notice;
mod picture;
mod read_out;
mod scroll;
mod shortcuts;
mod take;
mod theme;
mod window;

pub use clipboard::can_share;
pub use engine::{Drawn, Line};
pub use evidence::follow_marks;
pub use manifest::manifest;
pub use navigation::{follow, go, push_query, replace_query, show};
pub use notice::tell;
pub use shortcuts::focus_first_result;
pub use window::{before_links, is_live, set_live, show_meta};
