//! Sets of articles as bits. Set operations work on 64 articles at a time.

/// Set of articles of one index, by article number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    /// Creates an empty set with room for the articles `0..articles`.
    pub(super) fn empty(articles: usize) -> BitSet {
        BitSet { words: vec![0; articles.div_ceil(64)] }
    }

    /// Creates the set of all articles `0..articles`.
    pub(super) fn full(articles: usize) -> BitSet {
        let mut all = BitSet { words: vec![u64::MAX; articles.div_ceil(64)] };
        if let Some(last) = all.words.last_mut() {
            *last >>= (64 - articles % 64) % 64;
        }
        all
    }

    /// Adds an article. A number outside the index is ignored.
    pub(super) fn insert(&mut self, article: u32) {
        if let Some(word) = self.words.get_mut(article as usize / 64) {
            *word |= 1 << (article % 64);
        }
    }

    /// Returns whether the set contains an article.
    pub(super) fn contains(&self, article: u32) -> bool {
        self.words.get(article as usize / 64).is_some_and(|word| word >> (article % 64) & 1 == 1)
    }

    /// Adds the articles of `other`.
    pub(super) fn union_with(&mut self, other: &BitSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Keeps the articles that are in `other` too.
    pub(super) fn intersect_with(&mut self, other: &BitSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Removes the articles that are in `other`.
    pub(super) fn difference_with(&mut self, other: &BitSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Returns whether the set has no article.
    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Number of articles.
    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Number of articles that are in `other` too.
    pub(super) fn intersection_count(&self, other: &BitSet) -> usize {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones() as usize).sum()
    }

    /// Articles in ascending order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0_u32..).flat_map(|(word, word_index)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                left = left.checked_sub(1)? & left;
                Some(word_index * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn union_intersection_difference_and_counts_of_bit_sets() {
        let of = |articles: &[u32]| {
            let mut bits = BitSet::empty(130);
            articles.iter().for_each(|article| bits.insert(*article));
            bits
        };
        let (one, other) = (of(&[0, 63, 64, 129]), of(&[63, 64, 100]));
        assert_eq!(one.intersection_count(&other), 2);
        let mut both = one.clone();
        both.intersect_with(&other);
        assert_eq!(both.iter().collect::<Vec<_>>(), [63, 64]);
        let mut any = one.clone();
        any.union_with(&other);
        assert_eq!(any.iter().collect::<Vec<_>>(), [0, 63, 64, 100, 129]);
        let mut rest = one.clone();
        rest.difference_with(&other);
        assert_eq!(rest.iter().collect::<Vec<_>>(), [0, 129]);
        assert!(one.contains(129) && !one.contains(130) && !one.contains(1) && !one.is_empty());
        for articles in [0_u32, 1, 64, 65] {
            assert_eq!(
                BitSet::full(articles as usize).iter().collect::<Vec<_>>(),
                (0..articles).collect::<Vec<_>>()
            );
        }
    }
}
