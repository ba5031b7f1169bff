//! The explorer where the corpus is not loaded: counts and choosers from one piece, rows and charts from the facts of the
//! few articles that a view shows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::answering::explorer;
use super::{Answer, Ask, Settings, View};
use crate::corpus::Catalogue;
use crate::domain::{Article, Corpus};
use crate::order::{map, set};
use crate::page_meta::PageMeta;
use crate::pages::{Attested, Explored, SiteData};
use crate::route::{Base, Page, Route};
use crate::search::Index;
use crate::search::wire::{self, FACTS, Fault, Figures, Mark, Piece};

/// With more pieces of facts than these, all are forgotten before the next question.
const KEPT: usize = 256;

/// The explorer with the pieces that have come so far.
#[derive(Debug)]
pub struct Explorer {
    /// Every name and every figure's properties, and no article.
    site: SiteData,
    figures: Figures,
    facts: BTreeMap<u32, Vec<Article>>,
}

impl Explorer {
    /// Begins with the piece of the explorer.
    ///
    /// # Errors
    /// Where it is not what it should be.
    pub fn read(bytes: &[u8], mark: Mark, settings: &Settings) -> Result<Explorer, Fault> {
        let mut figures = Figures::read(wire::open(Piece::Figures, mark, bytes)?)?;
        let site = SiteData {
            catalogue: figures.names.clone().at_places([]),
            index: Index::default(),
            figures: Arc::new(std::mem::take(&mut figures.table)),
            base: Base::new(&settings.base),
            attested: Attested::parse(&settings.attested),
            origin: settings.origin.clone(),
            is_addressed: settings.is_addressed,
        };
        Ok(Explorer { site, figures, facts: BTreeMap::new() })
    }

    /// What a piece of facts is named by.
    pub fn mark(&self, piece: Piece) -> Option<Mark> {
        self.figures.mark(piece)
    }

    /// Takes in the facts of a few articles.
    ///
    /// # Errors
    /// Where they are not what they should be; then nothing has changed.
    pub fn take(&mut self, number: u32, bytes: &[u8]) -> Result<(), Fault> {
        let piece = Piece::Facts(number);
        let content = wire::open(piece, self.mark(piece).ok_or(Fault::Damaged)?, bytes)?;
        let articles: Vec<Article> = serde_json::from_slice(content).map_err(|_| Fault::Damaged)?;
        let first = number as usize * FACTS;
        let figures = |at: usize| self.site.figures.of_article((first + at) as u32).len();
        let due = self.site.figures.articles().saturating_sub(first).min(FACTS);
        let is_mine = articles.len() == due
            && articles.iter().enumerate().all(|(at, article)| article.figures.len() == figures(at));
        if !is_mine {
            return Err(Fault::Damaged);
        }
        self.facts.insert(number, articles);
        Ok(())
    }

    /// Makes room before the next question.
    pub fn tidy(&mut self) {
        if self.facts.len() > KEPT {
            self.facts.clear();
        }
    }

    /// What stands at an address of the explorer or of a frame with a view of it, as far as it can be said, and the pieces
    /// that are missing.
    pub fn answer(&self, ask: &Ask) -> (Answer, Vec<Piece>) {
        let route = Route::parse(&ask.path);
        let explored = self.site.ctx(route.lang).explored(&ask.query);
        let needed = self.articles_of(&explored);
        let blocks = set(needed.iter().map(|place| place / FACTS as u32));
        let missing = blocks.into_iter().filter(|block| !self.facts.contains_key(block));
        let missing: Vec<Piece> = missing.map(Piece::Facts).collect();
        let part = missing.is_empty().then(|| self.part(&needed));
        let ctx = part.as_ref().unwrap_or(&self.site).ctx(route.lang);
        let view = match route.page {
            Page::Embed => View::Told(ctx.embed_view(&ask.query).into_string()),
            _ => View::Explorer(explorer(ctx, &explored, &ask.query)),
        };
        let PageMeta { title, description, .. } = PageMeta::of(&route, &self.site.catalogue);
        (Answer { path: route.path(), title, description, view }, missing)
    }

    /// The places of the articles that a view tells of, and of those that its charts look at.
    fn articles_of(&self, explored: &Explored) -> BTreeSet<u32> {
        let rows = self.site.figures.figures();
        let shown = explored.leaf.figures.iter().filter_map(|number| rows.get(*number as usize));
        let shown = set(shown.map(|row| row.place.article));
        let others = |article: &u32| self.figures.companions.row(*article as usize).iter().copied();
        let others =
            if explored.leaf.is_all() { set(shown.iter().flat_map(others)) } else { BTreeSet::new() };
        shown.union(&others).copied().collect()
    }

    /// A site of these articles alone, which must be here.
    fn part(&self, places: &BTreeSet<u32>) -> SiteData {
        let article = |place: &u32| {
            let block = self.facts.get(&(place / FACTS as u32))?;
            Some((*place, block.get(*place as usize % FACTS)?.clone()))
        };
        let articles = map(places.iter().filter_map(article));
        let names = &self.figures.names;
        let places: Vec<u32> = articles.keys().copied().collect();
        let corpus = Corpus { articles: articles.into_values().collect(), ..names.corpus().clone() };
        let catalogue = Catalogue::new(corpus).part_of(names.totals()).at_places(places);
        let SiteData { figures, base, attested, origin, is_addressed, .. } = &self.site;
        SiteData {
            catalogue,
            index: Index::default(),
            figures: figures.clone(),
            base: base.clone(),
            attested: attested.clone(),
            origin: origin.clone(),
            is_addressed: *is_addressed,
        }
    }
}
