//! What every page may ask for: the data, where the site lives, the language.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::parts::chart_panel::DrawnCharts;
use crate::route::{Base, Page, Route};
use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureTable};
use thidua_core::domain::{Article, ArticleId, Lang};
use thidua_core::parallel::join;
use thidua_i18n::{Words, words};
use thidua_search::Index;

/// The data of the site, loaded once and never changed.
#[derive(Debug)]
pub struct SiteData {
    /// The facts.
    pub catalogue: Catalogue,
    /// The index of the facts.
    pub index: Index,
    /// What every figure can be chosen by; where only a part of the facts is here, those of the whole.
    pub figures: Arc<FigureTable>,
    /// Where the site lives on its host.
    pub base: Base,
    /// The articles whose facts were verified against their source texts.
    pub attested: Attested,
    /// The host's origin (`https://example.org`), for links that leave the page; empty where it is not known.
    pub origin: String,
    /// Whether the builder knew the origin, and so wrote the files that name it: codes, feeds.
    pub is_addressed: bool,
}

/// Which articles were verified. The builder checks the attestation against the corpus and writes this into the
/// manifest, so that the browser need not hash the corpus again.
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
            ids => Attested::Some(collect_set(ids.split_whitespace().map(ArticleId::new))),
        }
    }

    /// Whether the facts of `article` were verified.
    pub fn has(&self, article: &Article) -> bool {
        match self {
            Attested::All => true,
            Attested::Some(ids) => ids.contains(&article.id),
        }
    }

    /// As it stands in an [`Edition`](super::Edition).
    pub fn attribute(&self) -> String {
        match self {
            Attested::All => "all".to_owned(),
            Attested::Some(ids) => ids.iter().map(ArticleId::as_str).collect::<Vec<_>>().join(" "),
        }
    }
}

/// The index of a catalogue, and its figures.
pub type Indexed = (Index, Arc<FigureTable>);

impl SiteData {
    /// Puts the parts together, and builds the index.
    pub fn new(catalogue: Catalogue, attested: Attested, base: Base, origin: String) -> SiteData {
        let indexed = SiteData::indexed(&catalogue, &attested, Index::build);
        SiteData::with(catalogue, attested, indexed, base, origin)
    }

    /// What is looked up in a catalogue by words, as `index` makes that, and by what figures are.
    pub fn indexed(
        catalogue: &Catalogue,
        attested: &Attested,
        index: impl FnOnce(&Catalogue) -> Index + Send,
    ) -> Indexed {
        join(|| index(catalogue), || Arc::new(FigureTable::of(catalogue, &|article| attested.has(article))))
    }

    /// Puts the parts together, the index of the catalogue among them.
    pub fn with(
        catalogue: Catalogue,
        attested: Attested,
        (index, figures): Indexed,
        base: Base,
        origin: String,
    ) -> SiteData {
        let is_addressed = !origin.is_empty();
        SiteData { catalogue, index, figures, attested, base, origin, is_addressed }
    }

    /// The data seen in a language.
    pub fn ctx(&self, lang: Lang) -> Ctx<'_> {
        Ctx { site: self, lang, w: words(lang), drawn: None }
    }
}

/// Data, language and words together.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// The data.
    pub site: &'a SiteData,
    /// The language.
    pub lang: Lang,
    /// The fixed phrases in that language.
    pub w: &'static Words,
    /// The charts of the page that is being made, where they were drawn before.
    pub(super) drawn: Option<&'a DrawnCharts>,
}

impl<'a> Ctx<'a> {
    /// The same, for the page of which these are the charts.
    pub fn with_charts(self, drawn: &'a DrawnCharts) -> Ctx<'a> {
        Ctx { drawn: Some(drawn), ..self }
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
