//! Facts as HTML: every page that only tells, and the parts that all pages are made of.
//!
//! Plain markup, written by the maud macro, which escapes every text. It knows nothing of Leptos or the browser: the
//! builder writes it into files, and in the page [`thidua_ui`] puts the same text in place, which costs a tenth of the
//! code and time of building it node by node. What changes while it is looked at — search, facets, choices — lives in
//! `ui`; buttons here say with `data-do` what they ask of it.
//!
//! One file a page; a page puts [`parts`] together and holds no algorithm.

mod about;
mod article;
mod campaign;
mod campaigns;
pub mod components;
pub mod download_list;
mod editor_page;
pub mod embed;
pub mod explorer;
pub mod failure_notice;
mod figure;
pub mod filter_controls;
pub mod home;
mod newest_articles;
pub mod not_found;
mod organisation;
mod organisations;
mod timeline;

pub use filter_controls::{FilterControl, FilterOption};
pub use newest_articles::{MAX_LISTED_ARTICLES, newest_articles};

use maud::Markup;

use crate::context::PageContext;

use crate::route::{Page, Route};
use components::spaced;

/// The markup of `page`, which the catalogue holds or which says that there is none; `None` for the two pages
/// that are drawn while they are used: home and the figure explorer.
pub fn page(ctx: &PageContext<'_>, page: &Page) -> Option<Markup> {
    let markup = match page {
        Page::Home | Page::Figures => return None,
        Page::Embed => Some(embed::empty_frame(ctx)),
        Page::Article(id) => article::article_page(ctx, id),
        Page::Campaigns => Some(campaigns::campaigns_page(ctx)),
        Page::Campaign(id) => campaign::campaign_page(ctx, id),
        Page::Organisations => Some(organisations::organisations_page(ctx)),
        Page::Organisation(id) => organisation::organisation_page(ctx, id),
        Page::Figure(id) => figure::figure_page(ctx, id),
        Page::Timeline => Some(timeline::timeline_page(ctx)),
        Page::About => Some(about::about_page(ctx)),
        Page::Workbench => Some(editor_page::editor_page(ctx)),
        Page::NotFound(_) => None,
    };
    Some(markup.map_or_else(|| not_found::not_found_page(ctx), spaced))
}

/// The page to show for `route`: where an old id leads, or the page that says there is none.
pub fn shown_page(ctx: &PageContext<'_>, route: Route) -> Page {
    route.resolve(ctx.catalogue()).page
}
