//! The programs that run in workers of the browser.

pub mod editor;
pub mod engine_worker;
pub mod fetch;
