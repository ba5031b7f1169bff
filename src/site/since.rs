//! What has become, since, of what the parts of a site were made of.

use super::known::{Known, KnownKey, Part};
use crate::corpus::{Catalogue, Fingerprints, on_both_cores};
use crate::order::Lookup;

/// What is known of a site, beside the facts as they are now.
#[derive(Debug)]
pub struct Since<'k, 't> {
    /// What is known of it.
    pub known: &'k Known<'t>,
    /// What each key amounts to now.
    numbers: Vec<u64>,
    /// The places of the parts that would be the same again, by name.
    same: Lookup<&'t str, usize>,
}

impl<'k, 't> Since<'k, 't> {
    /// Looks at everything that was looked up then, in the catalogue that has these fingerprints now.
    pub fn new(known: &'k Known<'t>, fingerprints: &Fingerprints, catalogue: &Catalogue) -> Since<'k, 't> {
        let numbers = on_both_cores(&known.keys, |keys, _| {
            keys.iter().map(|key| fingerprints.of(catalogue, key.what, key.id)).collect::<Vec<u64>>()
        });
        let numbers = numbers.concat();
        let changed: Vec<bool> =
            known.keys.iter().zip(&numbers).map(|(key, number)| key.number != *number).collect();
        let same = on_both_cores(&known.parts, |parts, first| {
            let placed = parts.iter().zip(first..).filter(|(part, _)| !part.reads_any(&changed));
            placed.map(|(part, place)| (part.name, place)).collect::<Vec<(&'t str, usize)>>()
        });
        let mut by_name = Lookup::default();
        same.into_iter().flatten().for_each(|(name, place)| by_name.insert(name, place));
        Since { known, numbers, same: by_name }
    }

    /// The place of the part of that name, where there was one and it would be the same again.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.same.get(name).copied()
    }

    /// That part itself.
    pub fn same(&self, name: &str) -> Option<&Part<'t>> {
        self.known.parts.get(self.place(name)?)
    }

    /// The keys, each with what it amounts to now.
    pub fn keys(&self) -> impl Iterator<Item = (&KnownKey<'t>, u64)> {
        self.known.keys.iter().zip(self.numbers.iter().copied())
    }

    /// The parts at these places, and all others.
    pub fn divided(&self, places: impl IntoIterator<Item = usize>) -> Divided<'t> {
        let mut is_kept = vec![false; self.known.parts.len()];
        for place in places {
            if let Some(is_kept) = is_kept.get_mut(place) {
                *is_kept = true;
            }
        }
        let mut divided = Divided::default();
        for (part, is_kept) in self.known.parts.iter().zip(is_kept) {
            let half = if is_kept { &mut divided.kept } else { &mut divided.left };
            half.push(*part);
        }
        divided
    }
}

/// The parts of a site, in their order.
#[derive(Debug, Default)]
pub struct Divided<'t> {
    /// Those that stay as they are.
    pub kept: Vec<Part<'t>>,
    /// Those that are made anew, or are there no more.
    pub left: Vec<Part<'t>>,
}
