//! Browser-only code. It is called from event handlers and effects, which never run while pages are prerendered.

mod actions;
mod clipboard;
mod download;
mod early_input;
mod editor_loader;
mod embed;
mod engine_channel;
mod history;
mod hydration_check;
mod manifest;
mod mark_tooltip;
mod navigation;
mod notice;
mod picture;
mod scroll;
mod shortcuts;
mod tooltip;
mod window;

pub use early_input::{composition_end, is_composing, restore_input, save_input};
pub use engine_channel::{EngineChannel, LoadedPage};
pub use hydration_check::is_intact;
pub use manifest::manifest;
pub use mark_tooltip::follow_marks;
pub use navigation::{confirm_path, follow, navigate, push_query, replace_query, show};
pub use notice::show_error;
pub use shortcuts::focus_first_result;
pub use window::{home_link, is_live, link_prefix, set_live, show_meta};
