//! Index files: an index split into chunks, for corpora that are too large to be loaded at once.
//!
//! Searches use three kinds of [`Chunk`]: one with *metadata* (doc values, term dictionary, shard of each term),
//! *postings* in shards, and *texts* of a few articles each. Metadata and the shards of the query's terms give the
//! complete result list; texts are needed only for what a card shows.
//!
//! The explorer uses others: the *figure index* has the properties by which every figure can be filtered, *facts*
//! have what is shown of the figures of a few articles (or of many, for downloads), and *id lookup* leads from ids to
//! articles.
//!
//! If the texts are small, the metadata *embeds* them, and is the whole index: one file. There are then no other chunks of
//! postings and texts.
//!
//! Every chunk starts with a header: format version and kind. Its file name contains its [`ContentHash`]. The
//! metadata lists the hashes of postings and texts, the figure index those of facts and id lookup. Truncated or
//! changed chunks and chunks of another build are therefore detected and not used, and chunks that are equal in two
//! builds are the same files. Compression is left to the caller.
//!
//! ```
//! use thidua_search::index_format::{Chunk, DecodeError, EncodedChunk, chunk_content};
//! let encoded = EncodedChunk::new(Chunk::Postings(7), b"content");
//! assert!(encoded.path().starts_with("search/w7-"));
//! assert_eq!(chunk_content(Chunk::Postings(7), encoded.hash, &encoded.bytes), Ok(&b"content"[..]));
//! assert_eq!(chunk_content(Chunk::Postings(8), encoded.hash, &encoded.bytes), Err(DecodeError::Corrupt));
//! ```

mod card_headers;
mod columns;
mod content_hash;
mod embedded;
mod figure_chunks;
mod figure_index;
mod id_lookup;
mod index_chunks;
mod index_meta;
mod sharding;
mod term_dict;

use std::io;

use thidua_core::corpus::Catalogue;
use thidua_core::parallel::par_map;

use super::bytes::{ByteReader, write_varint};

pub use super::bytes::DecodeError;
pub use card_headers::CardHeader;
pub use content_hash::{ContentHash, IndexName, InvalidName};
pub use figure_chunks::FigureChunks;
pub use figure_index::FigureIndex;
pub use id_lookup::IdLookup;
pub use index_chunks::IndexChunks;
pub use index_meta::IndexMeta;

/// Version of the format. Any change of the encoding needs a new one.
pub const FORMAT_VERSION: u8 = 10;
/// Folder of all chunks, relative to the base of a site.
pub const INDEX_FOLDER: &str = "search";
/// Articles in a texts chunk. A card needs one article, so that the chunk is small.
pub const ARTICLES_PER_TEXTS_CHUNK: usize = 2;
/// Articles in a facts chunk. A view needs a few articles here and there.
pub const ARTICLES_PER_FACTS_CHUNK: usize = 4;
/// Articles in a bulk facts chunk. A download needs many; the chunk is read, used and dropped.
pub const ARTICLES_PER_BULK_FACTS_CHUNK: usize = 500;
/// Maximum size in bytes of all texts of an index, uncompressed, that are embedded in its metadata. A phone fetches them,
/// compressed, in about the time that two more requests take.
pub const MAX_EMBEDDED_BYTES: usize = 256 * 1024;
/// Maximum number of articles for which the metadata contains card headers (some twenty bytes each). With more, cards
/// wait for the texts.
pub const MAX_CARD_HEADERS: usize = 4_000;

const MAGIC: [u8; 3] = *b"TDs";

/// Identity of a chunk within an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chunk {
    /// Metadata, needed by every search.
    Meta,
    /// Postings of the terms of a shard.
    Postings(u32),
    /// Articles of a block.
    Texts(u32),
    /// Prebuilt response for a page that changes while it is used; `thidua_client` defines the content.
    PageResponse(u32),
    /// Figure index.
    Figures,
    /// Facts of the figures of a few articles.
    Facts(u32),
    /// Facts of many articles, for large downloads.
    BulkFacts(u32),
    /// Lookup from ids to articles.
    IdLookup(u32),
}

impl Chunk {
    /// Name of the chunk, unique within an index.
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

    /// File path of the chunk, relative to the base of a site.
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

    /// Chunk of a kind code, as [`Chunk::code`] assigns them. `None` for the kinds that occur once.
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

/// Chunk with header, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodedChunk {
    /// Identity.
    pub chunk: Chunk,
    /// Content hash.
    pub hash: ContentHash,
    /// Header and content.
    pub bytes: Vec<u8>,
}

impl EncodedChunk {
    /// Adds the header to the content of a chunk.
    pub fn new(chunk: Chunk, content: &[u8]) -> EncodedChunk {
        let (kind, number) = chunk.code();
        let mut bytes = MAGIC.to_vec();
        bytes.extend([FORMAT_VERSION, kind]);
        write_varint(&mut bytes, number);
        bytes.extend(content);
        EncodedChunk { chunk, hash: ContentHash::of(chunk, &bytes), bytes }
    }

    /// File path, relative to the base of a site.
    pub fn path(&self) -> String {
        self.chunk.path(self.hash)
    }
}

/// Encodes chunks on all cores; `content` returns the content of each.
fn encode_all(
    chunks: &[Chunk],
    content: impl Fn(Chunk) -> io::Result<Vec<u8>> + Sync,
) -> io::Result<Vec<EncodedChunk>> {
    par_map(chunks, |_, chunk| Ok(EncodedChunk::new(*chunk, &content(*chunk)?))).into_iter().collect()
}

/// Returns the content of an encoded chunk.
///
/// # Errors
/// The bytes are not the requested chunk, complete and unchanged.
pub fn chunk_content(chunk: Chunk, hash: ContentHash, bytes: &[u8]) -> Result<&[u8], DecodeError> {
    let content = without_header(chunk, bytes)?;
    if ContentHash::of(chunk, bytes) == hash { Ok(content) } else { Err(DecodeError::Corrupt) }
}

/// Removes the header of an encoded chunk.
fn without_header(chunk: Chunk, bytes: &[u8]) -> Result<&[u8], DecodeError> {
    let mut reader = ByteReader::new(bytes);
    if reader.bytes(MAGIC.len())? != MAGIC {
        return Err(DecodeError::Corrupt);
    }
    if reader.bytes(1)? != [FORMAT_VERSION] {
        return Err(DecodeError::OtherVersion);
    }
    let (kind, number) = chunk.code();
    let is_expected = reader.bytes(1)? == [kind] && reader.varint()? == number;
    if is_expected { Ok(reader.remaining()) } else { Err(DecodeError::Corrupt) }
}

/// Decodes the content of a texts chunk as a catalogue. The caller has verified its hash.
///
/// # Errors
/// The content is not a corpus.
pub fn decode_texts(content: &[u8]) -> Result<Catalogue, DecodeError> {
    borsh::from_slice(content).map(Catalogue::new).map_err(|_| DecodeError::Corrupt)
}
