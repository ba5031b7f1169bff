//! Sorting and collecting with little generated code, and a hash table without iteration.
//!
//! The standard library compiles its stable sort anew for every type, about 4 KB each; in a page that sorts two dozen
//! kinds of short lists that is a tenth of the whole program. Here the indices are sorted, once for all types, and the
//! items are moved afterwards. Sets and maps are filled item by item for the same reason: collecting into a `BTreeSet`
//! or `BTreeMap` sorts first.
//!
//! ```
//! use thidua_core::collections::{collect_set, sort_by_key};
//!
//! let mut names = vec!["tre", "an", "bình"];
//! sort_by_key(&mut names, |name| name.len());
//! assert_eq!(names, ["an", "tre", "bình"]);
//! assert_eq!(collect_set([3, 1, 3]).len(), 2);
//! ```

mod sorted;

pub use sorted::{SortedMap, SortedSet};

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use foldhash::fast::FixedState;

/// Sorts `items`. The sort is stable.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let indices = sorted_indices(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut slots: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(indices.into_iter().filter_map(|index| slots.get_mut(index)?.take()));
}

/// Sorts `items` by a key. The sort is stable. `key` is called for each comparison.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts numbers in ascending order.
pub fn sort_numbers(numbers: &mut [u128]) {
    numbers.sort_unstable();
}

/// Sorts numbers in ascending order and removes duplicates, with the code of [`sort_numbers`].
pub fn sort_and_dedup(numbers: &mut Vec<u32>) {
    let mut sorted: Vec<u128> = numbers.iter().map(|number| u128::from(*number)).collect();
    sort_numbers(&mut sorted);
    sorted.dedup();
    numbers.clear();
    // Each came from 32 bits.
    numbers.extend(sorted.into_iter().filter_map(|number| u32::try_from(number).ok()));
}

/// Collects `items` into a set.
pub fn collect_set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// Collects `pairs` into a map. Of several values of one key the last stays.
pub fn collect_map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// A hash table that cannot be iterated, so that no output depends on its order. It is for tables that are looked up
/// very often.
#[derive(Debug, Clone)]
pub struct Lookup<K, V> {
    table: HashMap<K, V, FixedState>,
}

impl<K, V> Default for Lookup<K, V> {
    fn default() -> Self {
        Lookup { table: HashMap::default() }
    }
}

impl<K: Eq + Hash, V> Lookup<K, V> {
    /// Returns the value of a key.
    pub fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.table.get(key)
    }

    /// Returns the value of a key, mutably.
    pub fn get_mut<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.table.get_mut(key)
    }

    /// Sets the value of a key. A value that was there is replaced.
    pub fn insert(&mut self, key: K, value: V) {
        self.table.insert(key, value);
    }

    /// Sets the value of a key, unless it has one.
    pub fn insert_first(&mut self, key: K, value: V) {
        self.table.entry(key).or_insert(value);
    }
}

/// Converts an index or a count to 32 bits.
///
/// Every list of a corpus is shorter than its document, and a document has at most
/// [`MAX_BYTES`](crate::corpus::MAX_BYTES). A larger number is a bug: a debug assertion fails, and a release build gives
/// [`u32::MAX`].
pub fn to_u32(number: usize) -> u32 {
    let converted = u32::try_from(number);
    debug_assert!(converted.is_ok(), "{number} does not fit 32 bits");
    converted.unwrap_or(u32::MAX)
}

fn sorted_indices(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    // The order of equal items makes it stable, with less code than a stable sort.
    indices.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    indices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
