//! Pages: their addresses, what their addresses choose, their titles, and their HTML.

pub mod filters;
pub mod html;
pub mod page_meta;
pub mod route;
pub mod take;
