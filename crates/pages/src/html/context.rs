//! What every page may ask for: the data, where the site lives, the language.

use super::components::chart_panel::DrawnCharts;
use crate::route::{Page, Route};
use crate::site_model::SiteData;
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, Lang};
use thidua_i18n::{Words, words};

impl SiteData {
    /// The data seen in a language.
    pub fn ctx(&self, lang: Lang) -> PageContext<'_> {
        PageContext { site: self, lang, w: words(lang), drawn: None }
    }
}

/// Data, language and words together.
#[derive(Debug, Clone, Copy)]
pub struct PageContext<'a> {
    /// The data.
    pub site: &'a SiteData,
    /// The language.
    pub lang: Lang,
    /// The fixed phrases in that language.
    pub w: &'static Words,
    /// The charts of the page that is being made, where they were drawn before.
    pub(super) drawn: Option<&'a DrawnCharts>,
}

impl<'a> PageContext<'a> {
    /// The same, for the page of which these are the charts.
    pub fn with_charts(self, drawn: &'a DrawnCharts) -> PageContext<'a> {
        PageContext { drawn: Some(drawn), ..self }
    }

    /// The facts.
    pub fn catalogue(self) -> &'a Catalogue {
        &self.site.catalogue
    }

    /// The address of `page` in the language of the page.
    pub fn href(self, page: Page) -> String {
        self.site.base.href(&Route { lang: self.lang, page })
    }

    /// Whether the facts of `article` were verified against its source text, as the attestation says.
    pub fn is_verified(self, article: &Article) -> bool {
        self.site.attested.has(article)
    }
}
