//! Decoded positions of terms in articles.

use std::ops::Range;

use thidua_core::collections::to_u32;

/// Number of positions in an article. Text beyond it is not searched.
pub(super) const MAX_POSITIONS: u32 = 1 << POSITION_BITS;
const POSITION_BITS: u32 = 20;

/// Position of a term within an article together with its zone. Positions are ordered, and so are their zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position(u32);

impl Position {
    /// Creates the position `offset` (less than [`MAX_POSITIONS`]) in a zone.
    pub(super) const fn new(offset: u32, zone: u8) -> Position {
        Position((zone as u32) << POSITION_BITS | offset)
    }

    /// Offset within the article.
    pub(super) const fn offset(self) -> usize {
        (self.0 & (MAX_POSITIONS - 1)) as usize
    }

    /// Bit of the zone in a zone mask.
    pub(super) const fn zone_bit(self) -> u16 {
        1 << (self.0 >> POSITION_BITS)
    }

    /// The position `terms` further on.
    pub(super) const fn plus(self, terms: u32) -> Position {
        Position(self.0 + terms)
    }
}

/// Positions of one term, article by article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Positions {
    /// End of each article's range in `positions`.
    ends: Vec<u32>,
    positions: Vec<Position>,
}

impl Positions {
    /// Adds a position to the current article.
    pub(super) fn push(&mut self, position: Position) {
        self.positions.push(position);
    }

    /// Finishes the current article.
    pub(super) fn end_article(&mut self) {
        self.ends.push(to_u32(self.positions.len()));
    }

    /// Positions in the article of the posting with that index.
    pub(super) fn of_posting(&self, posting: usize) -> &[Position] {
        self.slice(self.range(posting))
    }

    /// Range of the positions in the article of the posting with that index.
    pub(super) fn range(&self, posting: usize) -> Range<u32> {
        let end = self.ends.get(posting).copied().unwrap_or_default();
        let before = posting.checked_sub(1).and_then(|before| self.ends.get(before));
        before.copied().unwrap_or_default()..end
    }

    /// Positions of a range.
    pub(super) fn slice(&self, range: Range<u32>) -> &[Position] {
        self.positions.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// Number of positions in all articles.
    pub(super) fn len(&self) -> usize {
        self.positions.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passages::Zone;

    #[test]
    fn position_keeps_offset_and_zone() {
        let position = Position::new(77, Zone::Body as u8);
        assert_eq!(
            (position.offset(), position.zone_bit(), position.plus(2).offset()),
            (77, Zone::Body.bit(), 79)
        );
        assert!(Position::new(MAX_POSITIONS - 1, 0) < Position::new(0, 1));
    }
}
