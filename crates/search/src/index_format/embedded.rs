//! Embedded chunks: postings and texts of a small index as a part of its metadata, whose hash covers them.
//!
//! Either all are embedded or none.

use thidua_core::collections::to_u32;
use thidua_core::corpus::Catalogue;

use super::{ARTICLES_PER_TEXTS_CHUNK, Chunk, EncodedChunk, without_header};
use crate::bytes::{ByteReader, DecodeError, write_varint};
use crate::index::Index;

/// Writes chunks, which are all postings and then all texts by number, each with its length before it.
pub(super) fn write(chunks: &[EncodedChunk]) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in chunks {
        write_varint(&mut out, to_u32(chunk.bytes.len()));
        out.extend(&chunk.bytes);
    }
    out
}

/// Adds all embedded chunks to an index that has only its metadata. Returns the articles of each texts chunk; nothing if
/// no chunk is embedded.
///
/// # Errors
/// A chunk is corrupt or missing.
pub(super) fn read(reader: &mut ByteReader<'_>, index: &mut Index) -> Result<Vec<Catalogue>, DecodeError> {
    if reader.remaining().is_empty() {
        return Ok(Vec::new());
    }
    for number in 0..to_u32(index.shards.len()) {
        index.insert_postings(number, content(reader, Chunk::Postings(number))?)?;
    }
    let mut texts = Vec::new();
    for number in 0..to_u32(index.len().div_ceil(ARTICLES_PER_TEXTS_CHUNK)) {
        texts.push(index.insert_texts(number, content(reader, Chunk::Texts(number))?)?);
    }
    Ok(texts)
}

/// Reads the next chunk, which must be `chunk`.
fn content<'c>(reader: &mut ByteReader<'c>, chunk: Chunk) -> Result<&'c [u8], DecodeError> {
    without_header(chunk, reader.sized_bytes()?)
}
