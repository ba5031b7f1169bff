//! Pages: their addresses, what their addresses choose, their titles, and their HTML.

pub mod download;
pub mod html;
pub mod page_meta;
pub mod route;
pub mod site_model;
pub mod url_state;
