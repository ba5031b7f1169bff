//! Parts that pages are put together from, one a file. Each is a method of [`super::PageContext`] that takes facts and gives
//! markup.

pub mod article_card;
mod breadcrumb;
mod campaign_list;
pub mod chart_panel;
mod citation;
pub mod clipping;
mod download_bar;
pub mod facts;
mod figure_groups;
pub mod figure_table;
mod line_facts;
mod links;
mod matrix;
pub mod page_tools;
mod search_passages;
pub mod sorting;
mod tooltip_entries;
mod whitespace;

pub use whitespace::spaced;
