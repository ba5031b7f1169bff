//! The data of a site.

use std::sync::Arc;

use thidua_core::corpus::{Catalogue, FigureTable};
use thidua_core::parallel::join;
use thidua_search::Index;

use super::VerifiedArticles;
use crate::route::BasePath;

/// Data of a site, loaded once and never changed.
#[derive(Debug)]
pub struct SiteData {
    /// The facts.
    pub catalogue: Catalogue,
    /// Search index of the facts.
    pub index: Index,
    /// Filterable properties of every figure of the whole corpus, also if only some of the facts are loaded.
    pub figures: Arc<FigureTable>,
    /// Base path of the site on its host.
    pub base: BasePath,
    /// Articles whose facts were verified against their source texts.
    pub verified_articles: VerifiedArticles,
    /// Origin of the host (`https://example.org`), for links that leave the page; empty if it is not known.
    pub origin: String,
    /// True if the builder knew the origin, and so wrote the files that contain it: QR codes, feeds.
    pub is_addressed: bool,
}

/// Search index of a catalogue, and the table of its figures.
pub type Indexed = (Index, Arc<FigureTable>);

impl SiteData {
    /// Builds the search index and puts the parts together.
    pub fn new(
        catalogue: Catalogue,
        verified_articles: VerifiedArticles,
        base: BasePath,
        origin: String,
    ) -> SiteData {
        let indexed = SiteData::indexed(&catalogue, &verified_articles, Index::build);
        SiteData::with(catalogue, verified_articles, indexed, base, origin)
    }

    /// Builds the search index with `index`, and the table of figures.
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

    /// Puts the parts together, with an index that was built before.
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
