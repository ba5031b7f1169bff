//! What pieces are named by: a hash of their bytes.

use std::fmt;
use std::str::FromStr;

use super::Piece;

/// A hash of a sealed piece: the file of another piece has another name, and what was changed on its way is told.
///
/// It guards against accidents, not against malice: who can change a piece on a host can change the page as well. So short
/// ones will do where thousands are named in one file, and the hash is FNV-1a, a line of code in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Mark(u64);

impl Mark {
    /// Bits of the marks that the start of an index holds.
    const SHORT: u32 = 24;

    /// The mark of a sealed piece. That of a piece which holds the marks of others is longer: it stands for them all.
    pub(super) fn of(piece: Piece, bytes: &[u8]) -> Mark {
        let mixed = hash(bytes);
        Mark(if matches!(piece, Piece::Start | Piece::Figures) {
            mixed
        } else {
            mixed >> (u64::BITS - Mark::SHORT)
        })
    }

    /// The three bytes of a short mark.
    pub(super) fn to_bytes(self) -> [u8; 3] {
        let [a, b, c, ..] = self.0.to_le_bytes();
        [a, b, c]
    }

    /// The mark that [`Mark::to_bytes`] wrote.
    pub(super) fn from_bytes(bytes: &[u8]) -> Mark {
        Mark(bytes.iter().rev().fold(0, |mark, byte| mark << 8 | u64::from(*byte)))
    }
}

/// FNV-1a, its last bytes mixed into every bit.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let add = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, add);
    (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = if self.0 >> Mark::SHORT == 0 { Mark::SHORT / 4 } else { u64::BITS / 4 };
        write!(f, "{:0width$x}", self.0, width = digits as usize)
    }
}

/// The name of an index: the marks of the pieces that are fetched without its start.
///
/// It is the start itself, the piece of the explorer, and the [`Piece::Answer`]s by number; whoever knows them finds
/// everything. As text: `-` between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexName {
    /// Of the start.
    pub start: Mark,
    /// Of the piece of the explorer.
    pub figures: Mark,
    /// Of the answers.
    pub answers: Vec<Mark>,
}

impl IndexName {
    /// The mark of a piece that it names.
    pub fn mark(&self, piece: Piece) -> Option<Mark> {
        match piece {
            Piece::Start => Some(self.start),
            Piece::Figures => Some(self.figures),
            Piece::Answer(number) => self.answers.get(number as usize).copied(),
            _ => None,
        }
    }
}

impl fmt::Display for IndexName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.start, self.figures)?;
        self.answers.iter().try_for_each(|mark| write!(f, "-{mark}"))
    }
}

/// The text is no name of an index, or no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoName;

impl FromStr for Mark {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Mark, NoName> {
        u64::from_str_radix(text, 16).map(Mark).map_err(|_| NoName)
    }
}

impl FromStr for IndexName {
    type Err = NoName;

    fn from_str(text: &str) -> Result<IndexName, NoName> {
        let mut marks = text.split('-').map(str::parse);
        let mut first = || marks.next().ok_or(NoName)?;
        let (start, figures) = (first()?, first()?);
        let mut answers = Vec::new();
        for mark in marks {
            answers.push(mark?);
        }
        Ok(IndexName { start, figures, answers })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_survives_its_text() {
        let marks = |piece: Piece, text: &str| Mark::of(piece, text.as_bytes());
        let answers = vec![marks(Piece::Answer(0), "a"), Mark(0x1f), marks(Piece::Answer(2), "")];
        let (start, figures) = (marks(Piece::Start, "start"), marks(Piece::Figures, "figures"));
        let name = IndexName { start, figures, answers };
        assert_eq!(name.to_string().parse(), Ok(name.clone()));
        assert!(name.to_string().contains("-00001f-"));
        assert_eq!("".parse::<IndexName>(), Err(NoName));
        assert_eq!("search-xyz".parse::<IndexName>(), Err(NoName));
    }

    #[test]
    fn marks_fit_into_three_bytes_and_tell_every_bit() {
        let mark = |bytes: &[u8]| Mark::of(Piece::Words(0), bytes);
        assert_eq!(Mark::from_bytes(&mark(b"abc").to_bytes()), mark(b"abc"));
        for bit in 0..24 {
            let mut bytes = *b"abc";
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(mark(&bytes), mark(b"abc"), "bit {bit}");
        }
    }
}
