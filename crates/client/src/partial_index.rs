//! An engine that holds an index in pieces, for a corpus that is too large to be loaded whole.

use std::collections::VecDeque;
use std::sync::Arc;
use thidua_pages::html::components::article_card;

use maud::Markup;

use super::home_view::home_view;
use super::{ClientSettings, Engine, PageRequest, PageResponse, View};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Bilingual, Corpus};
use thidua_pages::PageContext;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::{BasePath, Route};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state;
use thidua_search::index_format::{
    ARTICLES_PER_TEXTS_CHUNK, CardHeader, Chunk, ContentHash, DecodeError, IndexMeta, chunk_content,
};
use thidua_search::{Hit, Index, SearchResults, search};

/// So many blocks of texts are kept; the oldest are forgotten, and fetched again should they be wanted.
const MAX_TEXTS_CHUNKS: usize = 256;

/// Up to so many pieces of words, some kilobytes each, are fetched before they are wanted.
const MAX_PREFETCHED_CHUNKS: usize = 200;

/// Where the texts must tell what heads a card, cards are shown once there are so many: what a reader sees at first.
const FIRST_CARDS: usize = 8;

/// The engine with the pieces that have come so far.
#[derive(Debug)]
pub struct PartialIndex {
    /// Knows the names of facets, and the index.
    engine: Engine,
    /// What heads the card of each article; nothing where the texts must tell.
    card_headers: Vec<CardHeader>,
    /// The articles of the blocks of texts that are here, the last to come at the end.
    blocks: VecDeque<(u32, SiteData)>,
}

/// What a search has found.
#[derive(Debug)]
pub struct SearchOutcome {
    results: SearchResults,
    /// The pieces with which more could be said.
    pub missing: MissingChunks,
}

/// Pieces with which more could be said.
#[derive(Debug, Default)]
pub struct MissingChunks {
    /// Those of the first cards first.
    pub chunks: Vec<Chunk>,
    /// Without so many of them nothing can be said.
    pub required: usize,
}

impl PartialIndex {
    /// Begins with the start of an index, which has that mark.
    ///
    /// # Errors
    /// Where it is not what it should be.
    pub fn read(
        bytes: &[u8],
        hash: ContentHash,
        settings: &ClientSettings,
    ) -> Result<PartialIndex, DecodeError> {
        let IndexMeta { index, names, card_headers } =
            IndexMeta::read(chunk_content(Chunk::Meta, hash, bytes)?)?;
        let engine = Engine::new(site_without_articles(names, index, settings));
        Ok(PartialIndex { engine, card_headers, blocks: VecDeque::new() })
    }

    /// The engine, which can say what every piece together would say of a home page.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The pieces that must come before the question of a home page can be answered.
    pub fn missing_chunks(&self, query: &str) -> Vec<Chunk> {
        self.engine.site().index.missing_chunks(&url_state::parse_search(query))
    }

    /// A piece that will be wanted some day; nothing where there are so many that most never will.
    pub fn prefetch_chunk(&self) -> Option<Chunk> {
        let missing = self.engine.site().index.missing_postings_chunks();
        missing.first().copied().filter(|_| missing.len() <= MAX_PREFETCHED_CHUNKS)
    }

    /// Takes in a piece.
    ///
    /// # Errors
    /// Where it is not what it should be; then nothing has changed.
    pub fn insert(&mut self, chunk: Chunk, bytes: &[u8]) -> Result<(), DecodeError> {
        let index = &mut self.engine.site_mut().index;
        let content = chunk_content(chunk, index.hash_of(chunk).ok_or(DecodeError::Corrupt)?, bytes)?;
        match chunk {
            Chunk::Postings(number) => index.insert_postings(number, content),
            Chunk::Texts(number) => {
                let catalogue = index.insert_texts(number, content)?;
                self.keep_texts(number, catalogue);
                Ok(())
            }
            _ => Err(DecodeError::Corrupt),
        }
    }

    fn keep_texts(&mut self, number: u32, catalogue: Catalogue) {
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
        if self.blocks.len() > MAX_TEXTS_CHUNKS
            && let Some((oldest, _)) = self.blocks.pop_front()
        {
            self.engine.site_mut().index.remove_texts(oldest);
        }
    }

    /// The places of the articles that a search has found, in its order. Everything in [`PartialIndex::wants`] must be here.
    pub fn found_articles(&self, query: &str) -> Vec<u32> {
        let site = self.engine.site();
        search(&site.index, &url_state::parse_search(query)).hits.into_iter().map(|hit| hit.article).collect()
    }

    /// What is found for what is asked, and the pieces with which more could be said of it. Everything in [`PartialIndex::wants`]
    /// must be here.
    pub fn search(&self, request: &PageRequest) -> SearchOutcome {
        let index = &self.engine.site().index;
        let search_request = url_state::parse_search(&request.query);
        let results = search(index, &search_request);
        let mut missing = MissingChunks::default();
        for (hit, nth) in results.hits.iter().take(request.max_cards.min(MAX_TEXTS_CHUNKS)).zip(0..) {
            let chunk = Index::texts_chunk(hit.article);
            if self.block_of(hit).is_none() && !missing.chunks.contains(&chunk) {
                missing.chunks.push(chunk);
                missing.required += usize::from(nth < FIRST_CARDS && self.card_headers.is_empty());
            }
        }
        missing.chunks.extend(index.optional_chunks(&search_request));
        SearchOutcome { results, missing }
    }

    /// The home page for what is asked and was found. The first pieces that lack must have come meanwhile.
    pub fn home_page(&self, request: &PageRequest, found: &SearchOutcome) -> PageResponse {
        let site = self.engine.site();
        let route = Route::parse(&request.path);
        let ctx = site.page_context(route.lang);
        let view = home_view(&ctx, self.engine.all_facets(route.lang), request, &found.results, |hit| {
            self.card(&ctx, hit)
        });
        let PageMeta { title, description, .. } = PageMeta::of(&route, &site.catalogue);
        PageResponse { path: route.path(), title, description, view: View::Home(view) }
    }

    /// The articles among which a hit is, if they are here.
    fn block_of(&self, hit: &Hit) -> Option<&SiteData> {
        let chunk = Index::texts_chunk(hit.article);
        let block = self.blocks.iter().find(|(number, _)| Chunk::Texts(*number) == chunk);
        block.map(|(_, site)| site)
    }

    /// The card of a hit, as far as it can be made.
    fn card(&self, ctx: &PageContext<'_>, hit: &Hit) -> Option<Markup> {
        if let Some(block) = self.block_of(hit) {
            let ctx = block.page_context(ctx.lang);
            let article = ctx.catalogue().articles().get(hit.article as usize % ARTICLES_PER_TEXTS_CHUNK)?;
            return Some(article_card::article_card(&ctx, article, hit));
        }
        let organisation = ctx.site.index.organisation(hit.article);
        let organisation = organisation.and_then(|id| ctx.catalogue().organisation(id));
        Some(article_card::header_card(ctx, self.card_headers.get(hit.article as usize)?, organisation))
    }
}

/// The data of a site of which no article is here.
fn site_without_articles(names: Catalogue, index: Index, settings: &ClientSettings) -> SiteData {
    let ClientSettings { base, origin, is_addressed, edition } = settings;
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
pub(super) fn empty_site(settings: &ClientSettings) -> SiteData {
    let corpus = Corpus::empty(Bilingual { vi: String::new(), en: String::new() });
    site_without_articles(Catalogue::new(corpus), Index::default(), settings)
}
