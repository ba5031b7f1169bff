//! Content hashes of chunks, and the name of an index.

use std::fmt;
use std::str::FromStr;

use super::Chunk;

/// Hash of an encoded chunk, part of its file name: another content is another file, and a change in transit is
/// detected.
///
/// The hash guards against accidents, not against malice: whoever can change a chunk on a host can change the page
/// too. Short hashes are therefore enough where thousands are listed in one file, and the function is FNV-1a, one
/// line of code in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ContentHash(u64);

impl ContentHash {
    /// Bits of the hashes that other chunks list.
    const SHORT: u32 = 24;

    /// Hash of an encoded chunk. A chunk that lists hashes of others gets a long one, since it stands for them all.
    pub(super) fn of(chunk: Chunk, bytes: &[u8]) -> ContentHash {
        let mixed = fnv1a(bytes);
        ContentHash(if matches!(chunk, Chunk::Meta | Chunk::Figures) {
            mixed
        } else {
            mixed >> (u64::BITS - ContentHash::SHORT)
        })
    }

    /// Bytes of a short hash.
    pub(super) fn to_bytes(self) -> [u8; 3] {
        let [a, b, c, ..] = self.0.to_le_bytes();
        [a, b, c]
    }

    /// Reads the bytes that [`ContentHash::to_bytes`] wrote.
    pub(super) fn from_bytes(bytes: &[u8]) -> ContentHash {
        ContentHash(bytes.iter().rev().fold(0, |hash, byte| hash << 8 | u64::from(*byte)))
    }
}

/// FNV-1a with a final mix, so that the last bytes affect every bit.
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

/// Name of an index: the hashes of the chunks that no other chunk lists.
///
/// These are the metadata, the figure index and the [`Chunk::PageResponse`]s by number. They lead to everything else.
/// Text form: hashes separated by `-`; `corpus` in place of the figure index if figures are read from the corpus file.
///
/// ```
/// use thidua_search::index_format::IndexName;
/// let name: IndexName = "00000000000000ab-00000000000000cd-00001f".parse()?;
/// assert_eq!(name.page_responses.len(), 1);
/// assert_eq!(name.to_string().parse(), Ok(name));
/// assert_eq!("00000000000000ab-corpus".parse::<IndexName>()?.figures, None);
/// # Ok::<(), thidua_search::index_format::InvalidName>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexName {
    /// Hash of the metadata.
    pub meta: ContentHash,
    /// Hash of the figure index. `None` if the site has no chunks with figures: they are read from the corpus file.
    pub figures: Option<ContentHash>,
    /// Hashes of the prebuilt page responses.
    pub page_responses: Vec<ContentHash>,
}

impl IndexName {
    /// Returns the hash of a chunk that the name contains.
    pub fn hash_of(&self, chunk: Chunk) -> Option<ContentHash> {
        match chunk {
            Chunk::Meta => Some(self.meta),
            Chunk::Figures => self.figures,
            Chunk::PageResponse(number) => self.page_responses.get(number as usize).copied(),
            _ => None,
        }
    }
}

/// Text in place of the hash of the figure index if there is none.
const FIGURES_IN_CORPUS: &str = "corpus";

impl fmt::Display for IndexName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.figures {
            Some(figures) => write!(f, "{}-{figures}", self.meta)?,
            None => write!(f, "{}-{FIGURES_IN_CORPUS}", self.meta)?,
        }
        self.page_responses.iter().try_for_each(|hash| write!(f, "-{hash}"))
    }
}

/// Error of parsing an index name or a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of an index or chunk")]
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
        let mut parts = text.split('-');
        let meta = parts.next().ok_or(InvalidName)?.parse()?;
        let figures = match parts.next().ok_or(InvalidName)? {
            FIGURES_IN_CORPUS => None,
            hash => Some(hash.parse()?),
        };
        let mut page_responses = Vec::new();
        for hash in parts {
            page_responses.push(hash.parse()?);
        }
        Ok(IndexName { meta, figures, page_responses })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn index_name_round_trips_as_text() {
        let hashes = |chunk: Chunk, text: &str| ContentHash::of(chunk, text.as_bytes());
        let page_responses =
            vec![hashes(Chunk::PageResponse(0), "a"), ContentHash(0x1f), hashes(Chunk::PageResponse(2), "")];
        let (meta, figures) = (hashes(Chunk::Meta, "start"), hashes(Chunk::Figures, "figures"));
        let name = IndexName { meta, figures: Some(figures), page_responses };
        assert_eq!(name.to_string().parse(), Ok(name.clone()));
        assert!(name.to_string().contains("-00001f-"));
        let name = IndexName { figures: None, ..name };
        assert_eq!(name.to_string().parse(), Ok(name.clone()));
        assert!(name.to_string().contains("-corpus-"));
        assert_eq!("corpus-corpus".parse::<IndexName>(), Err(InvalidName));
        assert_eq!("".parse::<IndexName>(), Err(InvalidName));
        assert_eq!("search-xyz".parse::<IndexName>(), Err(InvalidName));
    }

    #[test]
    fn short_hash_has_three_bytes_and_detects_every_bit_flip() {
        let hash = |bytes: &[u8]| ContentHash::of(Chunk::Postings(0), bytes);
        assert_eq!(ContentHash::from_bytes(&hash(b"abc").to_bytes()), hash(b"abc"));
        for bit in 0..24 {
            let mut bytes = *b"abc";
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(hash(&bytes), hash(b"abc"), "bit {bit}");
        }
    }
}
