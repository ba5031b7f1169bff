//! Programs that run in workers of the browser: the engine (full or search-only) and the editor.

pub mod editor;
pub mod engine_worker;
pub mod fetch;
pub mod publisher_channel;
