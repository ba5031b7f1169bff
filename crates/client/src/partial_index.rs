//! Search over chunks, for a corpus that is too large to be loaded at once.

use std::collections::VecDeque;
use std::sync::Arc;

use maud::Markup;

use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Bilingual, Corpus};
use thidua_pages::PageContext;
use thidua_pages::html::components::article_card;
use thidua_pages::html::result_groups;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::resolved_search;
use thidua_search::index_format::{
    ARTICLES_PER_TEXTS_CHUNK, CardHeader, Chunk, ContentHash, DecodeError, IndexMeta, chunk_content,
};
use thidua_search::{Hit, Index, SearchRequest, SearchResults, search};

use super::home_view::home_view;
use super::result_groups::groups;
use super::{ClientSettings, Engine, PageRequest, PageResponse, Parsed, View};

/// Texts chunks that are kept; the oldest are dropped and fetched again if needed.
const MAX_TEXTS_CHUNKS: usize = 256;

/// Maximum number of missing postings chunks (some kilobytes each) for which prefetching is worthwhile.
const MAX_PREFETCHED_CHUNKS: usize = 200;

/// Without card headers, cards are shown once this many are complete: what a reader sees first.
const FIRST_CARDS: usize = 8;

/// An engine with the index chunks that are loaded.
#[derive(Debug)]
pub struct PartialIndex {
    /// Engine with the names of facets and the index, without articles.
    engine: Engine,
    /// Header of each article's card; empty if the texts must be waited for.
    card_headers: Vec<CardHeader>,
    /// Articles of the loaded texts chunks, the newest last. Embedded ones are never dropped: they have no file.
    blocks: VecDeque<(u32, SiteData)>,
}

/// Result of a search.
#[derive(Debug)]
pub struct SearchOutcome {
    results: SearchResults,
    /// Chunks that would complete the response.
    pub missing: MissingChunks,
}

/// Chunks that would complete a response.
#[derive(Debug, Default)]
pub struct MissingChunks {
    /// Chunks of the first cards come first.
    pub chunks: Vec<Chunk>,
    /// Number of chunks at the start of `chunks` without which there is nothing to show.
    pub required: usize,
}

impl PartialIndex {
    /// Reads the index metadata, with the chunks that it embeds.
    ///
    /// # Errors
    /// The chunk is corrupt.
    pub fn read(
        bytes: &[u8],
        hash: ContentHash,
        settings: &ClientSettings,
    ) -> Result<PartialIndex, DecodeError> {
        let IndexMeta { index, texts, names, campaign_articles, card_headers } =
            IndexMeta::read(chunk_content(Chunk::Meta, hash, bytes)?)?;
        let site = site_without_articles(names, index, settings);
        let engine = Engine::with_campaign_articles(site, campaign_articles);
        let blocks = (0..).zip(texts).map(|(number, texts)| (number, block(engine.site(), texts))).collect();
        Ok(PartialIndex { engine, card_headers, blocks })
    }

    /// Engine with the loaded data.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Chunks that a search needs and that are not loaded.
    pub fn missing_chunks(&self, request: &SearchRequest) -> Vec<Chunk> {
        self.engine.site().index.missing_chunks(request)
    }

    /// Next chunk worth prefetching. `None` if so many are missing that most will never be needed.
    pub fn prefetch_chunk(&self) -> Option<Chunk> {
        let missing = self.engine.site().index.missing_postings_chunks();
        missing.first().copied().filter(|_| missing.len() <= MAX_PREFETCHED_CHUNKS)
    }

    /// Adds a postings or texts chunk.
    ///
    /// # Errors
    /// The chunk is corrupt or not of the index; nothing has changed.
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
        let block = block(self.engine.site(), catalogue);
        self.blocks.retain(|(other, _)| *other != number);
        self.blocks.push_back((number, block));
        if self.blocks.len() > MAX_TEXTS_CHUNKS
            && let Some((oldest, _)) = self.blocks.pop_front()
        {
            self.engine.site_mut().index.remove_texts(oldest);
        }
    }

    /// Numbers of the articles found, in result order. All of [`PartialIndex::missing_chunks`] must be loaded.
    pub fn found_articles(&self, request: &SearchRequest) -> Vec<u32> {
        let site = self.engine.site();
        let request = resolved_search(request.clone(), &site.catalogue);
        search(&site.index, &request).hits.into_iter().map(|hit| hit.article).collect()
    }

    /// Searches, and determines the chunks that would complete the response. All of [`PartialIndex::missing_chunks`]
    /// must be loaded.
    pub fn search(&self, request: &Parsed<PageRequest>) -> SearchOutcome {
        let site = self.engine.site();
        let index = &site.index;
        let results = search(index, &resolved_search(request.search.clone(), &site.catalogue));
        let mut missing = MissingChunks::default();
        for (hit, nth) in results.hits.iter().take(request.raw.max_cards.min(MAX_TEXTS_CHUNKS)).zip(0..) {
            let chunk = Index::texts_chunk(hit.article);
            if self.block_of(hit).is_none() && !missing.chunks.contains(&chunk) {
                missing.chunks.push(chunk);
                missing.required += usize::from(nth < FIRST_CARDS && self.card_headers.is_empty());
            }
        }
        missing.chunks.extend(index.optional_chunks(&request.search));
        SearchOutcome { results, missing }
    }

    /// Returns the home page for a search result, with the lead that is to be shown anew, see [`HomeView::lead`]. The required
    /// chunks of [`MissingChunks`] must be loaded.
    ///
    /// [`HomeView::lead`]: super::HomeView::lead
    pub fn home_page(
        &self,
        request: &Parsed<PageRequest>,
        found: &SearchOutcome,
        lead: Option<String>,
    ) -> PageResponse {
        let site = self.engine.site();
        let route = &request.route;
        let ctx = site.page_context(route.lang);
        let groups = groups(&ctx, self.engine.names(), &request.search, &found.results, |hit, id| {
            let ctx = self.block_of(hit)?.page_context(ctx.lang);
            let article = ctx.catalogue().articles().get(hit.article as usize % ARTICLES_PER_TEXTS_CHUNK)?;
            result_groups::figure_row(&ctx, article, id)
        });
        let all_facets = self.engine.all_facets(route.lang);
        let view =
            home_view(&ctx, all_facets, request, &found.results, groups, lead, |hit| self.card(&ctx, hit));
        PageResponse::with_meta(route, PageMeta::of_home(&site.catalogue, route.lang), View::Home(view))
    }

    /// Site of the texts chunk with a hit, if it is loaded.
    fn block_of(&self, hit: &Hit) -> Option<&SiteData> {
        let chunk = Index::texts_chunk(hit.article);
        let block = self.blocks.iter().find(|(number, _)| Chunk::Texts(*number) == chunk);
        block.map(|(_, site)| site)
    }

    /// Card of a hit, from texts or else from the card header. `None` if neither is loaded.
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

/// Site data of a texts chunk: its articles, without an index.
fn block(site: &SiteData, catalogue: Catalogue) -> SiteData {
    SiteData {
        catalogue,
        index: Index::default(),
        figures: Arc::default(),
        base: site.base.clone(),
        verified_articles: site.verified_articles.clone(),
        origin: site.origin.clone(),
        is_addressed: site.is_addressed,
    }
}

/// Site data with names and an index, but no articles.
fn site_without_articles(names: Catalogue, index: Index, settings: &ClientSettings) -> SiteData {
    let ClientSettings { base, origin, is_addressed, edition } = settings;
    SiteData {
        catalogue: names,
        index,
        figures: Arc::default(),
        base: BasePath::new(base),
        verified_articles: VerifiedArticles::parse(&edition.verified_articles),
        origin: origin.clone(),
        is_addressed: *is_addressed,
    }
}

/// Site with nothing but the interface words, for error pages.
pub(super) fn empty_site(settings: &ClientSettings) -> SiteData {
    let corpus = Corpus::empty(Bilingual { vi: String::new(), en: String::new() });
    site_without_articles(Catalogue::new(corpus), Index::default(), settings)
}
