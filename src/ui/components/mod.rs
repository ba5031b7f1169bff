//! Parts that pages are put together from, one a file.

pub mod article_card;
pub mod campaign_list;
pub mod chart_panel;
pub mod clipping;
pub mod crumbs;
pub mod facets;
pub mod facts;
pub mod figure_groups;
pub mod footer;
pub mod links;
pub mod masthead;
pub mod matrix;
pub mod reasons;
pub mod search_box;
pub mod share_bar;
