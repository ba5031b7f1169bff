//! Proximity: the positions of query terms in an article, laid out as a sparse token sequence.

use std::ops::Range;
use std::sync::Arc;

use super::bitset::BitSet;
use super::positions::{Position, Positions};
use super::query_terms::QueryTerms;
use super::tokenized::SEPARATOR;

/// Query terms with their positions in a set of articles.
pub(super) struct ProximityScan<'a> {
    terms: &'a [u32],
    positions: Vec<Arc<Positions>>,
    articles: &'a BitSet,
    /// For each article the start of its range in `occurrences`, and the end of the last range.
    starts: Vec<u32>,
    occurrences: Vec<TermOccurrences>,
}

/// Occurrences of one term in one article: index of the term in `terms` and its range of positions.
#[derive(Debug, Clone, Copy, Default)]
struct TermOccurrences {
    term: u32,
    start: u32,
    end: u32,
}

/// Query terms of one article at their positions; other words are left out.
pub(super) struct ArticleWindow<'s> {
    scan: &'s ProximityScan<'s>,
    occurrence: &'s [TermOccurrences],
    /// Term ids by position; [`SEPARATOR`] where no query term stands.
    pub tokens: &'s [u32],
}

impl ArticleWindow<'_> {
    /// Terms of the article as indexes into the term list, each with its positions.
    pub(super) fn terms(&self) -> impl Iterator<Item = (usize, &[Position])> {
        self.occurrence
            .iter()
            .map(|occurrence| (occurrence.term as usize, self.scan.positions_of(occurrence)))
    }
}

impl<'a> ProximityScan<'a> {
    /// Prepares the scan of distinct `terms` in `articles`.
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

    /// Calls `visit` for each article that contains any of the terms, in ascending order.
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
