//! Where the site stands: its facts with the addresses of their pages, absolute where the origin is known.

use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::route::{BasePath, Page, Route};

/// What the files for machines are made of.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The facts.
    pub catalogue: &'a Catalogue,
    /// Where on its host the site lives.
    pub base: &'a BasePath,
    /// The host's origin (`https://example.org`); empty where it is not known, and then addresses begin with the base.
    pub origin: &'a str,
}

impl Place<'_> {
    /// Whether addresses are absolute, as feeds, sitemaps and pictures of links must have them.
    pub fn is_absolute(self) -> bool {
        !self.origin.is_empty()
    }

    /// The address of a page.
    pub fn url(self, route: &Route) -> String {
        format!("{}{}", self.origin, self.base.href(route))
    }

    /// The address of a page in Vietnamese, which names the thing that the page is about in every language.
    pub fn name(self, page: Page) -> String {
        self.url(&Route { lang: Lang::Vi, page })
    }

    /// The address of a page in Vietnamese as it stands in a file that leaves the site: with the host. `None` where that
    /// is not known.
    pub fn cited(self, page: Page) -> Option<String> {
        self.is_absolute().then(|| self.name(page))
    }

    /// The address of a file of the site.
    pub fn file(self, path: &str) -> String {
        format!("{}{}", self.origin, self.base.file(path))
    }
}
