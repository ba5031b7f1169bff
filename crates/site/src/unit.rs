//! Units of a build: the tasks that run in parallel, or one after the other where a caller wants to stop between them.

use thidua_core::corpus::Catalogue;
use thidua_pages::route::{Page, Route};

/// One task of a build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BuildUnit {
    /// Files of the app, the data, the edition file and the service worker.
    AppAndData,
    /// Chunks of the search index, if there is one.
    SearchIndex,
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
        let mut units = vec![
            BuildUnit::SearchIndex,
            BuildUnit::AppAndData,
            BuildUnit::Exports,
            BuildUnit::Feeds,
            BuildUnit::Sitemap,
            BuildUnit::Redirects,
        ];
        units.extend(Route::all(catalogue).into_iter().map(BuildUnit::Page));
        let languages = catalogue.languages().iter();
        units.extend(languages.map(|lang| BuildUnit::Page(Route { lang: *lang, page: Page::Embed })));
        units
    }
}
