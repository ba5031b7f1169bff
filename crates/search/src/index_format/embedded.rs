//! Embedded chunks: the texts of a small index as a part of its metadata, whose hash covers them.
//!
//! The postings of a small index are not stored at all: they are made again from the texts, which takes less time than to
//! fetch them.

use thidua_core::collections::to_u32;
use thidua_core::corpus::Catalogue;

use super::{ARTICLES_PER_TEXTS_CHUNK, Chunk, EncodedChunk, without_header};
use crate::bytes::{ByteReader, DecodeError, write_varint};
use crate::index::{Index, write_postings};

/// Writes texts chunks by number, each with its length before it.
pub(super) fn write(texts: &[EncodedChunk]) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in texts {
        write_varint(&mut out, to_u32(chunk.bytes.len()));
        out.extend(&chunk.bytes);
    }
    out
}

/// Adds all embedded texts and their postings to an index that has only its metadata. Returns the articles of each texts
/// chunk; nothing if no chunk is embedded.
///
/// # Errors
/// A chunk is corrupt or missing, or the texts have other words than the metadata say.
pub(super) fn read(reader: &mut ByteReader<'_>, index: &mut Index) -> Result<Vec<Catalogue>, DecodeError> {
    if reader.remaining().is_empty() {
        return Ok(Vec::new());
    }
    let mut texts = Vec::new();
    for number in 0..to_u32(index.len().div_ceil(ARTICLES_PER_TEXTS_CHUNK)) {
        let content = without_header(Chunk::Texts(number), reader.sized_bytes()?)?;
        texts.push(index.insert_texts(number, content)?);
    }
    let postings = write_postings(index.texts.iter().map(|(_, texts)| texts), index.term_dict.len());
    for number in 0..index.shards.len() {
        let terms = index.shards.get(number).map(|shard| shard.terms.as_slice()).unwrap_or_default();
        let content = postings.encode(terms);
        index.insert_postings(to_u32(number), &content)?;
    }
    Ok(texts)
}
