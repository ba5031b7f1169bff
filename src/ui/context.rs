//! What every component may ask for: the data, the base path, the language.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::corpus::Catalogue;
use crate::domain::{Article, ArticleId, Lang};
use crate::i18n::{Words, words};
use crate::route::{Base, Page, Route};
use crate::search::Index;

/// The data of the site, loaded once and never changed.
#[derive(Debug)]
pub struct SiteData {
    /// The facts.
    pub catalogue: Catalogue,
    /// The index of the facts.
    pub index: Index,
    /// Where the site lives on its host.
    pub base: Base,
    /// The articles whose facts were verified against their source texts.
    pub attested: Attested,
    /// The host's origin (`https://example.org`), for links that leave the page; empty while pages are built
    /// without one.
    pub origin: String,
}

/// Which articles were verified. The builder checks the attestation against the corpus and writes this into every
/// page, so that the browser need not hash the corpus again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attested {
    /// Every article of the corpus.
    All,
    /// These only.
    Some(BTreeSet<ArticleId>),
}

impl Attested {
    /// Reads what [`Attested::attribute`] wrote; anything else attests nothing.
    pub fn parse(text: &str) -> Attested {
        match text {
            "all" => Attested::All,
            ids => Attested::Some(ids.split_whitespace().map(ArticleId::new).collect()),
        }
    }

    /// The value of the `data-attested` attribute.
    pub fn attribute(&self) -> String {
        match self {
            Attested::All => "all".to_owned(),
            Attested::Some(ids) => ids.iter().map(ArticleId::as_str).collect::<Vec<_>>().join(" "),
        }
    }
}

/// A handle to the [`SiteData`], cheap to copy about.
pub type Site = Arc<SiteData>;

/// The data, from anywhere below [`super::app::App`].
pub fn use_site() -> Site {
    expect_context::<Site>()
}

/// The language of the page that is shown.
#[derive(Debug, Clone, Copy)]
pub struct PageLang(pub Lang);

/// The language in which the component that asks is shown.
pub fn use_lang() -> Lang {
    use_context::<PageLang>().map_or(Lang::Vi, |PageLang(lang)| lang)
}

/// The fixed phrases in that language.
pub fn use_words() -> &'static Words {
    words(use_lang())
}

impl SiteData {
    /// Puts the parts together.
    pub fn new(catalogue: Catalogue, attested: Attested, base: Base, origin: String) -> SiteData {
        let index = Index::build(&catalogue);
        SiteData { catalogue, index, attested, base, origin }
    }

    /// The address of `page` in `lang`.
    pub fn href(&self, lang: Lang, page: Page) -> String {
        self.base.href(&Route { lang, page })
    }
}

/// Data, language and words together, for the functions that draw a piece of a page from borrowed facts.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// The data.
    pub site: &'a SiteData,
    /// The language.
    pub lang: Lang,
    /// The fixed phrases in that language.
    pub w: &'static Words,
}

impl SiteData {
    /// A context in the language of the component that asks.
    pub fn ctx(&self) -> Ctx<'_> {
        let lang = use_lang();
        Ctx { site: self, lang, w: words(lang) }
    }

    /// Whether the facts of `article` were verified against its source text, as the attestation says.
    pub fn is_verified(&self, article: &Article) -> bool {
        match &self.attested {
            Attested::All => true,
            Attested::Some(ids) => ids.contains(&article.id),
        }
    }
}

impl<'a> Ctx<'a> {
    /// The facts.
    pub fn catalogue(self) -> &'a Catalogue {
        &self.site.catalogue
    }

    /// The address of `page` in the language of the page.
    pub fn href(self, page: Page) -> String {
        self.site.href(self.lang, page)
    }
}
