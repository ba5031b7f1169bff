//! An engine that holds an index in pieces, for a corpus that is too large to be loaded whole.

use std::collections::VecDeque;
use std::sync::Arc;

use maud::Markup;

use super::home::home;
use super::{Answer, Ask, Engine, Settings, View};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Bilingual, Corpus};
use thidua_pages::html::PageContext;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state;
use thidua_search::wire::{self, Fault, Head, Mark, Piece, Start};
use thidua_search::{Hit, Index, Results, search};

/// So many blocks of texts are kept; the oldest are forgotten, and fetched again should they be wanted.
const KEPT: usize = 256;

/// Up to so many pieces of words, some kilobytes each, are fetched before they are wanted.
const SPARE: usize = 200;

/// Where the texts must tell what heads a card, cards are shown once there are so many: what a reader sees at first.
const FIRST: usize = 8;

/// The engine with the pieces that have come so far.
#[derive(Debug)]
pub struct Staged {
    /// Knows the names of facets, and the index.
    engine: Engine,
    /// What heads the card of each article; nothing where the texts must tell.
    heads: Vec<Head>,
    /// The articles of the blocks of texts that are here, the last to come at the end.
    blocks: VecDeque<(u32, SiteData)>,
}

/// What a search has found.
#[derive(Debug)]
pub struct Found {
    results: Results,
    /// The pieces with which more could be said.
    pub lacking: Lacking,
}

/// Pieces with which more could be said.
#[derive(Debug, Default)]
pub struct Lacking {
    /// Those of the first cards first.
    pub pieces: Vec<Piece>,
    /// Without so many of them nothing can be said.
    pub first: usize,
}

impl Staged {
    /// Begins with the start of an index, which has that mark.
    ///
    /// # Errors
    /// Where it is not what it should be.
    pub fn read(bytes: &[u8], mark: Mark, settings: &Settings) -> Result<Staged, Fault> {
        let Start { index, names, heads } = Start::read(wire::open(Piece::Start, mark, bytes)?)?;
        let engine = Engine::new(site_of(names, index, settings));
        Ok(Staged { engine, heads, blocks: VecDeque::new() })
    }

    /// The engine, which can say what every piece together would say of a home page.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The pieces that must come before the question of a home page can be answered.
    pub fn wants(&self, query: &str) -> Vec<Piece> {
        self.engine.site().index.wants(&url_state::parse_search(query))
    }

    /// A piece that will be wanted some day; nothing where there are so many that most never will.
    pub fn spare(&self) -> Option<Piece> {
        let missing = self.engine.site().index.missing_words();
        missing.first().copied().filter(|_| missing.len() <= SPARE)
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
        search(&site.index, &url_state::parse_search(query)).hits.into_iter().map(|hit| hit.place).collect()
    }

    /// What is found for what is asked, and the pieces with which more could be said of it. Everything in [`Staged::wants`]
    /// must be here.
    pub fn look(&self, ask: &Ask) -> Found {
        let index = &self.engine.site().index;
        let request = url_state::parse_search(&ask.query);
        let results = search(index, &request);
        let mut lacking = Lacking::default();
        for (hit, nth) in results.hits.iter().take(ask.most.min(KEPT)).zip(0..) {
            let piece = Index::texts_piece(hit.place);
            if self.block_of(hit).is_none() && !lacking.pieces.contains(&piece) {
                lacking.pieces.push(piece);
                lacking.first += usize::from(nth < FIRST && self.heads.is_empty());
            }
        }
        lacking.pieces.extend(index.would_add(&request));
        Found { results, lacking }
    }

    /// The home page for what is asked and was found. The first pieces that lack must have come meanwhile.
    pub fn home(&self, ask: &Ask, found: &Found) -> Answer {
        let site = self.engine.site();
        let route = Route::parse(&ask.path);
        let ctx = site.ctx(route.lang);
        let view =
            home(ctx, self.engine.universe(route.lang), ask, &found.results, |hit| self.card(ctx, hit));
        let PageMeta { title, description, .. } = PageMeta::of(&route, &site.catalogue);
        Answer { path: route.path(), title, description, view: View::Home(view) }
    }

    /// The articles among which a hit is, if they are here.
    fn block_of(&self, hit: &Hit) -> Option<&SiteData> {
        let piece = Index::texts_piece(hit.place);
        let block = self.blocks.iter().find(|(number, _)| Piece::Texts(*number) == piece);
        block.map(|(_, site)| site)
    }

    /// The card of a hit, as far as it can be made.
    fn card(&self, ctx: PageContext<'_>, hit: &Hit) -> Option<Markup> {
        if let Some(block) = self.block_of(hit) {
            let ctx = block.ctx(ctx.lang);
            let article = ctx.catalogue().articles().get(hit.place as usize % wire::TEXTS)?;
            return Some(ctx.article_card(article, hit));
        }
        let organisation = ctx.site.index.organisation(hit.place);
        let organisation = organisation.and_then(|id| ctx.catalogue().organisation(id));
        Some(ctx.head_card(self.heads.get(hit.place as usize)?, organisation))
    }
}

/// The data of a site of which no article is here.
fn site_of(names: Catalogue, index: Index, settings: &Settings) -> SiteData {
    let Settings { base, origin, is_addressed, edition } = settings;
    SiteData {
        catalogue: names,
        index,
        figures: Arc::default(),
        base: BasePath::new(base),
        attested: VerifiedArticles::parse(&edition.attested),
        origin: origin.clone(),
        is_addressed: *is_addressed,
    }
}

/// A site that says nothing but its own words: for pages that there are not.
pub(super) fn blank(settings: &Settings) -> SiteData {
    let nothing = Corpus::empty(Bilingual { vi: String::new(), en: String::new() });
    site_of(Catalogue::new(nothing), Index::default(), settings)
}
