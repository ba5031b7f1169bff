//! Pages: their addresses, the choices in their addresses, their titles, and their HTML.

pub mod chart_drawings;
pub mod comparison;
pub mod context;
pub mod credit;
pub mod descriptions;
pub mod download;
pub mod drawn_charts;
pub mod figure_order;
pub mod href;
pub mod html;
pub mod main_figures;
pub mod page_meta;
pub mod route;
pub mod site_model;
pub mod url_state;
pub mod view_content;

pub use context::PageContext;
