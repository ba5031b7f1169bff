//! The lists of the words of one search, decoded once.

use super::index::Index;
use super::postings::Posting;

/// An index with the lists of some of its words at hand.
pub(super) struct LookedUp<'a> {
    /// The index.
    pub index: &'a Index,
    /// The words in order.
    words: Vec<u32>,
    /// For each of them where its articles end.
    ends: Vec<usize>,
    articles: Vec<Posting>,
}

impl<'a> LookedUp<'a> {
    /// Looks up words, given in any order.
    pub(super) fn new(index: &'a Index, mut words: Vec<u32>) -> LookedUp<'a> {
        words.sort_unstable();
        words.dedup();
        let (mut articles, mut ends) = (Vec::new(), Vec::with_capacity(words.len()));
        for word in &words {
            articles.extend(index.articles(*word));
            ends.push(articles.len());
        }
        LookedUp { index, words, ends, articles }
    }

    /// The articles of a word, in order.
    pub(super) fn articles(&self, word: u32) -> &[Posting] {
        let Ok(at) = self.words.binary_search(&word) else { return &[] };
        let end = self.ends.get(at).copied().unwrap_or_default();
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.articles.get(start..end).unwrap_or_default()
    }
}
