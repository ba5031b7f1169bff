//! What pieces are named by: a hash of their bytes.

use std::fmt;
use std::str::FromStr;

use super::Chunk;

/// A hash of a sealed piece: the file of another piece has another name, and what was changed on its way is told.
///
/// It guards against accidents, not against malice: who can change a piece on a host can change the page as well. So short
/// ones will do where thousands are named in one file, and the hash is FNV-1a, a line of code in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ContentHash(u64);

impl ContentHash {
    /// Bits of the marks that the start of an index holds.
    const SHORT: u32 = 24;

    /// The mark of a sealed piece. That of a piece which holds the marks of others is longer: it stands for them all.
    pub(super) fn of(chunk: Chunk, bytes: &[u8]) -> ContentHash {
        let mixed = fnv1a(bytes);
        ContentHash(if matches!(chunk, Chunk::Meta | Chunk::Figures) {
            mixed
        } else {
            mixed >> (u64::BITS - ContentHash::SHORT)
        })
    }

    /// The three bytes of a short mark.
    pub(super) fn to_bytes(self) -> [u8; 3] {
        let [a, b, c, ..] = self.0.to_le_bytes();
        [a, b, c]
    }

    /// The mark that [`ContentHash::to_bytes`] wrote.
    pub(super) fn from_bytes(bytes: &[u8]) -> ContentHash {
        ContentHash(bytes.iter().rev().fold(0, |hash, byte| hash << 8 | u64::from(*byte)))
    }
}

/// FNV-1a, its last bytes mixed into every bit.
pub(super) fn fnv1a(bytes: &[u8]) -> u64 {
    let add = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, add);
    (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = if self.0 >> ContentHash::SHORT == 0 { ContentHash::SHORT / 4 } else { u64::BITS / 4 };
        write!(f, "{:0width$x}", self.0, width = digits as usize)
    }
}

/// The name of an index: the marks of the pieces that are fetched without its start.
///
/// It is the start itself, the piece of the explorer, and the [`Chunk::PageResponse`]s by number; whoever knows them finds
/// everything. As text: `-` between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexName {
    /// Of the start.
    pub meta: ContentHash,
    /// Of the piece of the explorer.
    pub figures: ContentHash,
    /// Of the answers.
    pub page_responses: Vec<ContentHash>,
}

impl IndexName {
    /// The mark of a piece that it names.
    pub fn hash_of(&self, chunk: Chunk) -> Option<ContentHash> {
        match chunk {
            Chunk::Meta => Some(self.meta),
            Chunk::Figures => Some(self.figures),
            Chunk::PageResponse(number) => self.page_responses.get(number as usize).copied(),
            _ => None,
        }
    }
}

impl fmt::Display for IndexName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.meta, self.figures)?;
        self.page_responses.iter().try_for_each(|hash| write!(f, "-{hash}"))
    }
}

/// The text is no name of an index, or no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidName;

impl FromStr for ContentHash {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<ContentHash, InvalidName> {
        u64::from_str_radix(text, 16).map(ContentHash).map_err(|_| InvalidName)
    }
}

impl FromStr for IndexName {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<IndexName, InvalidName> {
        let mut hashes = text.split('-').map(str::parse);
        let mut first = || hashes.next().ok_or(InvalidName)?;
        let (meta, figures) = (first()?, first()?);
        let mut page_responses = Vec::new();
        for hash in hashes {
            page_responses.push(hash?);
        }
        Ok(IndexName { meta, figures, page_responses })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_survives_its_text() {
        let hashes = |chunk: Chunk, text: &str| ContentHash::of(chunk, text.as_bytes());
        let page_responses =
            vec![hashes(Chunk::PageResponse(0), "a"), ContentHash(0x1f), hashes(Chunk::PageResponse(2), "")];
        let (meta, figures) = (hashes(Chunk::Meta, "start"), hashes(Chunk::Figures, "figures"));
        let name = IndexName { meta, figures, page_responses };
        assert_eq!(name.to_string().parse(), Ok(name.clone()));
        assert!(name.to_string().contains("-00001f-"));
        assert_eq!("".parse::<IndexName>(), Err(InvalidName));
        assert_eq!("search-xyz".parse::<IndexName>(), Err(InvalidName));
    }

    #[test]
    fn marks_fit_into_three_bytes_and_tell_every_bit() {
        let hash = |bytes: &[u8]| ContentHash::of(Chunk::Postings(0), bytes);
        assert_eq!(ContentHash::from_bytes(&hash(b"abc").to_bytes()), hash(b"abc"));
        for bit in 0..24 {
            let mut bytes = *b"abc";
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(hash(&bytes), hash(b"abc"), "bit {bit}");
        }
    }
}
