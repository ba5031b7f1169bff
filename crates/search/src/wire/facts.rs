//! The pieces of the explorer and of files of figures: what figures are chosen by, what is told of them, where they stand.

use super::{FACTS, Figures, MANY_FACTS, Mark, Piece, Places, Sealed, seal_all};
use thidua_core::corpus::{Catalogue, FigureTable, JaggedVec, facts_of};

/// The pieces of a whole catalogue.
#[derive(Debug)]
pub struct FigurePieces<'a> {
    catalogue: &'a Catalogue,
    table: &'a FigureTable,
    companions: JaggedVec<u32>,
    places: Vec<Places>,
}

impl<'a> FigurePieces<'a> {
    /// Those of a catalogue with these figures; `companions` is what [`Figures::companions`] shall be.
    pub fn new(
        catalogue: &'a Catalogue,
        table: &'a FigureTable,
        companions: JaggedVec<u32>,
    ) -> FigurePieces<'a> {
        FigurePieces { catalogue, table, companions, places: Places::all(catalogue, table) }
    }

    /// Every piece but that of figures, in order: facts, a few articles a piece, then many, and the places.
    fn parts(&self) -> Vec<Piece> {
        let of_size = |size: usize| 0..self.table.articles().div_ceil(size) as u32;
        let facts = of_size(FACTS).map(Piece::Facts).chain(of_size(MANY_FACTS).map(Piece::ManyFacts));
        facts.chain((0..self.places.len() as u32).map(Piece::Places)).collect()
    }

    /// What is in one of the [`FigurePieces::parts`].
    fn content(&self, piece: Piece) -> serde_json::Result<Vec<u8>> {
        match piece {
            Piece::Facts(number) => self.facts(number as usize, FACTS),
            Piece::ManyFacts(number) => self.facts(number as usize, MANY_FACTS),
            Piece::Places(number) => {
                Ok(self.places.get(number as usize).map(Places::write).unwrap_or_default())
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
    fn figures(self, marks: Vec<(Piece, Mark)>) -> serde_json::Result<Vec<u8>> {
        Figures::of(self.catalogue, self.table, self.companions, marks).write()
    }

    /// All pieces: that of figures, then the others in order.
    ///
    /// # Errors
    /// Where the facts of a piece cannot be written.
    pub fn seal(self) -> serde_json::Result<Vec<Sealed>> {
        let mut sealed = seal_all(&self.parts(), |piece| self.content(piece))?;
        let marks = sealed.iter().map(|part| (part.piece, part.mark)).collect();
        sealed.insert(0, Sealed::new(Piece::Figures, &self.figures(marks)?));
        Ok(sealed)
    }
}
