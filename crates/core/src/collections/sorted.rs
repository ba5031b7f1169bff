//! Small sets and maps in a sorted list.
//!
//! The standard library compiles a B-tree anew for every type: insertion, removal, cloning and dropping are about 5 KB each
//! time. A sorted list is a tenth of that. Insertion takes time proportional to the length, so that these are for tens of
//! items, or for items that come in ascending order.
//!
//! ```
//! use thidua_core::collections::{SortedMap, SortedSet};
//!
//! let years = SortedSet::from([2022, 2019, 2022]);
//! assert_eq!(years.iter().copied().collect::<Vec<_>>(), [2019, 2022]);
//! let mut states = SortedMap::default();
//! assert_eq!(states.insert("meta", 1), None);
//! assert_eq!(states.get("meta"), Some(&1));
//! ```

use std::borrow::Borrow;

/// A sorted list without duplicates.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortedSet<T> {
    items: Vec<T>,
}

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        SortedSet { items: Vec::new() }
    }
}

impl<T: Ord> SortedSet<T> {
    /// Adds an item. Returns whether it is new.
    pub fn insert(&mut self, item: T) -> bool {
        let place = self.place(&item);
        if let Err(place) = place {
            self.items.insert(place, item);
        }
        place.is_err()
    }

    /// Removes an item. Returns whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        let place = self.place(item);
        if let Ok(place) = place {
            self.items.remove(place);
        }
        place.is_ok()
    }

    /// Returns whether the set contains an item.
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(item).is_ok()
    }

    /// Place of an item, or the place where it belongs.
    fn place<Q: Ord + ?Sized>(&self, item: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.items.binary_search_by(|other| other.borrow().cmp(item))
    }
}

impl<T> SortedSet<T> {
    /// All items, ascending.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Returns whether the set has no item.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Removes all items.
    pub fn clear(&mut self) {
        self.items.clear();
    }
}

impl<T: Ord> Extend<T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        for item in items {
            self.insert(item);
        }
    }
}

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = SortedSet::default();
        set.extend(items);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for SortedSet<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T> IntoIterator for SortedSet<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a SortedSet<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A list of keys with values, sorted by key, without duplicates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortedMap<K, V> {
    pairs: Vec<(K, V)>,
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        SortedMap { pairs: Vec::new() }
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// Sets the value of a key. Returns the value that it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let place = self.place(&key);
        match place {
            Ok(place) => self.pairs.get_mut(place).map(|(_, old)| std::mem::replace(old, value)),
            Err(place) => {
                self.pairs.insert(place, (key, value));
                None
            }
        }
    }

    /// Removes a key. Returns the value that it had.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        Some(self.pairs.remove(place).1)
    }

    /// Returns the value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.pairs.get(self.place(key).ok()?).map(|(_, value)| value)
    }

    /// Returns the value of a key, mutably.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.pairs.get_mut(place).map(|(_, value)| value)
    }

    /// Returns whether the map contains a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Place of a key, or the place where it belongs.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.pairs.binary_search_by(|(other, _)| other.borrow().cmp(key))
    }
}

impl<K, V> SortedMap<K, V> {
    /// All keys with their values, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.pairs.iter().map(|(key, value)| (key, value))
    }

    /// All keys with their values, which may be changed, by key.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.pairs.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// Keeps the keys for which `predicate` is true.
    pub fn retain(&mut self, mut predicate: impl FnMut(&K, &mut V) -> bool) {
        self.pairs.retain_mut(|(key, value)| predicate(key, value));
    }

    /// Number of keys.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Returns whether the map has no key.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Removes all keys.
    pub fn clear(&mut self) {
        self.pairs.clear();
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = SortedMap::default();
        for (key, value) in pairs {
            map.insert(key, value);
        }
        map
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.pairs.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn set_is_sorted_and_has_each_item_once() {
        let mut set = SortedSet::from([3, 1, 2, 1]);
        assert!(!set.insert(2) && set.insert(0));
        assert!(set.remove(&3) && !set.remove(&3));
        assert!(set.contains(&1) && !set.contains(&3));
        assert_eq!((set.iter().copied().collect::<Vec<_>>(), set.len()), (vec![0, 1, 2], 3));
    }

    #[test]
    fn map_behaves_like_a_tree() {
        let (mut map, mut tree) = (SortedMap::default(), BTreeMap::new());
        for number in 0..200_u32 {
            let (key, value) = (number * 37 % 50, number);
            assert_eq!(map.insert(key, value), tree.insert(key, value));
            if number % 3 == 0 {
                assert_eq!(map.remove(&(key / 2)), tree.remove(&(key / 2)));
            }
        }
        map.retain(|key, value| (*key + *value) % 4 != 0);
        tree.retain(|key, value| (*key + *value) % 4 != 0);
        assert!(map.iter().eq(&tree));
        assert!(
            (0..50)
                .all(|key| map.get(&key) == tree.get(&key)
                    && map.contains_key(&key) == tree.contains_key(&key))
        );
    }
}
