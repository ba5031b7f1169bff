//! What only exists in a browser. Everything here is called from event handlers and effects, which never run while
//! pages are built.

mod actions;
mod clipboard;
mod desk;
mod early;
mod embed;
mod engine;
mod evidence;
mod history;
mod intact;
mod manifest;
mod navigation;
mod notice;
mod picture;
mod read_out;
mod scroll;
mod shortcuts;
mod take;
mod window;

pub use early::{composed, is_composing, keep, restore};
pub use engine::{Drawn, Line};
pub use evidence::follow_marks;
pub use intact::is_intact;
pub use manifest::manifest;
pub use navigation::{believe, follow, go, push_query, replace_query, show};
pub use notice::tell;
pub use shortcuts::focus_first_result;
pub use window::{before_links, home_link, is_live, set_live, show_meta};
