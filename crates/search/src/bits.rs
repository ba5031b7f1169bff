//! Sets of articles, a bit each: joined, cut and counted 64 at a time.

/// A set of articles of one index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// No one of so many articles.
    pub(super) fn none(articles: usize) -> Bits {
        Bits { words: vec![0; articles.div_ceil(64)] }
    }

    /// All of so many articles.
    pub(super) fn all(articles: usize) -> Bits {
        let mut all = Bits { words: vec![u64::MAX; articles.div_ceil(64)] };
        if let Some(last) = all.words.last_mut() {
            *last >>= (64 - articles % 64) % 64;
        }
        all
    }

    /// Adds an article; one that is not of the index is passed over.
    pub(super) fn add(&mut self, article: u32) {
        if let Some(word) = self.words.get_mut(article as usize / 64) {
            *word |= 1 << (article % 64);
        }
    }

    /// Whether it has an article.
    pub(super) fn has(&self, article: u32) -> bool {
        self.words.get(article as usize / 64).is_some_and(|word| word >> (article % 64) & 1 == 1)
    }

    /// Adds those of another set.
    pub(super) fn join(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Leaves those that another set has, too.
    pub(super) fn meet(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Leaves those that another set has not.
    pub(super) fn leave_out(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Whether it has none.
    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// How many it has.
    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many it has together with another set.
    pub(super) fn count_with(&self, other: &Bits) -> usize {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones() as usize).sum()
    }

    /// Its articles in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0_u32..).flat_map(|(word, place)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                left = left.checked_sub(1)? & left;
                Some(place * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_joined_cut_and_counted() {
        let of = |articles: &[u32]| {
            let mut bits = Bits::none(130);
            articles.iter().for_each(|article| bits.add(*article));
            bits
        };
        let (one, other) = (of(&[0, 63, 64, 129]), of(&[63, 64, 100]));
        assert_eq!(one.count_with(&other), 2);
        let mut both = one.clone();
        both.meet(&other);
        assert_eq!(both.iter().collect::<Vec<_>>(), [63, 64]);
        let mut any = one.clone();
        any.join(&other);
        assert_eq!(any.iter().collect::<Vec<_>>(), [0, 63, 64, 100, 129]);
        let mut rest = one.clone();
        rest.leave_out(&other);
        assert_eq!(rest.iter().collect::<Vec<_>>(), [0, 129]);
        assert!(one.has(129) && !one.has(130) && !one.has(1) && !one.is_empty());
        for articles in [0, 1, 64, 65] {
            assert_eq!(
                Bits::all(articles).iter().collect::<Vec<_>>(),
                (0..articles as u32).collect::<Vec<_>>()
            );
        }
    }
}
