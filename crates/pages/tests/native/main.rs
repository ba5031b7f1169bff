//! Tests of the crate: one module per feature.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for; helpers of tests count as tests"
)]

mod offered;
mod take;

use thidua_core::corpus::{Catalogue, load};
use thidua_pages::html::{Attested, SiteData};
use thidua_pages::route::Base;

/// Everything that pages are made of.
pub fn site(json: &[u8]) -> SiteData {
    SiteData::new(Catalogue::new(load(json).unwrap()), Attested::All, Base::new("/kho/"), String::new())
}
