//! Programs that run in workers of the browser: the engine (full or search-only), the editor, and the maker of workbooks.

pub mod editor;
pub mod engine_worker;
pub mod fetch;
pub mod publisher_channel;
pub mod workbook;
