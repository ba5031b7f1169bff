//! Lists that have been decoded, kept for the next search: who types a word letter by letter asks for the same ones again.

use std::sync::{Arc, Mutex};

use super::positions::Positions;
use super::postings::Posting;

/// With more entries than these all are forgotten: some sixteen megabytes.
const MAX_ENTRIES: usize = 2_000_000;

/// The decoded lists of the words of one index. Threads share it; a copy begins empty.
#[derive(Debug, Default)]
pub(super) struct DecodeCache {
    lists: Mutex<DecodedLists>,
}

/// By the number of the word.
#[derive(Debug, Default)]
struct DecodedLists {
    articles: Vec<Option<Arc<[Posting]>>>,
    positions: Vec<Option<Arc<Positions>>>,
    entries: usize,
}

impl Clone for DecodeCache {
    fn clone(&self) -> DecodeCache {
        DecodeCache::default()
    }
}

impl DecodeCache {
    /// The articles of a word, decoded once.
    pub(super) fn articles(&self, term: u32, decode: impl FnOnce() -> Vec<Posting>) -> Arc<[Posting]> {
        self.get(term, |lists| &mut lists.articles, || decode().into(), |list| list.len())
    }

    /// The places of a word, decoded once.
    pub(super) fn positions(&self, term: u32, decode: impl FnOnce() -> Positions) -> Arc<Positions> {
        self.get(term, |lists| &mut lists.positions, || Arc::new(decode()), |positions| positions.len())
    }

    fn get<T: ?Sized>(
        &self,
        term: u32,
        kind: impl Fn(&mut DecodedLists) -> &mut Vec<Option<Arc<T>>>,
        decode: impl FnOnce() -> Arc<T>,
        size: impl Fn(&T) -> usize,
    ) -> Arc<T> {
        // A thread that panicked while it held the lists left nothing half done in them.
        let mut lists = self.lists.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(Some(known)) = kind(&mut lists).get(term as usize) {
            return known.clone();
        }
        let list = decode();
        lists.entries += size(&list);
        if lists.entries > MAX_ENTRIES {
            *lists = DecodedLists { entries: size(&list), ..DecodedLists::default() };
        }
        let of_kind = kind(&mut lists);
        if of_kind.len() <= term as usize {
            of_kind.resize(term as usize + 1, None);
        }
        if let Some(place) = of_kind.get_mut(term as usize) {
            *place = Some(list.clone());
        }
        list
    }
}
