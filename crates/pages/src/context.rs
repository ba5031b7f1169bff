//! Data that every page function gets: the site, the language, the words.
//!
//! ```
//! use thidua_core::corpus::Catalogue;
//! use thidua_core::domain::Lang;
//! use thidua_pages::route::{BasePath, Page};
//! use thidua_pages::site_model::{SiteData, VerifiedArticles};
//! use thidua_sample::fixture::corpus;
//! let site = SiteData::new(Catalogue::new(corpus()), VerifiedArticles::All, BasePath::new("/kho/"), String::new());
//! let ctx = site.page_context(Lang::En);
//! assert_eq!(ctx.href(Page::Campaigns), "/kho/en/phong-trao/");
//! assert_eq!(ctx.absolute("/kho/"), None, "the origin is not known");
//! ```

use thidua_cite::AccessDate;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, Lang};
use thidua_i18n::{Words, words};

use crate::drawn_charts::DrawnCharts;
use crate::route::{BasePath, Page, Route};
use crate::site_model::SiteData;

/// Data of a site, seen in a language. Page functions take it as their first argument.
#[derive(Debug, Clone, Copy)]
pub struct PageContext<'a> {
    /// The data.
    pub site: &'a SiteData,
    /// The language.
    pub lang: Lang,
    /// The fixed phrases in that language.
    pub words: &'static Words,
    /// The charts of the page that is being written, if they were drawn before.
    pub drawn: Option<&'a DrawnCharts>,
    /// Date on which a file is downloaded, for the citations in it; `None` where there is no clock.
    pub accessed: Option<AccessDate>,
}

impl SiteData {
    /// Returns the data seen in a language.
    pub fn page_context(&self, lang: Lang) -> PageContext<'_> {
        PageContext { site: self, lang, words: words(lang), drawn: None, accessed: None }
    }
}

impl<'a> PageContext<'a> {
    /// Returns the same context for a page whose charts are drawn already.
    pub fn with_charts(self, drawn: &'a DrawnCharts) -> PageContext<'a> {
        PageContext { drawn: Some(drawn), ..self }
    }

    /// Returns the same context for a file that is downloaded on this date.
    pub fn accessed_on(self, accessed: Option<AccessDate>) -> PageContext<'a> {
        PageContext { accessed, ..self }
    }

    /// The facts.
    pub fn catalogue(&self) -> &'a Catalogue {
        &self.site.catalogue
    }

    /// Address of `page` in the language of the context.
    pub fn href(&self, page: Page) -> String {
        self.site.base.href(&Route { lang: self.lang, page })
    }

    /// Absolute form of `href`, with the host; `None` if the origin of the site is not known.
    ///
    /// In a site that is one file, the address is on the published site if the builder knew its origin, else inside that file.
    pub fn absolute(&self, href: &str) -> Option<String> {
        let origin = Some(self.site.origin.as_str()).filter(|origin| !origin.is_empty())?;
        Some(match href.strip_prefix(BasePath::HASH).filter(|_| self.site.is_addressed) {
            Some(path) => format!("{origin}/{path}"),
            None => format!("{origin}{href}"),
        })
    }

    /// True if the facts of `article` were verified against its source text.
    pub fn is_verified(&self, article: &Article) -> bool {
        self.site.verified_articles.contains(article)
    }
}
