//! Data of a site, without its HTML: the facts with their index, the published edition, and the causes of failed loads.
//!
//! ```
//! use thidua_core::corpus::Catalogue;
//! use thidua_core::domain::{Bilingual, Corpus};
//! use thidua_pages::route::BasePath;
//! use thidua_pages::site_model::{SiteData, VerifiedArticles};
//! let empty = Corpus::empty(Bilingual { vi: String::new(), en: String::new() });
//! let site = SiteData::new(Catalogue::new(empty), VerifiedArticles::All, BasePath::new("/kho/"), String::new());
//! assert!(site.figures.is_empty() && !site.is_addressed);
//! ```

mod edition;
mod load_failure;
mod site_data;
mod verified_articles;

pub use edition::{EDITION_FILE, Edition, EditionError};
pub use load_failure::LoadFailure;
pub use site_data::SiteData;
pub use verified_articles::VerifiedArticles;
