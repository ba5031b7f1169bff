//! Id lookup: from the id of an article or figure to article numbers, for a page of which only the address is known.
//!
//! A hash distributes ids over chunks; another part of the hash identifies an id within its chunk. A lookup returns
//! the right article and, about once in a million, a second, wrong one.

use std::collections::BTreeSet;

use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureTable};

use super::DecodeError;
use super::content_hash::fnv1a;
use crate::bytes::{ByteReader, write_varint};

/// Approximate number of ids in a chunk.
const IDS_PER_CHUNK: usize = 1_000;

/// Article numbers by id, for the ids of one chunk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IdLookup {
    entries: BTreeSet<(u32, u32)>,
}

impl IdLookup {
    /// Returns the number of the chunk that contains an id, in a corpus with these figures.
    pub fn chunk_number(id: &str, table: &FigureTable) -> u32 {
        u32::try_from(fnv1a(id.as_bytes()) % count(table) as u64).unwrap_or(u32::MAX)
    }

    /// Builds all chunks of a catalogue.
    pub(super) fn all(catalogue: &Catalogue, table: &FigureTable) -> Vec<IdLookup> {
        let mut all = vec![IdLookup::default(); count(table)];
        for (article, number) in catalogue.articles().iter().zip(0..) {
            let figures = article.figures.iter().map(|figure| figure.id.as_str());
            for id in std::iter::once(article.id.as_str()).chain(figures) {
                if let Some(chunk) = all.get_mut(IdLookup::chunk_number(id, table) as usize) {
                    chunk.entries.insert((check(id), number));
                }
            }
        }
        all
    }

    /// Returns the articles that have the id or state the figure with the id.
    pub fn articles_of(&self, id: &str) -> BTreeSet<u32> {
        let check = check(id);
        collect_set(self.entries.range((check, 0)..=(check, u32::MAX)).map(|(_, article)| *article))
    }

    /// Encodes the content of [`super::Chunk::IdLookup`].
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for (check, article) in &self.entries {
            out.extend(check.to_le_bytes());
            write_varint(&mut out, *article);
        }
        out
    }

    /// Decodes it.
    ///
    /// # Errors
    /// The content is corrupt.
    pub fn read(content: &[u8]) -> Result<IdLookup, DecodeError> {
        let mut reader = ByteReader::new(content);
        let mut lookup = IdLookup::default();
        while !reader.remaining().is_empty() {
            let check = reader.bytes(4)?.iter().rev().fold(0, |check, byte| check << 8 | u32::from(*byte));
            lookup.entries.insert((check, reader.varint()?));
        }
        Ok(lookup)
    }
}

fn count(table: &FigureTable) -> usize {
    (table.articles() + table.len()).div_ceil(IDS_PER_CHUNK).max(1)
}

/// Part of the hash that does not select the chunk.
fn check(id: &str) -> u32 {
    (fnv1a(id.as_bytes()) >> 32) as u32
}
