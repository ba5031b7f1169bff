//! The page in its browser: channel to the engine, event handlers, downloads, tooltips.

mod actions;
mod clipboard;
mod clock;
mod download;
mod early_input;
mod editor_loader;
mod embed;
mod engine_channel;
mod event_handlers;
mod hydration_check;
mod mark_tooltip;
mod notice;
mod picture;
mod shortcuts;
mod tooltip;
mod window;
mod workbook;

pub use early_input::{
    is_busy, is_searched, requested_cards, restore_input, save_input, shows_cards, until_released,
    without_filled_texts, write_address,
};
pub use engine_channel::{EngineChannel, LoadedPage};
pub use event_handlers::{confirm_path, follow, show};
pub use hydration_check::is_intact;
pub use notice::{set_waiting, show_error};
pub use window::{home_link, show_meta};
