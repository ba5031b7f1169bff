//! The lists of the words of one search.

use std::sync::Arc;

use super::bits::Bits;
use super::index::Index;
use super::postings::Posting;

/// An index with the lists of some of its words at hand.
pub(super) struct LookedUp<'a> {
    /// The index.
    pub index: &'a Index,
    /// The words in order.
    words: Vec<u32>,
    /// For each of them its articles.
    articles: Vec<Arc<[Posting]>>,
}

impl<'a> LookedUp<'a> {
    /// Looks up words, given in any order.
    pub(super) fn new(index: &'a Index, mut words: Vec<u32>) -> LookedUp<'a> {
        words.sort_unstable();
        words.dedup();
        let articles = words.iter().map(|word| index.articles(*word)).collect();
        LookedUp { index, words, articles }
    }

    /// The articles of a word, in order.
    pub(super) fn articles(&self, word: u32) -> &[Posting] {
        self.words.binary_search(&word).ok().and_then(|at| self.articles.get(at)).map_or(&[], |list| list)
    }

    /// The articles that have any of some words.
    pub(super) fn having(&self, words: impl Iterator<Item = u32>) -> Bits {
        let mut having = Bits::none(self.index.len());
        for word in words {
            self.articles(word).iter().for_each(|posting| having.add(posting.article));
        }
        having
    }
}
