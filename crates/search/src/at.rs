//! Places of words in articles, decoded.

use std::ops::Range;

/// The places of an article are numbered below this; what stands further on in a text of that length is not searched.
pub(super) const MOST_PLACES: u32 = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 20;

/// A place of a word within its article, with its zone. Places are in order, and so are the zones that they are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At(u32);

impl At {
    /// The place of that number, below [`MOST_PLACES`], in a zone.
    pub(super) const fn new(place: u32, zone: u8) -> At {
        At((zone as u32) << PLACE_BITS | place)
    }

    /// Its number.
    pub(super) const fn place(self) -> usize {
        (self.0 & (MOST_PLACES - 1)) as usize
    }

    /// The bit of its zone.
    pub(super) const fn zone(self) -> u16 {
        1 << (self.0 >> PLACE_BITS)
    }

    /// The place so many words on, in the same passage if there is one.
    pub(super) const fn after(self, words: u32) -> At {
        At(self.0 + words)
    }
}

/// The places of a word, article by article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Places {
    /// Where the places of each of its articles end.
    ends: Vec<u32>,
    at: Vec<At>,
}

impl Places {
    /// Adds a place in the article that is being added.
    pub(super) fn add(&mut self, at: At) {
        self.at.push(at);
    }

    /// The article that is being added has no more places.
    pub(super) fn end_article(&mut self) {
        self.ends.push(self.at.len() as u32);
    }

    /// The places in its article of that number.
    pub(super) fn of(&self, number: usize) -> &[At] {
        self.at(self.range(number))
    }

    /// Which of all its places are in its article of that number.
    pub(super) fn range(&self, number: usize) -> Range<u32> {
        let end = self.ends.get(number).copied().unwrap_or_default();
        let before = number.checked_sub(1).and_then(|before| self.ends.get(before));
        before.copied().unwrap_or_default()..end
    }

    /// Some of its places.
    pub(super) fn at(&self, range: Range<u32>) -> &[At] {
        self.at.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.at.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passages::Zone;

    #[test]
    fn a_place_knows_its_zone() {
        let at = At::new(77, Zone::Body as u8);
        assert_eq!((at.place(), at.zone(), at.after(2).place()), (77, Zone::Body.bit(), 79));
        assert!(At::new(MOST_PLACES - 1, 0) < At::new(0, 1));
    }
}
