//! The programs that run in workers of the browser.

pub mod obtain;
pub mod workbench;
pub mod worker;
