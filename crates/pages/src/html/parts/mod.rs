//! Parts that pages are put together from, one a file. Each is a method of [`super::Ctx`] that takes facts and gives
//! markup.

pub mod article_card;
mod campaign_list;
pub mod chart_panel;
mod citation;
pub mod clipping;
mod crumbs;
mod evidence;
pub mod facts;
mod figure_groups;
pub mod figure_table;
mod links;
mod matrix;
pub mod order;
pub mod page_tools;
mod people;
mod reasons;
mod spaced;
mod take_bar;

pub use spaced::spaced;
