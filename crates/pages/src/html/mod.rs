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
mod context;
pub mod download_list;
mod editor_page;
mod embed;
mod explorer;
mod failure_notice;
mod figure;
mod filter_controls;
mod home;
mod list_export;
mod newest_articles;
mod not_found;
mod organisation;
mod organisations;
mod page_download;
mod selection;
mod timeline;

pub use components::chart_panel::{DrawnChart, DrawnCharts};
pub use context::PageContext;
pub use filter_controls::{FilterControl, FilterOption};
pub use list_export::{ListFile, ListItem};
pub use newest_articles::{MAX_LISTED_ARTICLES, newest_articles};
pub use selection::{ExplorerState, MAX_CHARTED_FIGURES};

use maud::Markup;

use crate::route::{Page, Route};
use components::spaced;

impl PageContext<'_> {
    /// The markup of `page`, which the catalogue holds or which says that there is none; `None` for the two pages
    /// that are drawn while they are used: home and the figure explorer.
    pub fn page(self, page: &Page) -> Option<Markup> {
        let markup = match page {
            Page::Home | Page::Figures => return None,
            Page::Embed => Some(self.embed_of_nothing()),
            Page::Article(id) => self.article_page(id),
            Page::Campaigns => Some(self.campaigns_page()),
            Page::Campaign(id) => self.campaign_page(id),
            Page::Organisations => Some(self.organisations_page()),
            Page::Organisation(id) => self.organisation_page(id),
            Page::Figure(id) => self.figure_page(id),
            Page::Timeline => Some(self.timeline_page()),
            Page::About => Some(self.about_page()),
            Page::Workbench => Some(self.workbench_page()),
            Page::NotFound(_) => None,
        };
        Some(markup.map_or_else(|| self.not_found_page(), spaced))
    }

    /// The page to show for `route`: where an old id leads, or the page that says there is none.
    pub fn resolve(self, route: Route) -> Page {
        route.resolve(self.catalogue()).page
    }
}
