//! An index cut into pieces, and the pieces that a search needs.

use std::ops::Range;

use super::{Fault, Mark, Piece, Sealed, TEXTS, start, texts};
use crate::corpus::Catalogue;
use crate::search::engine::plans;
use crate::search::index::Index;
use crate::search::postings::Postings;
use crate::search::rank::all_words;
use crate::search::request::Request;
use crate::search::texts::Texts;

/// A shard is closed once its lists have so many bytes: about two thirds of them when compressed.
const SHARD_BYTES: usize = 16 * 1024;

/// The pieces of an index.
#[derive(Debug)]
pub struct Pieces<'a> {
    catalogue: &'a Catalogue,
    index: &'a Index,
    shards: Vec<Range<u32>>,
}

impl<'a> Pieces<'a> {
    /// Cuts a whole index of that catalogue.
    pub fn new(catalogue: &'a Catalogue, index: &'a Index) -> Pieces<'a> {
        Pieces { catalogue, index, shards: cut(index) }
    }

    /// Every piece but the start, in order.
    pub fn parts(&self) -> Vec<Piece> {
        let words = (0..self.shards.len() as u32).map(Piece::Words);
        let texts = (0..self.index.len().div_ceil(TEXTS) as u32).map(Piece::Texts);
        words.chain(texts).collect()
    }

    /// What is in the start, where the other pieces have these marks.
    pub fn start(&self, marks: &[(Piece, Mark)]) -> Vec<u8> {
        let sizes: Vec<u32> = self.shards.iter().map(|words| words.end - words.start).collect();
        start::write(self.catalogue, self.index, &sizes, marks)
    }

    /// All pieces, in order.
    pub fn seal(&self) -> Vec<Sealed> {
        let parts = self.parts().into_iter().map(|piece| Sealed::new(piece, &self.content(piece)));
        let mut sealed: Vec<Sealed> = parts.collect();
        let marks: Vec<(Piece, Mark)> = sealed.iter().map(|part| (part.piece, part.mark)).collect();
        sealed.insert(0, Sealed::new(Piece::Start, &self.start(&marks)));
        sealed
    }

    /// What is in one of the [`Pieces::parts`].
    pub fn content(&self, piece: Piece) -> Vec<u8> {
        match piece {
            Piece::Words(number) => {
                let words = self.shards.get(number as usize).cloned().unwrap_or_default();
                let whole = self.index.shards.first().and_then(|shard| shard.postings.as_ref());
                whole.map(|lists| lists.cut(words.start as usize..words.end as usize)).unwrap_or_default()
            }
            Piece::Texts(number) => {
                let first = number as usize * TEXTS;
                let end = (first + TEXTS).min(self.index.len());
                // Plain data in plain words: it cannot fail to be written.
                serde_json::to_vec(&self.catalogue.excerpt(first..end)).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// Bytes of all lists without the places of words, and of the places.
    pub fn list_bytes(&self) -> [usize; 2] {
        let lists = self.index.shards.first().and_then(|shard| shard.postings.as_ref());
        let of = |word| lists.map_or([0, 0], |lists| lists.bytes_of(word).map(<[u8]>::len));
        let add = |[a, b]: [usize; 2], [c, d]: [usize; 2]| [a + c, b + d];
        (0..self.index.lexicon.len()).map(of).fold([0, 0], add)
    }
}

/// Neighbouring words until they fill a shard; the spellings of one word stay together.
fn cut(index: &Index) -> Vec<Range<u32>> {
    let mut shards = Vec::new();
    let Some(lists) = index.shards.first().and_then(|shard| shard.postings.as_ref()) else { return shards };
    let count = index.lexicon.len() as u32;
    let (mut first, mut bytes) = (0, 0);
    for word in 0..count {
        bytes += lists.bytes_of(word as usize).map(<[u8]>::len).iter().sum::<usize>();
        let is_last = word + 1 == count || index.lexicon.fold(word) != index.lexicon.fold(word + 1);
        if is_last && (bytes >= SHARD_BYTES || word + 1 == count) {
            shards.push(first..word + 1);
            (first, bytes) = (word + 1, 0);
        }
    }
    shards
}

impl Index {
    /// The pieces without which a search cannot be answered, as far as they are not here.
    pub fn wants(&self, request: &Request) -> Vec<Piece> {
        let mut numbers: Vec<usize> =
            plans(self, request).iter().flat_map(all_words).map(|word| self.shard_of(word)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let is_missing = |number: &usize| self.shards.get(*number).is_some_and(|s| s.postings.is_none());
        numbers.into_iter().filter(is_missing).map(|number| Piece::Words(number as u32)).collect()
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
    pub const fn texts_piece(place: usize) -> Piece {
        Piece::Texts((place / TEXTS) as u32)
    }

    /// Takes in the content of a shard.
    ///
    /// # Errors
    /// Where it is damaged; then nothing has changed.
    pub fn take_words(&mut self, number: u32, content: &[u8]) -> Result<(), Fault> {
        let articles = self.len() as u32;
        let shard = self.shards.get_mut(number as usize).ok_or(Fault::Damaged)?;
        let lists = Postings::read(content, shard.words.len(), articles)?;
        let known = self.frequencies.get(shard.words.start as usize..shard.words.end as usize);
        let has_all = known.is_some_and(|known| {
            known.iter().enumerate().all(|(word, frequency)| lists.articles_with(word) == *frequency)
        });
        if !has_all {
            return Err(Fault::Damaged);
        }
        shard.postings = Some(lists);
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
        let is_mine = mine.iter().map(|document| &document.id).eq(catalogue.articles().iter().map(|a| &a.id));
        if !is_mine {
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
