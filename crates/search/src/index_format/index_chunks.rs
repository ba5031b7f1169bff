//! An index cut into pieces, and the pieces that a search needs.

use super::sharding::Sharding;
use super::{
    ARTICLES_PER_TEXTS_CHUNK, Chunk, ContentHash, DecodeError, EncodedChunk, MAX_CARD_HEADERS, decode_texts,
    encode_all, index_meta,
};
use crate::index::Index;
use crate::postings::Postings;
use crate::request::SearchRequest;
use crate::searcher::needed_and_optional_terms;
use crate::tokenized::TokenizedTexts;
use thidua_core::corpus::Catalogue;

/// The pieces of an index.
#[derive(Debug)]
pub struct IndexChunks<'a> {
    catalogue: &'a Catalogue,
    index: &'a Index,
    lists: &'a Postings,
    sharding: Sharding,
    has_card_headers: bool,
}

impl<'a> IndexChunks<'a> {
    /// Cuts a whole index of that catalogue. `None` where the index is not whole itself.
    pub fn new(catalogue: &'a Catalogue, index: &'a Index) -> Option<IndexChunks<'a>> {
        let lists = full_postings(index)?;
        Some(IndexChunks {
            catalogue,
            index,
            lists,
            sharding: Sharding::new(index, lists),
            has_card_headers: index.len() <= MAX_CARD_HEADERS,
        })
    }

    /// The same with what heads the cards of articles in the start, or without, whatever their number.
    pub fn with_card_headers(self, has_card_headers: bool) -> IndexChunks<'a> {
        IndexChunks { has_card_headers, ..self }
    }

    /// Every piece but the start, in order.
    fn chunk_list(&self) -> Vec<Chunk> {
        let words = (0..self.sharding.shards.len() as u32).map(Chunk::Postings);
        let texts = (0..self.index.len().div_ceil(ARTICLES_PER_TEXTS_CHUNK) as u32).map(Chunk::Texts);
        words.chain(texts).collect()
    }

    /// What is in the start, where the other pieces have these marks: by what it is.
    ///
    /// # Errors
    /// Where what all articles share cannot be written.
    pub fn sections(
        &self,
        hashes: &[(Chunk, ContentHash)],
    ) -> serde_json::Result<Vec<(&'static str, Vec<u8>)>> {
        let articles = if self.has_card_headers { self.catalogue.articles() } else { &[] };
        Ok(index_meta::sections(self.catalogue, self.index, &self.sharding, articles, hashes)?.into())
    }

    /// What is in the start, where the other pieces have these marks.
    fn meta(&self, hashes: &[(Chunk, ContentHash)]) -> serde_json::Result<Vec<u8>> {
        Ok(index_meta::join_sections(&self.sections(hashes)?))
    }

    /// All pieces, in order.
    ///
    /// # Errors
    /// Where the articles of a piece cannot be written.
    pub fn encode(&self) -> serde_json::Result<Vec<EncodedChunk>> {
        let mut encoded = encode_all(&self.chunk_list(), |chunk| self.content(chunk))?;
        let hashes: Vec<(Chunk, ContentHash)> =
            encoded.iter().map(|chunk| (chunk.chunk, chunk.hash)).collect();
        encoded.insert(0, EncodedChunk::new(Chunk::Meta, &self.meta(&hashes)?));
        Ok(encoded)
    }

    /// What is in one of the [`IndexChunks::parts`].
    fn content(&self, chunk: Chunk) -> serde_json::Result<Vec<u8>> {
        Ok(match chunk {
            Chunk::Postings(number) => {
                let words = self.sharding.shards.get(number as usize).map_or(&[][..], Vec::as_slice);
                self.lists.encode(words)
            }
            Chunk::Texts(number) => {
                let first = number as usize * ARTICLES_PER_TEXTS_CHUNK;
                let end = (first + ARTICLES_PER_TEXTS_CHUNK).min(self.index.len());
                serde_json::to_vec(&self.catalogue.excerpt(first..end))?
            }
            _ => Vec::new(),
        })
    }

    /// The lists of all words without the places, and the places, as they lie in the pieces.
    pub fn lists(&self) -> [Vec<u8>; 2] {
        let Some(lists) = full_postings(self.index) else { return [Vec::new(), Vec::new()] };
        let all: Vec<u32> = (0..self.index.term_dict.len() as u32).collect();
        let mut articles = lists.encode(&all);
        let places: usize = all.iter().map(|word| lists.encoded_len(*word as usize)[1]).sum();
        let nth = articles.len() - places.min(articles.len());
        let places = articles.split_off(nth);
        [articles, places]
    }
}

/// The lists of an index that is whole.
fn full_postings(index: &Index) -> Option<&Postings> {
    let [shard] = index.shards.as_slice() else { return None };
    shard.postings.as_ref()
}

impl Index {
    /// The pieces without which a search cannot be answered, as far as they are not here.
    pub fn missing_chunks(&self, request: &SearchRequest) -> Vec<Chunk> {
        let [needed, _] = needed_and_optional_terms(self, request);
        self.chunks_of(&needed)
    }

    /// The pieces with which a search that can be answered would say more: how many articles have its words with other marks.
    pub fn optional_chunks(&self, request: &SearchRequest) -> Vec<Chunk> {
        let [_, more] = needed_and_optional_terms(self, request);
        self.chunks_of(&more)
    }

    /// The pieces with the lists of these words that are not here.
    fn chunks_of(&self, words: &[u32]) -> Vec<Chunk> {
        let mut numbers: Vec<usize> = self.without_postings(words).map(|word| self.shard_of(word)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().map(|number| Chunk::Postings(number as u32)).collect()
    }

    /// What a piece is named by, as far as the start knows.
    pub fn hash_of(&self, chunk: Chunk) -> Option<ContentHash> {
        let nth = self.hashes.binary_search_by_key(&chunk, |(chunk, _)| *chunk).ok()?;
        self.hashes.get(nth).map(|(_, hash)| *hash)
    }

    /// The pieces of words that are not here.
    pub fn missing_postings_chunks(&self) -> Vec<Chunk> {
        let missing = self.shards.iter().zip(0..).filter(|(shard, _)| shard.postings.is_none());
        missing.map(|(_, number)| Chunk::Postings(number)).collect()
    }

    /// The piece with the texts of the article at that place in the corpus.
    pub const fn texts_chunk(place: u32) -> Chunk {
        Chunk::Texts(place / ARTICLES_PER_TEXTS_CHUNK as u32)
    }

    /// Takes in the content of a shard.
    ///
    /// # Errors
    /// Where it is damaged; then nothing has changed.
    pub fn insert_postings(&mut self, number: u32, content: &[u8]) -> Result<(), DecodeError> {
        let articles = self.len() as u32;
        let shard = self.shards.get_mut(number as usize).ok_or(DecodeError::Corrupt)?;
        let doc_freq = |word: &u32| self.doc_freqs.get(*word as usize).copied().unwrap_or_default();
        let doc_freqs: Vec<u32> = shard.terms.iter().map(doc_freq).collect();
        shard.postings = Some(Postings::decode(content, &doc_freqs, articles)?);
        Ok(())
    }

    /// Takes in the content of a block of texts, and gives back the catalogue of its articles.
    ///
    /// # Errors
    /// Where it is damaged, or holds other articles; then nothing has changed.
    pub fn insert_texts(&mut self, number: u32, content: &[u8]) -> Result<Catalogue, DecodeError> {
        let catalogue = decode_texts(content)?;
        let first = number as usize * ARTICLES_PER_TEXTS_CHUNK;
        let mine = self
            .doc_values
            .get(first..(first + ARTICLES_PER_TEXTS_CHUNK).min(self.len()))
            .ok_or(DecodeError::Corrupt)?;
        let figures = catalogue.articles().iter().map(|article| article.figures.len() as u32);
        if !mine.iter().map(|values| values.figures).eq(figures) {
            return Err(DecodeError::Corrupt);
        }
        self.texts.insert(number as usize, TokenizedTexts::with_dict(&catalogue, &self.term_dict));
        Ok(catalogue)
    }

    /// Forgets the texts of a block.
    pub fn remove_texts(&mut self, number: u32) {
        self.texts.remove(&(number as usize));
    }
}
