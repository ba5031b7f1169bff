//! The parts of a site of which each is made, and left as it is, as one.

use crate::corpus::Catalogue;
use crate::domain::Lang;
use crate::route::{Page, Route};

/// A part of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// A page with everything beside it.
    Page(Route),
    /// The tables of all facts, alone and in one archive, and the citations of all articles together.
    Told,
    /// The feeds.
    Feeds,
    /// The sitemap, and what says where it is.
    Sitemap,
    /// Pages that lead from old ids to new ones.
    Redirects,
}

impl Work {
    /// Every part of the site of a catalogue. What takes longest comes first, so that no core waits for another at the end.
    pub fn all(catalogue: &Catalogue) -> Vec<Work> {
        let mut works = vec![Work::Told, Work::Feeds, Work::Sitemap, Work::Redirects];
        works.extend(Route::all(catalogue).into_iter().map(Work::Page));
        works.extend(Lang::ALL.map(|lang| Work::Page(Route { lang, page: Page::Embed })));
        works
    }

    /// Its name: of a page its path, and no path begins like the others.
    pub fn name(&self) -> String {
        match self {
            Work::Page(route) => route.path(),
            Work::Told => "*told".to_owned(),
            Work::Feeds => "*feeds".to_owned(),
            Work::Sitemap => "*sitemap".to_owned(),
            Work::Redirects => "*redirects".to_owned(),
        }
    }
}
