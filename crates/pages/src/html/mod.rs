//! Pages as HTML: every page whose content does not change while it is looked at, and the components of all pages.
//!
//! Plain markup, written with the maud macro, which escapes every text. It knows nothing of Leptos or the browser: the builder
//! writes it into files, and the browser puts the same text in place, which costs a tenth of the code and time of building it
//! node by node. Search, facets and filters, which change while they are looked at, are in the crate `thidua_ui`; buttons here
//! name their action in `data-do`.
//!
//! One module a page. A page is a function of a [`PageContext`]; it puts [`components`] together and holds
//! no algorithm.
//!
//! ```
//! use thidua_core::corpus::Catalogue;
//! use thidua_core::domain::{Bilingual, Corpus, Lang};
//! use thidua_pages::html;
//! use thidua_pages::route::{BasePath, Page};
//! use thidua_pages::site_model::{SiteData, VerifiedArticles};
//! let empty = Corpus::empty(Bilingual { vi: String::new(), en: String::new() });
//! let site = SiteData::new(Catalogue::new(empty), VerifiedArticles::All, BasePath::new("/"), String::new());
//! let markup = html::page(&site.page_context(Lang::En), &Page::Organisations);
//! assert!(markup.is_some_and(|markup| markup.into_string().contains("<h1>Organisations</h1>")));
//! ```

mod about;
mod article;
mod campaign;
mod campaigns;
pub mod comparison;
pub mod components;
pub mod download_list;
mod editor_page;
mod editor_steps;
pub mod embed;
pub mod explorer;
pub mod failure_notice;
mod figure;
pub mod filter_controls;
pub mod home;
pub mod home_lead;
mod newest_articles;
pub mod not_found;
mod organisation;
mod organisations;
pub mod result_groups;
mod timeline;

pub use editor_steps::{TARGETS as EDITOR_STEP_TARGETS, steps};
pub use filter_controls::{FilterOption, PropertyFilter};
pub use newest_articles::{MAX_ARTICLES_IN_SIGHT, MAX_LISTED_ARTICLES, newest_articles};

use maud::Markup;

use crate::context::PageContext;
use crate::route::Page;

use components::spaced;

/// Returns the markup of `page`, or that of the 404 page if the catalogue does not have it. `None` for the two pages that
/// change while they are used, home and the figure explorer, and for pages that only the site builder makes
/// ([`Page::is_built`]).
pub fn page(ctx: &PageContext<'_>, page: &Page) -> Option<Markup> {
    let markup = match page {
        Page::Home | Page::Figures => return None,
        Page::Years
        | Page::Year(_)
        | Page::Differences
        | Page::Data
        | Page::Guide
        | Page::GuideChapter(_) => {
            return None;
        }
        Page::Embed => Some(embed::empty_frame(ctx)),
        Page::Article(id) => article::article_page(ctx, id),
        Page::Campaigns => Some(campaigns::campaigns_page(ctx)),
        Page::Campaign(id) => campaign::campaign_page(ctx, id),
        Page::Organisations => Some(organisations::organisations_page(ctx)),
        Page::Organisation(id) => organisation::organisation_page(ctx, id),
        Page::Figure(id) => figure::figure_page(ctx, id),
        Page::Timeline => Some(timeline::timeline_page(ctx)),
        Page::About => Some(about::about_page(ctx)),
        Page::Editor => Some(editor_page::editor_page(ctx)),
        Page::Comparison => Some(comparison::comparison_page(ctx, "").markup),
        Page::NotFound(_) => None,
    };
    Some(markup.map_or_else(|| not_found::not_found_page(ctx), spaced))
}
