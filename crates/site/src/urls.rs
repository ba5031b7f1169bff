//! URLs of a site, absolute if its origin is known.

use thidua_core::corpus::Catalogue;
use thidua_core::domain::Lang;
use thidua_pages::route::{BasePath, Page, Route};

/// Catalogue of a site with the URLs of its pages and files.
#[derive(Debug, Clone, Copy)]
pub struct SiteUrls<'a> {
    /// Facts of the site.
    pub catalogue: &'a Catalogue,
    /// Path of the site on its host.
    pub base: &'a BasePath,
    /// Origin of the host (`https://example.org`); empty if unknown, URLs then begin with the base path.
    pub origin: &'a str,
}

impl SiteUrls<'_> {
    /// Returns whether URLs are absolute, as feeds, sitemaps and preview pictures need them.
    pub fn is_absolute(self) -> bool {
        !self.origin.is_empty()
    }

    /// Returns the URL of a page.
    pub fn url(self, route: &Route) -> String {
        format!("{}{}", self.origin, self.base.href(route))
    }

    /// Returns the URL of the Vietnamese page. In linked data it identifies the thing that the page describes, for both
    /// languages.
    pub fn canonical(self, page: Page) -> String {
        self.url(&Route { lang: Lang::Vi, page })
    }

    /// Returns the absolute URL of the Vietnamese page, for files that leave the site. `None` if the origin is unknown.
    pub fn absolute(self, page: Page) -> Option<String> {
        self.is_absolute().then(|| self.canonical(page))
    }

    /// Returns the URL of a file of the site.
    pub fn file(self, path: &str) -> String {
        format!("{}{}", self.origin, self.base.file(path))
    }
}
