//! Cache of decoded postings. A reader who types letter by letter searches for mostly the same terms again.

use std::sync::{Arc, Mutex};

use super::positions::Positions;
use super::postings::Posting;

/// Entries (postings and positions) after which the cache is emptied: about sixteen megabytes.
const MAX_ENTRIES: usize = 2_000_000;

/// Decoded postings of one index, shared by threads. A clone starts empty.
#[derive(Debug, Default)]
pub(super) struct DecodeCache {
    lists: Mutex<DecodedLists>,
}

/// Decoded lists by term id.
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
    /// Returns the postings of a term; `decode` runs only on the first call.
    pub(super) fn articles(&self, term: u32, decode: impl FnOnce() -> Vec<Posting>) -> Arc<[Posting]> {
        self.get(term, |lists| &mut lists.articles, || decode().into(), |list| list.len())
    }

    /// Returns the positions of a term; `decode` runs only on the first call.
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
        // A poisoned lock is safe to use: no panic can leave a half-written list behind.
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
