//! Explorer over chunks: counts and filters come from the figure index, rows and charts from the facts of the few
//! articles that a view shows.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use thidua_core::collections::{collect_map, collect_set, to_u32};
use thidua_core::corpus::Catalogue;
use thidua_core::domain::{Article, Corpus, Lang};
use thidua_pages::comparison::candidate_figures;
use thidua_pages::html::embed;
use thidua_pages::route::{BasePath, Page};
use thidua_pages::site_model::{SiteData, VerifiedArticles};
use thidua_pages::url_state::{ComparisonQuery, ExplorerTab};
use thidua_pages::view_content::{self, ExplorerState};
use thidua_search::Index;
use thidua_search::index_format::{
    ARTICLES_PER_BULK_FACTS_CHUNK, ARTICLES_PER_FACTS_CHUNK, Chunk, ContentHash, DecodeError, FigureIndex,
    chunk_content,
};

use super::engine::{comparison_response, explorer_view};
use super::{ClientSettings, PageRequest, PageResponse, Parsed, View};

/// Facts chunks above which all are dropped before the next request.
const MAX_FACTS_CHUNKS: usize = 256;

/// A query in a language, and the state that it requests.
type EvaluatedQuery = ((Lang, String), Rc<ExplorerState>);

/// The figure index with the facts that are loaded.
#[derive(Debug)]
pub struct PartialFigures {
    /// Site with all names and the properties of every figure, but no article.
    site: SiteData,
    figures: FigureIndex,
    facts: BTreeMap<u32, Vec<Article>>,
    /// Last query and its state: the same query is evaluated again for every chunk that arrives.
    last: RefCell<Option<EvaluatedQuery>>,
}

impl PartialFigures {
    /// Reads the figure index.
    ///
    /// # Errors
    /// The chunk is corrupt.
    pub fn read(
        bytes: &[u8],
        hash: ContentHash,
        settings: &ClientSettings,
    ) -> Result<PartialFigures, DecodeError> {
        let mut figures = FigureIndex::read(chunk_content(Chunk::Figures, hash, bytes)?)?;
        let site = SiteData {
            catalogue: figures.names.clone().with_article_indexes([]),
            index: Index::default(),
            figures: Arc::new(std::mem::take(&mut figures.table)),
            base: BasePath::new(&settings.base),
            verified_articles: VerifiedArticles::parse(&settings.edition.verified_articles),
            origin: settings.origin.clone(),
            is_addressed: settings.is_addressed,
        };
        Ok(PartialFigures { site, figures, facts: BTreeMap::new(), last: RefCell::default() })
    }

    /// Returns the hash of a facts or id lookup chunk.
    pub fn hash_of(&self, chunk: Chunk) -> Option<ContentHash> {
        self.figures.hash_of(chunk)
    }

    /// Adds a facts chunk.
    ///
    /// # Errors
    /// The chunk is corrupt; nothing has changed.
    pub fn insert(&mut self, number: u32, bytes: &[u8]) -> Result<(), DecodeError> {
        let chunk = Chunk::Facts(number);
        let facts = self.decode_facts(chunk, bytes)?;
        self.facts.insert(number, facts);
        Ok(())
    }

    /// Returns the content of a facts or id lookup chunk.
    ///
    /// # Errors
    /// The chunk is corrupt.
    pub fn content<'b>(&self, chunk: Chunk, bytes: &'b [u8]) -> Result<&'b [u8], DecodeError> {
        chunk_content(chunk, self.hash_of(chunk).ok_or(DecodeError::Corrupt)?, bytes)
    }

    /// Decodes the facts of a small or bulk chunk.
    ///
    /// # Errors
    /// The chunk is corrupt, or has other articles.
    pub fn decode_facts(&self, chunk: Chunk, bytes: &[u8]) -> Result<Vec<Article>, DecodeError> {
        let articles: Vec<Article> =
            borsh::from_slice(self.content(chunk, bytes)?).map_err(|_| DecodeError::Corrupt)?;
        let places = articles_in(chunk);
        let table = &self.site.figures;
        let due = table.articles().saturating_sub(places.start as usize).min(places.len());
        let has_its_figures =
            |(place, article): (u32, &Article)| article.figures.len() == table.of_article(place).len();
        let is_mine = articles.len() == due && places.zip(&articles).all(has_its_figures);
        if is_mine { Ok(articles) } else { Err(DecodeError::Corrupt) }
    }

    /// Facts of a chunk. `None` if they are not loaded.
    pub fn facts(&self, number: u32) -> Option<&[Article]> {
        self.facts.get(&number).map(Vec::as_slice)
    }

    /// Site with all names and the properties of every figure, but no article.
    pub fn site(&self) -> &SiteData {
        &self.site
    }

    /// Frees memory before the next request.
    pub fn trim(&mut self) {
        if self.facts.len() > MAX_FACTS_CHUNKS {
            self.facts.clear();
        }
    }

    /// Facts chunks that a view of the explorer needs and that are not loaded.
    pub fn missing_chunks(&self, request: &Parsed<PageRequest>) -> Vec<Chunk> {
        let explored = self.explored(request.route.lang, &request.raw.query);
        self.missing_chunks_of(&self.articles_of_view(request, &explored))
    }

    /// Facts chunks with these articles that are not loaded.
    pub fn missing_chunks_of(&self, articles: &BTreeSet<u32>) -> Vec<Chunk> {
        let blocks = collect_set(articles.iter().map(|place| place / to_u32(ARTICLES_PER_FACTS_CHUNK)));
        let missing = blocks.into_iter().filter(|block| !self.facts.contains_key(block));
        missing.map(Chunk::Facts).collect()
    }

    /// Articles with the figures among which a query of the comparison chooses.
    pub fn compared_articles(&self, query: &str) -> BTreeSet<u32> {
        let query = ComparisonQuery::parse(query).resolved(&self.site.catalogue);
        // The language does not matter.
        self.articles_with(&candidate_figures(&self.site.page_context(Lang::Vi), &query).numbers)
    }

    /// Returns the comparison from the loaded facts.
    pub fn compare(&self, request: &Parsed<PageRequest>) -> PageResponse {
        let (route, query) = (&request.route, request.raw.query.as_str());
        let part = self.partial_site(self.loaded(&self.compared_articles(query)));
        comparison_response(&part.page_context(route.lang), route, query)
    }

    /// Those of the articles that are loaded, by number.
    fn loaded(&self, articles: &BTreeSet<u32>) -> BTreeMap<u32, Article> {
        let article = |place: &u32| {
            let facts = self.facts.get(&(place / to_u32(ARTICLES_PER_FACTS_CHUNK)))?;
            Some((*place, facts.get(*place as usize % ARTICLES_PER_FACTS_CHUNK)?.clone()))
        };
        collect_map(articles.iter().filter_map(article))
    }

    /// Returns the explorer, or a frame with a view of it, as far as the loaded facts allow.
    pub fn respond(&self, request: &Parsed<PageRequest>) -> PageResponse {
        let (route, query) = (&request.route, request.raw.query.as_str());
        let explored = self.explored(route.lang, query);
        let needed = self.articles_of_view(request, &explored);
        let articles = self.loaded(&needed);
        let part = (articles.len() == needed.len()).then(|| self.partial_site(articles));
        let ctx = part.as_ref().unwrap_or(&self.site).page_context(route.lang);
        let view = match route.page {
            Page::Embed => View::Static(embed::explorer_frame(&ctx, query).into_string()),
            _ => View::Explorer(explorer_view(&ctx, &explored, &request.raw)),
        };
        PageResponse::new(route, &self.site.catalogue, view)
    }

    /// Returns the state of the explorer for a query. Tables are sorted by names in the language of the page.
    pub fn explored(&self, lang: Lang, query: &str) -> Rc<ExplorerState> {
        if let Some(((last_lang, last_query), explored)) = &*self.last.borrow()
            && *last_lang == lang
            && last_query == query
        {
            return explored.clone();
        }
        let explored = Rc::new(view_content::explorer_state(&self.site.page_context(lang), query));
        *self.last.borrow_mut() = Some(((lang, query.to_owned()), explored.clone()));
        explored
    }

    /// Articles of the figures that a view shows: those of a page of the table, or those that the charts read.
    fn articles_of_view(&self, request: &Parsed<PageRequest>, explored: &ExplorerState) -> BTreeSet<u32> {
        match request.route.page == Page::Embed || explored.tab == ExplorerTab::Charts {
            true => self.articles_of_charts(explored),
            false => self.articles_with(&explored.page.figures),
        }
    }

    /// Articles that the charts of the figures that pass read; empty if they are too many to draw.
    pub fn articles_of_charts(&self, explored: &ExplorerState) -> BTreeSet<u32> {
        match explored.is_charted {
            true => self.with_companions(self.articles_with(&explored.matches.figures)),
            false => collect_set([]),
        }
    }

    /// Articles of the figures with these numbers.
    pub fn articles_with(&self, figures: &[u32]) -> BTreeSet<u32> {
        let rows = self.site.figures.figures();
        collect_set(
            figures.iter().filter_map(|number| rows.get(*number as usize)).map(|row| row.position.article),
        )
    }

    /// Adds the articles that the charts of the given ones read.
    pub fn with_companions(&self, mut articles: BTreeSet<u32>) -> BTreeSet<u32> {
        let others = |article: &u32| self.figures.companions.row(*article as usize).iter().copied();
        let others: Vec<u32> = articles.iter().flat_map(others).collect();
        articles.extend(others);
        articles
    }

    /// Articles that run a campaign in phases, by campaign index.
    pub fn articles_running(&self, campaign: u32) -> impl Iterator<Item = u32> {
        (0..to_u32(self.figures.phase_campaigns.len()))
            .filter(move |article| self.figures.phase_campaigns.row(*article as usize).contains(&campaign))
    }

    /// Articles about an organisation that have phases, by organisation index.
    pub fn articles_with_phases(&self, organisation: u32) -> impl Iterator<Item = u32> {
        (0..to_u32(self.figures.phase_campaigns.len())).filter(move |article| {
            let is_its = self.site.figures.organisation_of(*article) == Some(organisation);
            is_its && !self.figures.phase_campaigns.row(*article as usize).is_empty()
        })
    }

    /// Builds a site of some articles by number.
    pub fn partial_site(&self, articles: BTreeMap<u32, Article>) -> SiteData {
        let names = &self.figures.names;
        let places: Vec<u32> = articles.keys().copied().collect();
        let corpus = Corpus { articles: articles.into_values().collect(), ..names.corpus().clone() };
        let catalogue = Catalogue::new(corpus).with_totals(names.totals()).with_article_indexes(places);
        let SiteData { figures, base, verified_articles, origin, is_addressed, .. } = &self.site;
        SiteData {
            catalogue,
            index: Index::default(),
            figures: figures.clone(),
            base: base.clone(),
            verified_articles: verified_articles.clone(),
            origin: origin.clone(),
            is_addressed: *is_addressed,
        }
    }
}

/// Numbers of the articles whose facts are in a chunk.
pub(super) fn articles_in(chunk: Chunk) -> Range<u32> {
    let (number, size) = match chunk {
        Chunk::Facts(number) => (number, to_u32(ARTICLES_PER_FACTS_CHUNK)),
        Chunk::BulkFacts(number) => (number, to_u32(ARTICLES_PER_BULK_FACTS_CHUNK)),
        _ => (0, 0),
    };
    number * size..(number + 1) * size
}
