//! Units of a build: the tasks that run in parallel, besides the files of the app and the data.

use thidua_core::corpus::Catalogue;
use thidua_pages::route::{Page, Route};

/// One task of a build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BuildUnit {
    /// A page with its assets.
    Page(Route),
    /// Tables of all facts, single and in one archive, and the citations of all articles.
    Exports,
    /// Feeds.
    Feeds,
    /// Sitemap and robots.txt.
    Sitemap,
    /// Redirects from old ids to new ones.
    Redirects,
}

impl BuildUnit {
    /// Returns all units for the site of a catalogue, the longest first, so that no core waits for another at the end.
    pub fn all(catalogue: &Catalogue) -> Vec<BuildUnit> {
        let mut units = vec![BuildUnit::Exports, BuildUnit::Feeds, BuildUnit::Sitemap, BuildUnit::Redirects];
        units.extend(Route::all(catalogue).into_iter().map(BuildUnit::Page));
        let languages = catalogue.languages().iter();
        units.extend(languages.map(|lang| BuildUnit::Page(Route { lang: *lang, page: Page::Embed })));
        units
    }
}
