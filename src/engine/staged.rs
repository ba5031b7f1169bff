//! An engine that holds an index in pieces, for a corpus that is too large to be loaded whole.

use std::collections::VecDeque;
use std::sync::Arc;

use super::home::home;
use super::{Answer, Ask, Engine, Settings, View};
use crate::corpus::Catalogue;
use crate::domain::{ArticleId, Bilingual, Corpus};
use crate::filters;
use crate::page_meta::PageMeta;
use crate::pages::{Attested, SiteData};
use crate::route::{Base, Route};
use crate::search::wire::{self, Fault, Mark, Piece, Start};
use crate::search::{Index, search};

/// So many blocks of texts are kept; the oldest are forgotten, and fetched again should they be wanted.
const KEPT: usize = 256;

/// The engine with the pieces that have come so far.
#[derive(Debug)]
pub struct Staged {
    /// Knows of every article what heads its card.
    engine: Engine,
    /// The articles of the blocks of texts that are here, the last to come at the end.
    blocks: VecDeque<(u32, SiteData)>,
}

impl Staged {
    /// Begins with the start of an index, which has that mark.
    ///
    /// # Errors
    /// Where it is not what it should be.
    pub fn read(bytes: &[u8], mark: Mark, settings: &Settings) -> Result<Staged, Fault> {
        let Start { index, heads } = Start::read(wire::open(Piece::Start, mark, bytes)?)?;
        let engine = Engine::new(site_of(heads, index, settings));
        Ok(Staged { engine, blocks: VecDeque::new() })
    }

    /// The engine, which can say what every piece together would say of a home page.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The pieces that must come before the question of a home page can be answered.
    pub fn wants(&self, query: &str) -> Vec<Piece> {
        self.engine.site().index.wants(&filters::request(query))
    }

    /// A piece that will be wanted some day.
    pub fn spare(&self) -> Option<Piece> {
        self.engine.site().index.missing_words().into_iter().next()
    }

    /// Takes in a piece.
    ///
    /// # Errors
    /// Where it is not what it should be; then nothing has changed.
    pub fn take(&mut self, piece: Piece, bytes: &[u8]) -> Result<(), Fault> {
        let index = &mut self.engine.site_mut().index;
        let content = wire::open(piece, index.mark(piece).ok_or(Fault::Damaged)?, bytes)?;
        match piece {
            Piece::Words(number) => index.take_words(number, content),
            Piece::Texts(number) => {
                let catalogue = index.take_texts(number, content)?;
                self.keep(number, catalogue);
                Ok(())
            }
            _ => Err(Fault::Damaged),
        }
    }

    fn keep(&mut self, number: u32, catalogue: Catalogue) {
        let site = self.engine.site();
        let block = SiteData {
            catalogue,
            index: Index::default(),
            figures: Arc::default(),
            base: site.base.clone(),
            attested: site.attested.clone(),
            origin: site.origin.clone(),
            is_addressed: site.is_addressed,
        };
        self.blocks.retain(|(kept, _)| *kept != number);
        self.blocks.push_back((number, block));
        if self.blocks.len() > KEPT
            && let Some((oldest, _)) = self.blocks.pop_front()
        {
            self.engine.site_mut().index.forget_texts(oldest);
        }
    }

    /// The places of the articles that a search has found, in its order. Everything in [`Staged::wants`] must be here.
    pub fn found(&self, query: &str) -> Vec<u32> {
        let site = self.engine.site();
        let hits = search(&site.index, &filters::request(query)).hits.into_iter();
        hits.filter_map(|hit| Some(site.catalogue.article_place(&hit.article)? as u32)).collect()
    }

    /// The home page for what is asked, and the pieces with which its cards would say more. Everything in
    /// [`Staged::wants`] must be here.
    pub fn home(&self, ask: &Ask) -> (Answer, Vec<Piece>) {
        let site = self.engine.site();
        let route = Route::parse(&ask.path);
        let results = search(&site.index, &filters::request(&ask.query));
        let shown = results.hits.iter().take(ask.most.min(KEPT));
        let mut missing: Vec<Piece> = shown
            .filter_map(|hit| Some(Index::texts_piece(site.catalogue.article_place(&hit.article)?)))
            .filter(|piece| !self.blocks.iter().any(|(number, _)| Piece::Texts(*number) == *piece))
            .collect();
        missing.sort_unstable();
        missing.dedup();
        let elsewhere = |id: &ArticleId| {
            let mut blocks = self.blocks.iter().map(|(_, site)| site);
            blocks.find(|site| site.catalogue.article_place(id).is_some())
        };
        let view = home(site.ctx(route.lang), self.engine.universe(), ask, &results, elsewhere);
        let PageMeta { title, description, .. } = PageMeta::of(&route, &site.catalogue);
        (Answer { path: route.path(), title, description, view: View::Home(view) }, missing)
    }
}

/// The data of a site of which only the heads of articles are known.
fn site_of(heads: Catalogue, index: Index, settings: &Settings) -> SiteData {
    let Settings { base, origin, is_addressed, edition } = settings;
    SiteData {
        catalogue: heads,
        index,
        figures: Arc::default(),
        base: Base::new(base),
        attested: Attested::parse(&edition.attested),
        origin: origin.clone(),
        is_addressed: *is_addressed,
    }
}

/// A site that says nothing but its own words: for pages that there are not.
pub(super) fn blank(settings: &Settings) -> SiteData {
    let nothing = Corpus::empty(Bilingual { vi: String::new(), en: String::new() });
    site_of(Catalogue::new(nothing), Index::default(), settings)
}
