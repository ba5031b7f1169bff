//! The data of a site.

use std::sync::Arc;

use super::VerifiedArticles;
use crate::route::BasePath;
use thidua_core::corpus::{Catalogue, FigureTable};
use thidua_core::parallel::join;
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
    pub base: BasePath,
    /// The articles whose facts were verified against their source texts.
    pub verified_articles: VerifiedArticles,
    /// The host's origin (`https://example.org`), for links that leave the page; empty where it is not known.
    pub origin: String,
    /// Whether the builder knew the origin, and so wrote the files that name it: codes, feeds.
    pub is_addressed: bool,
}

/// The index of a catalogue, and its figures.
pub type Indexed = (Index, Arc<FigureTable>);

impl SiteData {
    /// Puts the parts together, and builds the index.
    pub fn new(
        catalogue: Catalogue,
        verified_articles: VerifiedArticles,
        base: BasePath,
        origin: String,
    ) -> SiteData {
        let indexed = SiteData::indexed(&catalogue, &verified_articles, Index::build);
        SiteData::with(catalogue, verified_articles, indexed, base, origin)
    }

    /// What is looked up in a catalogue by words, as `index` makes that, and by what figures are.
    pub fn indexed(
        catalogue: &Catalogue,
        verified_articles: &VerifiedArticles,
        index: impl FnOnce(&Catalogue) -> Index + Send,
    ) -> Indexed {
        join(
            || index(catalogue),
            || Arc::new(FigureTable::of(catalogue, &|article| verified_articles.contains(article))),
        )
    }

    /// Puts the parts together, the index of the catalogue among them.
    pub fn with(
        catalogue: Catalogue,
        verified_articles: VerifiedArticles,
        (index, figures): Indexed,
        base: BasePath,
        origin: String,
    ) -> SiteData {
        let is_addressed = !origin.is_empty();
        SiteData { catalogue, index, figures, verified_articles, base, origin, is_addressed }
    }
}
