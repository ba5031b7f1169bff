//! Tests of the crate: one module per feature.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

mod activity_grid;
mod citations;
mod descriptions;
mod downloads;
mod marks;
mod menus;
mod page_heads;
mod readable_downloads;

use thidua_core::corpus::{Catalogue, load};
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};

/// Data of a site with this corpus.
pub fn site(json: &[u8]) -> SiteData {
    SiteData::new(
        Catalogue::new(load(json).unwrap()),
        VerifiedArticles::All,
        BasePath::new("/kho/"),
        String::new(),
    )
}
