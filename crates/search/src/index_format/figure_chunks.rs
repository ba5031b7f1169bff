//! Writer of the chunks for the explorer and for downloads of figures: figure index, facts, id lookup.

use std::io;

use thidua_core::collections::to_u32;
use thidua_core::corpus::{Catalogue, FigureTable, JaggedVec, facts_of};

use super::{
    ARTICLES_PER_BULK_FACTS_CHUNK, ARTICLES_PER_FACTS_CHUNK, Chunk, ContentHash, EncodedChunk, FigureIndex,
    IdLookup, encode_all,
};

/// Source of the figure chunks of a corpus.
#[derive(Debug)]
pub struct FigureChunks<'a> {
    catalogue: &'a Catalogue,
    table: &'a FigureTable,
    companions: JaggedVec<u32>,
    id_lookups: Vec<IdLookup>,
}

impl<'a> FigureChunks<'a> {
    /// Prepares the chunks. `companions` becomes [`FigureIndex::companions`].
    pub fn new(
        catalogue: &'a Catalogue,
        table: &'a FigureTable,
        companions: JaggedVec<u32>,
    ) -> FigureChunks<'a> {
        FigureChunks { catalogue, table, companions, id_lookups: IdLookup::all(catalogue, table) }
    }

    /// All chunks but the figure index, in order: small facts chunks, large ones, id lookup.
    fn chunk_list(&self) -> Vec<Chunk> {
        let of_size = |size: usize| 0..to_u32(self.table.articles().div_ceil(size));
        let facts = of_size(ARTICLES_PER_FACTS_CHUNK)
            .map(Chunk::Facts)
            .chain(of_size(ARTICLES_PER_BULK_FACTS_CHUNK).map(Chunk::BulkFacts));
        facts.chain((0..to_u32(self.id_lookups.len())).map(Chunk::IdLookup)).collect()
    }

    /// Content of one of the chunks of [`FigureChunks::chunk_list`].
    fn content(&self, chunk: Chunk) -> io::Result<Vec<u8>> {
        match chunk {
            Chunk::Facts(number) => self.facts(number as usize, ARTICLES_PER_FACTS_CHUNK),
            Chunk::BulkFacts(number) => self.facts(number as usize, ARTICLES_PER_BULK_FACTS_CHUNK),
            Chunk::IdLookup(number) => {
                Ok(self.id_lookups.get(number as usize).map(IdLookup::write).unwrap_or_default())
            }
            _ => Ok(Vec::new()),
        }
    }

    fn facts(&self, number: usize, size: usize) -> io::Result<Vec<u8>> {
        let articles = self.catalogue.articles_in_range(number * size..(number + 1) * size);
        let facts: Vec<_> = articles.iter().map(facts_of).collect();
        borsh::to_vec(&facts)
    }

    /// Content of the figure index, which lists the hashes of the other chunks.
    fn figures(self, hashes: Vec<(Chunk, ContentHash)>) -> io::Result<Vec<u8>> {
        FigureIndex::of(self.catalogue, self.table, self.companions, hashes).write()
    }

    /// Encodes all chunks: the figure index first, then the others in order.
    ///
    /// # Errors
    /// The facts of a chunk cannot be serialized.
    pub fn encode(self) -> io::Result<Vec<EncodedChunk>> {
        let mut encoded = encode_all(&self.chunk_list(), |chunk| self.content(chunk))?;
        let hashes = encoded.iter().map(|chunk| (chunk.chunk, chunk.hash)).collect();
        encoded.insert(0, EncodedChunk::new(Chunk::Figures, &self.figures(hashes)?));
        Ok(encoded)
    }
}
