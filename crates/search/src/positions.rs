//! Places of words in articles, decoded.

use std::ops::Range;

/// The places of an article are numbered below this; what stands further on in a text of that length is not searched.
pub(super) const MAX_POSITIONS: u32 = 1 << POSITION_BITS;
const POSITION_BITS: u32 = 20;

/// A place of a word within its article, with its zone. Places are in order, and so are the zones that they are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position(u32);

impl Position {
    /// The place of that number, below [`MAX_POSITIONS`], in a zone.
    pub(super) const fn new(offset: u32, zone: u8) -> Position {
        Position((zone as u32) << POSITION_BITS | offset)
    }

    /// Its number.
    pub(super) const fn offset(self) -> usize {
        (self.0 & (MAX_POSITIONS - 1)) as usize
    }

    /// The bit of its zone.
    pub(super) const fn zone_bit(self) -> u16 {
        1 << (self.0 >> POSITION_BITS)
    }

    /// The place so many words on, in the same passage if there is one.
    pub(super) const fn plus(self, terms: u32) -> Position {
        Position(self.0 + terms)
    }
}

/// The places of a word, article by article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Positions {
    /// Where the places of each of its articles end.
    ends: Vec<u32>,
    positions: Vec<Position>,
}

impl Positions {
    /// Adds a place in the article that is being added.
    pub(super) fn push(&mut self, position: Position) {
        self.positions.push(position);
    }

    /// The article that is being added has no more places.
    pub(super) fn end_article(&mut self) {
        self.ends.push(self.positions.len() as u32);
    }

    /// The places in its article of that number.
    pub(super) fn of_posting(&self, posting: usize) -> &[Position] {
        self.slice(self.range(posting))
    }

    /// Which of all its places are in its article of that number.
    pub(super) fn range(&self, posting: usize) -> Range<u32> {
        let end = self.ends.get(posting).copied().unwrap_or_default();
        let before = posting.checked_sub(1).and_then(|before| self.ends.get(before));
        before.copied().unwrap_or_default()..end
    }

    /// Some of its places.
    pub(super) fn slice(&self, range: Range<u32>) -> &[Position] {
        self.positions.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.positions.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passages::Zone;

    #[test]
    fn a_place_knows_its_zone() {
        let position = Position::new(77, Zone::Body as u8);
        assert_eq!(
            (position.offset(), position.zone_bit(), position.plus(2).offset()),
            (77, Zone::Body.bit(), 79)
        );
        assert!(Position::new(MAX_POSITIONS - 1, 0) < Position::new(0, 1));
    }
}
