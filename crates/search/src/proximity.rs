//! Looking around in articles: the places of some words, article by article, put back in a row.

use std::ops::Range;
use std::sync::Arc;

use super::bitset::BitSet;
use super::positions::{Position, Positions};
use super::query_terms::QueryTerms;
use super::tokenized::SEPARATOR;

/// Some words with their places, to be looked at in some articles.
pub(super) struct ProximityScan<'a> {
    terms: &'a [u32],
    positions: Vec<Arc<Positions>>,
    articles: &'a BitSet,
    /// For each article where its words begin in `occurrences`; one more at the end.
    starts: Vec<u32>,
    occurrences: Vec<TermOccurrences>,
}

/// A word in an article: its place in the list of words, and which of its places are in the article.
#[derive(Debug, Clone, Copy, Default)]
struct TermOccurrences {
    term: u32,
    start: u32,
    end: u32,
}

/// What can be seen of an article: some of its words where they stand, nothing between them.
pub(super) struct ArticleWindow<'s> {
    scan: &'s ProximityScan<'s>,
    occurrence: &'s [TermOccurrences],
    /// The words in a row, [`SEPARATOR`] where none of them stands.
    pub tokens: &'s [u32],
}

impl ArticleWindow<'_> {
    /// The words, by their places in the list of words, each with where it stands.
    pub(super) fn terms(&self) -> impl Iterator<Item = (usize, &[Position])> {
        self.occurrence
            .iter()
            .map(|occurrence| (occurrence.term as usize, self.scan.positions_of(occurrence)))
    }
}

impl<'a> ProximityScan<'a> {
    /// Of words, each named once, in the `articles` articles.
    pub(super) fn new(
        query_terms: &QueryTerms<'_>,
        terms: &'a [u32],
        articles: &'a BitSet,
    ) -> ProximityScan<'a> {
        let mut starts = vec![0_u32; query_terms.index.len() + 1];
        for posting in terms.iter().flat_map(|term| query_terms.articles(*term)) {
            if let Some(start) =
                starts.get_mut(posting.article as usize + 1).filter(|_| articles.contains(posting.article))
            {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let positions: Vec<Arc<Positions>> =
            terms.iter().map(|term| query_terms.index.positions(*term)).collect();
        let mut occurrences = vec![TermOccurrences::default(); sum as usize];
        let mut next = starts.clone();
        for ((term, positions), place) in terms.iter().zip(&positions).zip(0..) {
            for (posting, nth) in query_terms.articles(*term).iter().zip(0..) {
                if let Some(next) =
                    next.get_mut(posting.article as usize).filter(|_| articles.contains(posting.article))
                    && let Some(slot) = occurrences.get_mut(*next as usize)
                {
                    let Range { start, end } = positions.range(nth);
                    *slot = TermOccurrences { term: place, start, end };
                    *next += 1;
                }
            }
        }
        ProximityScan { terms, positions, articles, starts, occurrences }
    }

    /// Shows every article that has any of the words, in order.
    pub(super) fn for_each(&self, mut visit: impl FnMut(u32, &ArticleWindow<'_>)) {
        let mut tokens: Vec<u32> = Vec::new();
        for article in self.articles.iter() {
            let bound = |at: u32| self.starts.get(at as usize).copied().unwrap_or_default() as usize;
            let occurrence = self.occurrences.get(bound(article)..bound(article + 1)).unwrap_or_default();
            if occurrence.is_empty() {
                continue;
            }
            self.fill(occurrence, &mut tokens, |term| term);
            visit(article, &ArticleWindow { scan: self, occurrence, tokens: &tokens });
            self.fill(occurrence, &mut tokens, |_| SEPARATOR);
        }
    }

    fn positions_of(&self, occurrence: &TermOccurrences) -> &[Position] {
        self.positions
            .get(occurrence.term as usize)
            .map_or(&[], |positions| positions.slice(occurrence.start..occurrence.end))
    }

    fn fill(&self, occurrence: &[TermOccurrences], tokens: &mut Vec<u32>, value: impl Fn(u32) -> u32) {
        for occurrence in occurrence {
            let value = value(self.terms.get(occurrence.term as usize).copied().unwrap_or(SEPARATOR));
            let positions = self.positions_of(occurrence);
            let end = positions.last().map_or(0, |position| position.offset() + 1);
            if end > tokens.len() {
                tokens.resize(end, SEPARATOR);
            }
            for position in positions {
                if let Some(slot) = tokens.get_mut(position.offset()) {
                    *slot = value;
                }
            }
        }
    }
}
