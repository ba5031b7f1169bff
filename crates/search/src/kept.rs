//! Lists that have been decoded, kept for the next search: who types a word letter by letter asks for the same ones again.

use std::sync::{Arc, Mutex};

use super::at::Places;
use super::postings::Posting;

/// With more entries than these all are forgotten: some sixteen megabytes.
const MOST: usize = 2_000_000;

/// The decoded lists of the words of one index. Threads share it; a copy begins empty.
#[derive(Debug, Default)]
pub(super) struct Kept {
    lists: Mutex<Lists>,
}

/// By the number of the word.
#[derive(Debug, Default)]
struct Lists {
    articles: Vec<Option<Arc<[Posting]>>>,
    places: Vec<Option<Arc<Places>>>,
    entries: usize,
}

impl Clone for Kept {
    fn clone(&self) -> Kept {
        Kept::default()
    }
}

impl Kept {
    /// The articles of a word, decoded once.
    pub(super) fn articles(&self, word: u32, decode: impl FnOnce() -> Vec<Posting>) -> Arc<[Posting]> {
        self.get(word, |lists| &mut lists.articles, || decode().into(), |list| list.len())
    }

    /// The places of a word, decoded once.
    pub(super) fn places(&self, word: u32, decode: impl FnOnce() -> Places) -> Arc<Places> {
        self.get(word, |lists| &mut lists.places, || Arc::new(decode()), |places| places.len())
    }

    fn get<T: ?Sized>(
        &self,
        word: u32,
        kind: impl Fn(&mut Lists) -> &mut Vec<Option<Arc<T>>>,
        decode: impl FnOnce() -> Arc<T>,
        size: impl Fn(&T) -> usize,
    ) -> Arc<T> {
        // A thread that panicked while it held the lists left nothing half done in them.
        let mut lists = self.lists.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(Some(known)) = kind(&mut lists).get(word as usize) {
            return known.clone();
        }
        let list = decode();
        lists.entries += size(&list);
        if lists.entries > MOST {
            *lists = Lists { entries: size(&list), ..Lists::default() };
        }
        let of_kind = kind(&mut lists);
        if of_kind.len() <= word as usize {
            of_kind.resize(word as usize + 1, None);
        }
        if let Some(place) = of_kind.get_mut(word as usize) {
            *place = Some(list.clone());
        }
        list
    }
}
