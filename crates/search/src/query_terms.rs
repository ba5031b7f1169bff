//! Postings of the terms of one search.

use std::sync::Arc;

use thidua_core::collections::sort_and_dedup;

use super::bitset::BitSet;
use super::index::Index;
use super::postings::Posting;

/// An index with the decoded postings of some of its terms.
pub(super) struct QueryTerms<'a> {
    /// Index.
    pub index: &'a Index,
    /// Term ids, ascending.
    terms: Vec<u32>,
    /// Postings of each term.
    articles: Vec<Arc<[Posting]>>,
}

impl<'a> QueryTerms<'a> {
    /// Decodes the postings of `terms`, which may come in any order.
    pub(super) fn new(index: &'a Index, mut terms: Vec<u32>) -> QueryTerms<'a> {
        sort_and_dedup(&mut terms);
        let articles = terms.iter().map(|term| index.articles(*term)).collect();
        QueryTerms { index, terms, articles }
    }

    /// Postings of a term in article order.
    pub(super) fn articles(&self, term: u32) -> &[Posting] {
        self.terms.binary_search(&term).ok().and_then(|at| self.articles.get(at)).map_or(&[], |list| list)
    }

    /// Articles that contain any of `terms`.
    pub(super) fn articles_with_any(&self, terms: impl Iterator<Item = u32>) -> BitSet {
        let mut articles = BitSet::empty(self.index.len());
        for term in terms {
            self.articles(term).iter().for_each(|posting| articles.insert(posting.article));
        }
        articles
    }
}
