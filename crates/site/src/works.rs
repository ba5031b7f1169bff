//! The tasks of which the build of a site consists, besides the app and the data.

use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::route::{Page, Route};

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// A page with everything beside it.
    Page(Route),
    /// The tables of all facts, alone and in one archive, and the citations of all articles together.
    Exports,
    /// The feeds.
    Feeds,
    /// The sitemap, and what says where it is.
    Sitemap,
    /// Pages that lead from old ids to new ones.
    Redirects,
}

impl Work {
    /// Every task for the site of a catalogue. What takes longest comes first, so that no core waits for another at the end.
    pub fn all(catalogue: &Catalogue) -> Vec<Work> {
        let mut works = vec![Work::Exports, Work::Feeds, Work::Sitemap, Work::Redirects];
        works.extend(Route::all(catalogue).into_iter().map(Work::Page));
        works.extend(Lang::ALL.map(|lang| Work::Page(Route { lang, page: Page::Embed })));
        works
    }
}
