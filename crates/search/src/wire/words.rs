//! An index cut into pieces, and the pieces that a search needs.

use super::cut::Cut;
use super::{Fault, HEADED, Mark, Piece, Sealed, TEXTS, seal_all, start, texts};
use crate::engine::words_of;
use crate::index::Index;
use crate::postings::Postings;
use crate::request::Request;
use crate::texts::Texts;
use thidua_core::corpus::Catalogue;

/// The pieces of an index.
#[derive(Debug)]
pub struct Pieces<'a> {
    catalogue: &'a Catalogue,
    index: &'a Index,
    lists: &'a Postings,
    cut: Cut,
    is_headed: bool,
}

impl<'a> Pieces<'a> {
    /// Cuts a whole index of that catalogue. `None` where the index is not whole itself.
    pub fn new(catalogue: &'a Catalogue, index: &'a Index) -> Option<Pieces<'a>> {
        let lists = whole(index)?;
        Some(Pieces {
            catalogue,
            index,
            lists,
            cut: Cut::new(index, lists),
            is_headed: index.len() <= HEADED,
        })
    }

    /// The same with what heads the cards of articles in the start, or without, whatever their number.
    pub fn headed(self, is_headed: bool) -> Pieces<'a> {
        Pieces { is_headed, ..self }
    }

    /// Every piece but the start, in order.
    fn parts(&self) -> Vec<Piece> {
        let words = (0..self.cut.shards.len() as u32).map(Piece::Words);
        let texts = (0..self.index.len().div_ceil(TEXTS) as u32).map(Piece::Texts);
        words.chain(texts).collect()
    }

    /// What is in the start, where the other pieces have these marks: by what it is.
    ///
    /// # Errors
    /// Where what all articles share cannot be written.
    pub fn sections(&self, marks: &[(Piece, Mark)]) -> serde_json::Result<Vec<(&'static str, Vec<u8>)>> {
        let articles = if self.is_headed { self.catalogue.articles() } else { &[] };
        Ok(start::sections(self.catalogue, self.index, &self.cut, articles, marks)?.into())
    }

    /// What is in the start, where the other pieces have these marks.
    fn start(&self, marks: &[(Piece, Mark)]) -> serde_json::Result<Vec<u8>> {
        Ok(start::join(&self.sections(marks)?))
    }

    /// All pieces, in order.
    ///
    /// # Errors
    /// Where the articles of a piece cannot be written.
    pub fn seal(&self) -> serde_json::Result<Vec<Sealed>> {
        let mut sealed = seal_all(&self.parts(), |piece| self.content(piece))?;
        let marks: Vec<(Piece, Mark)> = sealed.iter().map(|part| (part.piece, part.mark)).collect();
        sealed.insert(0, Sealed::new(Piece::Start, &self.start(&marks)?));
        Ok(sealed)
    }

    /// What is in one of the [`Pieces::parts`].
    fn content(&self, piece: Piece) -> serde_json::Result<Vec<u8>> {
        Ok(match piece {
            Piece::Words(number) => {
                let words = self.cut.shards.get(number as usize).map_or(&[][..], Vec::as_slice);
                self.lists.cut(words)
            }
            Piece::Texts(number) => {
                let first = number as usize * TEXTS;
                let end = (first + TEXTS).min(self.index.len());
                serde_json::to_vec(&self.catalogue.excerpt(first..end))?
            }
            _ => Vec::new(),
        })
    }

    /// The lists of all words without the places, and the places, as they lie in the pieces.
    pub fn lists(&self) -> [Vec<u8>; 2] {
        let Some(lists) = whole(self.index) else { return [Vec::new(), Vec::new()] };
        let all: Vec<u32> = (0..self.index.lexicon.len() as u32).collect();
        let mut articles = lists.cut(&all);
        let places: usize = all.iter().map(|word| lists.bytes_of(*word as usize)[1]).sum();
        let at = articles.len() - places.min(articles.len());
        let places = articles.split_off(at);
        [articles, places]
    }
}

/// The lists of an index that is whole.
fn whole(index: &Index) -> Option<&Postings> {
    let [shard] = index.shards.as_slice() else { return None };
    shard.postings.as_ref()
}

impl Index {
    /// The pieces without which a search cannot be answered, as far as they are not here.
    pub fn wants(&self, request: &Request) -> Vec<Piece> {
        let [needed, _] = words_of(self, request);
        self.pieces_of(&needed)
    }

    /// The pieces with which a search that can be answered would say more: how many articles have its words with other marks.
    pub fn would_add(&self, request: &Request) -> Vec<Piece> {
        let [_, more] = words_of(self, request);
        self.pieces_of(&more)
    }

    /// The pieces with the lists of these words that are not here.
    fn pieces_of(&self, words: &[u32]) -> Vec<Piece> {
        let mut numbers: Vec<usize> = self.lacking(words).map(|word| self.shard_of(word)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().map(|number| Piece::Words(number as u32)).collect()
    }

    /// What a piece is named by, as far as the start knows.
    pub fn mark(&self, piece: Piece) -> Option<Mark> {
        let at = self.marks.binary_search_by_key(&piece, |(piece, _)| *piece).ok()?;
        self.marks.get(at).map(|(_, mark)| *mark)
    }

    /// The pieces of words that are not here.
    pub fn missing_words(&self) -> Vec<Piece> {
        let missing = self.shards.iter().zip(0..).filter(|(shard, _)| shard.postings.is_none());
        missing.map(|(_, number)| Piece::Words(number)).collect()
    }

    /// The piece with the texts of the article at that place in the corpus.
    pub const fn texts_piece(place: u32) -> Piece {
        Piece::Texts(place / TEXTS as u32)
    }

    /// Takes in the content of a shard.
    ///
    /// # Errors
    /// Where it is damaged; then nothing has changed.
    pub fn take_words(&mut self, number: u32, content: &[u8]) -> Result<(), Fault> {
        let articles = self.len() as u32;
        let shard = self.shards.get_mut(number as usize).ok_or(Fault::Damaged)?;
        let frequency = |word: &u32| self.frequencies.get(*word as usize).copied().unwrap_or_default();
        let having: Vec<u32> = shard.words.iter().map(frequency).collect();
        shard.postings = Some(Postings::read(content, &having, articles)?);
        Ok(())
    }

    /// Takes in the content of a block of texts, and gives back the catalogue of its articles.
    ///
    /// # Errors
    /// Where it is damaged, or holds other articles; then nothing has changed.
    pub fn take_texts(&mut self, number: u32, content: &[u8]) -> Result<Catalogue, Fault> {
        let catalogue = texts(content)?;
        let first = number as usize * TEXTS;
        let mine = self.documents.get(first..(first + TEXTS).min(self.len())).ok_or(Fault::Damaged)?;
        let figures = catalogue.articles().iter().map(|article| article.figures.len() as u32);
        if !mine.iter().map(|document| document.figures).eq(figures) {
            return Err(Fault::Damaged);
        }
        self.texts.insert(number as usize, Texts::of(&catalogue, &self.lexicon));
        Ok(catalogue)
    }

    /// Forgets the texts of a block.
    pub fn forget_texts(&mut self, number: u32) {
        self.texts.remove(&(number as usize));
    }
}
