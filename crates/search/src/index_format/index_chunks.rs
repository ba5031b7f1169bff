//! Splitting an index into chunks, and the chunks that a search needs.

use std::io;

use thidua_core::collections::{SortedSet, to_u32};
use thidua_core::corpus::Catalogue;

use super::sharding::Sharding;
use super::{
    ARTICLES_PER_TEXTS_CHUNK, Chunk, ContentHash, DecodeError, EncodedChunk, MAX_CARD_HEADERS,
    MAX_EMBEDDED_BYTES, decode_texts, embedded, encode_all, index_meta,
};
use crate::index::Index;
use crate::postings::Postings;
use crate::request::SearchRequest;
use crate::searcher::needed_and_optional_terms;
use crate::tokenized::TokenizedTexts;

/// Source of the chunks of an index.
#[derive(Debug)]
pub struct IndexChunks<'a> {
    catalogue: &'a Catalogue,
    index: &'a Index,
    postings: &'a Postings,
    sharding: Sharding,
    has_card_headers: bool,
    /// Whether the metadata embeds the other chunks. `None` if their size decides.
    is_embedded: Option<bool>,
}

impl<'a> IndexChunks<'a> {
    /// Splits a whole index of that catalogue. `None` if the index itself was read from chunks.
    pub fn new(catalogue: &'a Catalogue, index: &'a Index) -> Option<IndexChunks<'a>> {
        let postings = full_postings(index)?;
        Some(IndexChunks {
            catalogue,
            index,
            postings,
            sharding: Sharding::new(index, postings),
            has_card_headers: index.len() <= MAX_CARD_HEADERS,
            is_embedded: None,
        })
    }

    /// Includes or omits the card headers, regardless of the number of articles.
    pub fn with_card_headers(self, has_card_headers: bool) -> IndexChunks<'a> {
        IndexChunks { has_card_headers, ..self }
    }

    /// Embeds all chunks in the metadata or none, regardless of their size.
    pub fn with_embedding(self, is_embedded: bool) -> IndexChunks<'a> {
        IndexChunks { is_embedded: Some(is_embedded), ..self }
    }

    /// All chunks but the metadata, in order.
    fn chunk_list(&self) -> Vec<Chunk> {
        let postings = (0..to_u32(self.sharding.shards.len())).map(Chunk::Postings);
        let texts = (0..to_u32(self.index.len().div_ceil(ARTICLES_PER_TEXTS_CHUNK))).map(Chunk::Texts);
        postings.chain(texts).collect()
    }

    /// Sections of the metadata by name, given the other chunks: embedded ones, and the hashes of those in files.
    ///
    /// # Errors
    /// The shared part cannot be serialized.
    pub fn sections(
        &self,
        embedded: &[EncodedChunk],
        hashes: &[(Chunk, ContentHash)],
    ) -> io::Result<Vec<(&'static str, Vec<u8>)>> {
        let articles = if self.has_card_headers { self.catalogue.articles() } else { &[] };
        let mut sections =
            index_meta::sections(self.catalogue, self.index, &self.sharding, articles, hashes)?.to_vec();
        sections.push(("embedded chunks", embedded::write(embedded)));
        Ok(sections)
    }

    /// Encodes all chunks in order: the metadata, then those that it does not embed.
    ///
    /// # Errors
    /// The articles of a chunk cannot be serialized.
    pub fn encode(&self) -> io::Result<Vec<EncodedChunk>> {
        let mut encoded = encode_all(&self.chunk_list(), |chunk| self.content(chunk))?;
        let texts = |chunk: &EncodedChunk| matches!(chunk.chunk, Chunk::Texts(_));
        let size: usize = encoded.iter().filter(|chunk| texts(chunk)).map(|chunk| chunk.bytes.len()).sum();
        let mut embedded = Vec::new();
        if self.is_embedded.unwrap_or(size <= MAX_EMBEDDED_BYTES) {
            embedded = std::mem::take(&mut encoded);
            embedded.retain(texts);
        }
        let hashes: Vec<(Chunk, ContentHash)> =
            encoded.iter().map(|chunk| (chunk.chunk, chunk.hash)).collect();
        let meta = index_meta::join_sections(&self.sections(&embedded, &hashes)?);
        encoded.insert(0, EncodedChunk::new(Chunk::Meta, &meta));
        Ok(encoded)
    }

    /// Content of one of the chunks of [`IndexChunks::chunk_list`].
    fn content(&self, chunk: Chunk) -> io::Result<Vec<u8>> {
        Ok(match chunk {
            Chunk::Postings(number) => {
                let terms = self.sharding.shards.get(number as usize).map_or(&[][..], Vec::as_slice);
                self.postings.encode(terms)
            }
            Chunk::Texts(number) => {
                let first = number as usize * ARTICLES_PER_TEXTS_CHUNK;
                let end = (first + ARTICLES_PER_TEXTS_CHUNK).min(self.index.len());
                borsh::to_vec(&self.catalogue.excerpt(first..end))?
            }
            _ => Vec::new(),
        })
    }

    /// Postings of all terms without positions, and all positions, as they are stored. For measuring.
    pub fn posting_streams(&self) -> [Vec<u8>; 2] {
        let Some(postings) = full_postings(self.index) else { return [Vec::new(), Vec::new()] };
        let all: Vec<u32> = (0..to_u32(self.index.term_dict.len())).collect();
        let mut articles = postings.encode(&all);
        let positions: usize = all.iter().map(|term| postings.encoded_len(*term as usize)[1]).sum();
        let end = articles.len() - positions.min(articles.len());
        let positions = articles.split_off(end);
        [articles, positions]
    }
}

/// Postings of a whole index. `None` if it was read from chunks.
fn full_postings(index: &Index) -> Option<&Postings> {
    let [shard] = index.shards.as_slice() else { return None };
    shard.postings.as_ref()
}

impl Index {
    /// Returns the chunks without which a request cannot be answered and that are not loaded.
    pub fn missing_chunks(&self, request: &SearchRequest) -> Vec<Chunk> {
        if self.has_all_postings() {
            return Vec::new();
        }
        let [needed, _] = needed_and_optional_terms(self, request);
        self.chunks_of(&needed)
    }

    /// Returns the chunks that would add to the results of a request: how many articles have its words with
    /// other marks.
    pub fn optional_chunks(&self, request: &SearchRequest) -> Vec<Chunk> {
        if self.has_all_postings() {
            return Vec::new();
        }
        let [_, more] = needed_and_optional_terms(self, request);
        self.chunks_of(&more)
    }

    /// Returns whether nothing is missing, so that no request need be read for what it needs.
    fn has_all_postings(&self) -> bool {
        self.shards.iter().all(|shard| shard.postings.is_some())
    }

    /// Chunks with the postings of `terms` that are not loaded.
    fn chunks_of(&self, terms: &[u32]) -> Vec<Chunk> {
        let shards = self.without_postings(terms).map(|term| to_u32(self.shard_of(term)));
        let shards: SortedSet<u32> = shards.collect();
        shards.into_iter().map(Chunk::Postings).collect()
    }

    /// Returns the hash of a chunk. `None` if the metadata does not list it.
    pub fn hash_of(&self, chunk: Chunk) -> Option<ContentHash> {
        let found = self.hashes.binary_search_by_key(&chunk, |(chunk, _)| *chunk).ok()?;
        self.hashes.get(found).map(|(_, hash)| *hash)
    }

    /// Postings chunks that are not loaded.
    pub fn missing_postings_chunks(&self) -> Vec<Chunk> {
        let missing = self.shards.iter().zip(0..).filter(|(shard, _)| shard.postings.is_none());
        missing.map(|(_, number)| Chunk::Postings(number)).collect()
    }

    /// Returns the chunk with the texts of an article.
    pub fn texts_chunk(article: u32) -> Chunk {
        Chunk::Texts(article / to_u32(ARTICLES_PER_TEXTS_CHUNK))
    }

    /// Adds the postings of a shard.
    ///
    /// # Errors
    /// The content is corrupt; the index is unchanged.
    pub fn insert_postings(&mut self, number: u32, content: &[u8]) -> Result<(), DecodeError> {
        let articles = to_u32(self.len());
        let shard = self.shards.get_mut(number as usize).ok_or(DecodeError::Corrupt)?;
        let doc_freq = |term: &u32| self.doc_freqs.get(*term as usize).copied().unwrap_or_default();
        let doc_freqs: Vec<u32> = shard.terms.iter().map(doc_freq).collect();
        shard.postings = Some(Postings::decode(content, &doc_freqs, articles)?);
        Ok(())
    }

    /// Adds the texts of a block. Returns the catalogue of its articles.
    ///
    /// # Errors
    /// The content is corrupt or has other articles; the index is unchanged.
    pub fn insert_texts(&mut self, number: u32, content: &[u8]) -> Result<Catalogue, DecodeError> {
        let catalogue = decode_texts(content)?;
        let first = number as usize * ARTICLES_PER_TEXTS_CHUNK;
        let mine = self
            .doc_values
            .get(first..(first + ARTICLES_PER_TEXTS_CHUNK).min(self.len()))
            .ok_or(DecodeError::Corrupt)?;
        let figures = catalogue.articles().iter().map(|article| to_u32(article.figures.len()));
        if !mine.iter().map(|values| values.figures).eq(figures) {
            return Err(DecodeError::Corrupt);
        }
        self.texts.insert(number as usize, TokenizedTexts::with_dict(&catalogue, &self.term_dict));
        Ok(catalogue)
    }

    /// Removes the texts of a block.
    pub fn remove_texts(&mut self, number: u32) {
        self.texts.remove(&(number as usize));
    }
}
