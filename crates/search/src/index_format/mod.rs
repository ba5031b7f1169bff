//! The index as files, for collections that are too large to be loaded whole.
//!
//! For searches three kinds of [`Chunk`]: one *start* (what is known of every article, the spellings, which shard has which), the
//! lists of the *words* in shards, and the *texts* of a few articles at a time. The start and the shards of its words
//! answer a search to the last place of its order; texts are needed only for what a card shows.
//!
//! The explorer needs neither: the piece of *figures* has what every figure can be chosen by, and *facts* of a few articles
//! at a time, or of many, what is told of them; *places* lead from ids to articles.
//!
//! Every piece begins with a header: the version of the format and what it is. It is named by its [`ContentHash`], a hash of its
//! bytes, and the start holds the marks of those of searches, the piece of figures those of facts: what is cut off, changed, or of another build is told apart, and nothing of it
//! is used; and of two builds of a site all pieces that are alike are the same files. Compression is for whoever writes them.

mod card_headers;
mod columns;
mod content_hash;
mod figure_chunks;
mod figure_index;
mod id_lookup;
mod index_chunks;
mod index_meta;
mod sharding;
mod term_dict;

use super::bytes::{ByteReader, write_varint};
use thidua_core::corpus::Catalogue;
use thidua_core::parallel::par_map;

pub use super::bytes::DecodeError;
pub use card_headers::CardHeader;
pub use content_hash::{ContentHash, IndexName, InvalidName};
pub use figure_chunks::FigureChunks;
pub use figure_index::FigureIndex;
pub use id_lookup::IdLookup;
pub use index_chunks::IndexChunks;
pub use index_meta::IndexMeta;

/// The version of the format. Any change of what is written is another one.
pub const FORMAT_VERSION: u8 = 5;
/// The folder of all pieces, below the base of a site.
pub const INDEX_FOLDER: &str = "search";
/// So many articles share a piece of texts: a card wants one article of it, so a piece is small.
pub const ARTICLES_PER_TEXTS_CHUNK: usize = 2;
/// So many articles share a piece of facts, of which a view needs a few here and there.
pub const ARTICLES_PER_FACTS_CHUNK: usize = 4;
/// So many share a large one, of which a file needs many: it is read, written and forgotten.
pub const ARTICLES_PER_BULK_FACTS_CHUNK: usize = 500;
/// Up to so many articles the start has what heads their cards: some twenty bytes each. Of more the texts must tell.
pub const MAX_CARD_HEADERS: usize = 4_000;

const MAGIC: [u8; 3] = *b"TDs";

/// A piece of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chunk {
    /// What every search needs.
    Meta,
    /// The lists of the words of that shard.
    Postings(u32),
    /// The articles of that block.
    Texts(u32),
    /// What a page that changes while it is used shows at first; what is in it is for the engine to say.
    PageResponse(u32),
    /// What figures are chosen by.
    Figures,
    /// What is told of the figures of a few articles.
    Facts(u32),
    /// The same of many articles, for files of many figures.
    BulkFacts(u32),
    /// Where articles and figures stand, by their ids.
    IdLookup(u32),
}

impl Chunk {
    /// What it is called, in an index: no two pieces alike.
    pub fn name(self) -> String {
        let (letter, number) = match self {
            Chunk::Meta => return "start".to_owned(),
            Chunk::Figures => return "figures".to_owned(),
            Chunk::Postings(number) => ('w', number),
            Chunk::Texts(number) => ('t', number),
            Chunk::PageResponse(number) => ('a', number),
            Chunk::Facts(number) => ('f', number),
            Chunk::BulkFacts(number) => ('m', number),
            Chunk::IdLookup(number) => ('p', number),
        };
        format!("{letter}{number}")
    }

    /// Its file below the base of a site.
    pub fn path(self, hash: ContentHash) -> String {
        format!("{INDEX_FOLDER}/{}-{hash}.bin", self.name())
    }

    const fn code(self) -> (u8, u32) {
        match self {
            Chunk::Meta => (0, 0),
            Chunk::Postings(number) => (1, number),
            Chunk::Texts(number) => (2, number),
            Chunk::PageResponse(number) => (3, number),
            Chunk::Figures => (4, 0),
            Chunk::Facts(number) => (5, number),
            Chunk::BulkFacts(number) => (6, number),
            Chunk::IdLookup(number) => (7, number),
        }
    }

    /// The piece of a kind, as [`Chunk::kind`] numbers them.
    const fn from_code(kind: u32, number: u32) -> Option<Chunk> {
        match kind {
            1 => Some(Chunk::Postings(number)),
            2 => Some(Chunk::Texts(number)),
            3 => Some(Chunk::PageResponse(number)),
            5 => Some(Chunk::Facts(number)),
            6 => Some(Chunk::BulkFacts(number)),
            7 => Some(Chunk::IdLookup(number)),
            _ => None,
        }
    }
}

/// A piece with its header, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodedChunk {
    /// Which it is.
    pub chunk: Chunk,
    /// What it is named by.
    pub hash: ContentHash,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl EncodedChunk {
    /// Puts the header before the content of a piece.
    pub fn new(chunk: Chunk, content: &[u8]) -> EncodedChunk {
        let (kind, number) = chunk.code();
        let mut bytes = MAGIC.to_vec();
        bytes.extend([FORMAT_VERSION, kind]);
        write_varint(&mut bytes, number);
        bytes.extend(content);
        EncodedChunk { chunk, hash: ContentHash::of(chunk, &bytes), bytes }
    }

    /// Its file below the base of a site.
    pub fn path(&self) -> String {
        self.chunk.path(self.hash)
    }
}

/// Seals pieces, each with its content, on every core.
fn encode_all(
    chunks: &[Chunk],
    content: impl Fn(Chunk) -> serde_json::Result<Vec<u8>> + Sync,
) -> serde_json::Result<Vec<EncodedChunk>> {
    par_map(chunks, |_, chunk| Ok(EncodedChunk::new(*chunk, &content(*chunk)?))).into_iter().collect()
}

/// The content of a piece.
///
/// # Errors
/// Where it is not the piece asked for, whole and unchanged.
pub fn chunk_content(chunk: Chunk, hash: ContentHash, bytes: &[u8]) -> Result<&[u8], DecodeError> {
    let mut reader = ByteReader::new(bytes);
    if reader.bytes(MAGIC.len())? != MAGIC {
        return Err(DecodeError::Corrupt);
    }
    if reader.bytes(1)? != [FORMAT_VERSION] {
        return Err(DecodeError::OtherVersion);
    }
    let (kind, number) = chunk.code();
    let is_expected = reader.bytes(1)? == [kind] && reader.varint()? == number;
    if is_expected && ContentHash::of(chunk, bytes) == hash {
        Ok(reader.remaining())
    } else {
        Err(DecodeError::Corrupt)
    }
}

/// The texts of a block, as a catalogue. Its mark has been looked at: it is what was written.
///
/// # Errors
/// Where they are no corpus.
pub fn decode_texts(content: &[u8]) -> Result<Catalogue, DecodeError> {
    serde_json::from_slice(content).map(Catalogue::new).map_err(|_| DecodeError::Corrupt)
}
