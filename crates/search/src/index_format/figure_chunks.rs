//! The pieces of the explorer and of files of figures: what figures are chosen by, what is told of them, where they stand.

use super::{
    ARTICLES_PER_BULK_FACTS_CHUNK, ARTICLES_PER_FACTS_CHUNK, Chunk, ContentHash, EncodedChunk, FigureIndex,
    IdLookup, encode_all,
};
use thidua_core::corpus::{Catalogue, FigureTable, JaggedVec, facts_of};

/// The pieces of a whole catalogue.
#[derive(Debug)]
pub struct FigureChunks<'a> {
    catalogue: &'a Catalogue,
    table: &'a FigureTable,
    companions: JaggedVec<u32>,
    id_lookups: Vec<IdLookup>,
}

impl<'a> FigureChunks<'a> {
    /// Those of a catalogue with these figures; `companions` is what [`FigureIndex::companions`] shall be.
    pub fn new(
        catalogue: &'a Catalogue,
        table: &'a FigureTable,
        companions: JaggedVec<u32>,
    ) -> FigureChunks<'a> {
        FigureChunks { catalogue, table, companions, id_lookups: IdLookup::all(catalogue, table) }
    }

    /// Every piece but that of figures, in order: facts, a few articles a piece, then many, and the places.
    fn chunk_list(&self) -> Vec<Chunk> {
        let of_size = |size: usize| 0..self.table.articles().div_ceil(size) as u32;
        let facts = of_size(ARTICLES_PER_FACTS_CHUNK)
            .map(Chunk::Facts)
            .chain(of_size(ARTICLES_PER_BULK_FACTS_CHUNK).map(Chunk::BulkFacts));
        facts.chain((0..self.id_lookups.len() as u32).map(Chunk::IdLookup)).collect()
    }

    /// What is in one of the [`FigureChunks::parts`].
    fn content(&self, chunk: Chunk) -> serde_json::Result<Vec<u8>> {
        match chunk {
            Chunk::Facts(number) => self.facts(number as usize, ARTICLES_PER_FACTS_CHUNK),
            Chunk::BulkFacts(number) => self.facts(number as usize, ARTICLES_PER_BULK_FACTS_CHUNK),
            Chunk::IdLookup(number) => {
                Ok(self.id_lookups.get(number as usize).map(IdLookup::write).unwrap_or_default())
            }
            _ => Ok(Vec::new()),
        }
    }

    fn facts(&self, number: usize, size: usize) -> serde_json::Result<Vec<u8>> {
        let articles = self.catalogue.articles_in_range(number * size..(number + 1) * size);
        let facts: Vec<_> = articles.iter().map(facts_of).collect();
        serde_json::to_vec(&facts)
    }

    /// What is in the piece of figures, where the other pieces have these marks.
    fn figures(self, hashes: Vec<(Chunk, ContentHash)>) -> serde_json::Result<Vec<u8>> {
        FigureIndex::of(self.catalogue, self.table, self.companions, hashes).write()
    }

    /// All pieces: that of figures, then the others in order.
    ///
    /// # Errors
    /// Where the facts of a piece cannot be written.
    pub fn encode(self) -> serde_json::Result<Vec<EncodedChunk>> {
        let mut encoded = encode_all(&self.chunk_list(), |chunk| self.content(chunk))?;
        let hashes = encoded.iter().map(|chunk| (chunk.chunk, chunk.hash)).collect();
        encoded.insert(0, EncodedChunk::new(Chunk::Figures, &self.figures(hashes)?));
        Ok(encoded)
    }
}
