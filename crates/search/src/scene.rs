//! Looking around in articles: the places of some words, article by article, put back in a row.

use std::ops::Range;
use std::sync::Arc;

use super::at::{At, Places};
use super::bits::Bits;
use super::looked_up::LookedUp;
use super::texts::SEPARATOR;

/// Some words with their places, to be looked at in some articles.
pub(super) struct Scenes<'a> {
    words: &'a [u32],
    places: Vec<Arc<Places>>,
    wanted: &'a Bits,
    /// For each article where its words begin in `words_in`; one more at the end.
    starts: Vec<u32>,
    words_in: Vec<Here>,
}

/// A word in an article: its place in the list of words, and which of its places are in the article.
#[derive(Debug, Clone, Copy, Default)]
struct Here {
    word: u32,
    start: u32,
    end: u32,
}

/// What can be seen of an article: some of its words where they stand, nothing between them.
pub(super) struct Scene<'s> {
    scenes: &'s Scenes<'s>,
    here: &'s [Here],
    /// The words in a row, [`SEPARATOR`] where none of them stands.
    pub row: &'s [u32],
}

impl Scene<'_> {
    /// The words, by their places in the list of words, each with where it stands.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, &[At])> {
        self.here.iter().map(|here| (here.word as usize, self.scenes.at(here)))
    }
}

impl<'a> Scenes<'a> {
    /// Of words, each named once, in the `wanted` articles.
    pub(super) fn new(looked_up: &LookedUp<'_>, words: &'a [u32], wanted: &'a Bits) -> Scenes<'a> {
        let mut starts = vec![0_u32; looked_up.index.len() + 1];
        for posting in words.iter().flat_map(|word| looked_up.articles(*word)) {
            if let Some(start) =
                starts.get_mut(posting.article as usize + 1).filter(|_| wanted.has(posting.article))
            {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let places: Vec<Arc<Places>> = words.iter().map(|word| looked_up.index.places(*word)).collect();
        let mut words_in = vec![Here::default(); sum as usize];
        let mut next = starts.clone();
        for ((word, places), place) in words.iter().zip(&places).zip(0..) {
            for (posting, number) in looked_up.articles(*word).iter().zip(0..) {
                if let Some(next) =
                    next.get_mut(posting.article as usize).filter(|_| wanted.has(posting.article))
                    && let Some(free) = words_in.get_mut(*next as usize)
                {
                    let Range { start, end } = places.range(number);
                    *free = Here { word: place, start, end };
                    *next += 1;
                }
            }
        }
        Scenes { words, places, wanted, starts, words_in }
    }

    /// Shows every article that has any of the words, in order.
    pub(super) fn for_each(&self, mut look: impl FnMut(u32, &Scene<'_>)) {
        let mut row: Vec<u32> = Vec::new();
        for article in self.wanted.iter() {
            let bound = |at: u32| self.starts.get(at as usize).copied().unwrap_or_default() as usize;
            let here = self.words_in.get(bound(article)..bound(article + 1)).unwrap_or_default();
            if here.is_empty() {
                continue;
            }
            self.put(here, &mut row, |word| word);
            look(article, &Scene { scenes: self, here, row: &row });
            self.put(here, &mut row, |_| SEPARATOR);
        }
    }

    fn at(&self, here: &Here) -> &[At] {
        self.places.get(here.word as usize).map_or(&[], |places| places.at(here.start..here.end))
    }

    fn put(&self, here: &[Here], row: &mut Vec<u32>, value: impl Fn(u32) -> u32) {
        for here in here {
            let value = value(self.words.get(here.word as usize).copied().unwrap_or(SEPARATOR));
            let places = self.at(here);
            let end = places.last().map_or(0, |at| at.place() + 1);
            if end > row.len() {
                row.resize(end, SEPARATOR);
            }
            for at in places {
                if let Some(free) = row.get_mut(at.place()) {
                    *free = value;
                }
            }
        }
    }
}
