//! Components of pages, one a module. Each is a function that takes a [`PageContext`](crate::PageContext) and facts and returns
//! markup.

pub mod activity;
pub mod activity_grid;
pub mod article_card;
pub mod breadcrumb;
pub mod campaign_list;
pub mod chart_panel;
pub mod citation;
pub mod clipping;
pub mod download_bar;
pub mod facts;
pub mod figure_groups;
pub mod figure_table;
pub mod finding;
pub mod line_facts;
pub mod links;
pub mod menu;
pub mod our_text;
pub mod page_tools;
pub mod rail;
pub mod search_passages;
pub mod sorting;
pub mod tooltip_entries;
mod whitespace;

pub use whitespace::spaced;
