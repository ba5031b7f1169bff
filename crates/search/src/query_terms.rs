//! The lists of the words of one search.

use std::sync::Arc;

use super::bitset::BitSet;
use super::index::Index;
use super::postings::Posting;

/// An index with the lists of some of its words at hand.
pub(super) struct QueryTerms<'a> {
    /// The index.
    pub index: &'a Index,
    /// The words in order.
    terms: Vec<u32>,
    /// For each of them its articles.
    articles: Vec<Arc<[Posting]>>,
}

impl<'a> QueryTerms<'a> {
    /// Looks up words, given in any order.
    pub(super) fn new(index: &'a Index, mut terms: Vec<u32>) -> QueryTerms<'a> {
        terms.sort_unstable();
        terms.dedup();
        let articles = terms.iter().map(|term| index.articles(*term)).collect();
        QueryTerms { index, terms, articles }
    }

    /// The articles of a word, in order.
    pub(super) fn articles(&self, term: u32) -> &[Posting] {
        self.terms.binary_search(&term).ok().and_then(|at| self.articles.get(at)).map_or(&[], |list| list)
    }

    /// The articles that have any of some words.
    pub(super) fn articles_with_any(&self, terms: impl Iterator<Item = u32>) -> BitSet {
        let mut articles = BitSet::empty(self.index.len());
        for term in terms {
            self.articles(term).iter().for_each(|posting| articles.insert(posting.article));
        }
        articles
    }
}
