//! The pieces of the explorer and of files of figures: what figures are chosen by, what is told of them, where they stand.

use super::{FACTS, Figures, MANY_FACTS, Mark, Piece, Places, Sealed, seal_all};
use crate::corpus::{Catalogue, FigureTable, Ragged, facts_of};

/// The pieces of a whole catalogue.
#[derive(Debug)]
pub struct FigurePieces<'a> {
    catalogue: &'a Catalogue,
    table: &'a FigureTable,
    companions: Ragged<u32>,
    places: Vec<Places>,
}

impl<'a> FigurePieces<'a> {
    /// Those of a catalogue with these figures; `companions` is what [`Figures::companions`] shall be.
    pub fn new(
        catalogue: &'a Catalogue,
        table: &'a FigureTable,
        companions: Ragged<u32>,
    ) -> FigurePieces<'a> {
        FigurePieces { catalogue, table, companions, places: Places::all(catalogue, table) }
    }

    /// Every piece but that of figures, in order: facts, a few articles a piece, then many, and the places.
    pub fn parts(&self) -> Vec<Piece> {
        let of_size = |size: usize| 0..self.table.articles().div_ceil(size) as u32;
        let facts = of_size(FACTS).map(Piece::Facts).chain(of_size(MANY_FACTS).map(Piece::ManyFacts));
        facts.chain((0..self.places.len() as u32).map(Piece::Places)).collect()
    }

    /// What is in one of the [`FigurePieces::parts`].
    pub fn content(&self, piece: Piece) -> Vec<u8> {
        match piece {
            Piece::Facts(number) => self.facts(number as usize, FACTS),
            Piece::ManyFacts(number) => self.facts(number as usize, MANY_FACTS),
            Piece::Places(number) => self.places.get(number as usize).map(Places::write).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    fn facts(&self, number: usize, size: usize) -> Vec<u8> {
        let articles = self.catalogue.articles_at_places(number * size..(number + 1) * size);
        let facts: Vec<_> = articles.iter().map(facts_of).collect();
        // Plain data in plain words: it cannot fail to be written.
        serde_json::to_vec(&facts).unwrap_or_default()
    }

    /// What is in the piece of figures, where the other pieces have these marks.
    pub fn figures(self, marks: Vec<(Piece, Mark)>) -> Vec<u8> {
        Figures::of(self.catalogue, self.table, self.companions, marks).write()
    }

    /// All pieces: that of figures, then the others in order.
    pub fn seal(self) -> Vec<Sealed> {
        let mut sealed = seal_all(&self.parts(), |piece| self.content(piece));
        let marks = sealed.iter().map(|part| (part.piece, part.mark)).collect();
        sealed.insert(0, Sealed::new(Piece::Figures, &self.figures(marks)));
        sealed
    }
}
