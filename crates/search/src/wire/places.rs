//! Where the articles stand that have, or state a figure with, some id: for a page that knows no more than its address.
//!
//! Ids are spread over pieces by a hash of them, and kept as another part of it. Whoever looks one up gets the place it has,
//! and once in a million times a second that it has not.

use std::collections::BTreeSet;

use super::Fault;
use super::mark::hash;
use crate::bytes::{Reader, push_number};
use thidua_core::collections::collect_set;
use thidua_core::corpus::{Catalogue, FigureTable};

/// So many ids share a piece, more or less.
const IDS: usize = 1_000;

/// The places of the articles whose ids share a piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    by_check: BTreeSet<(u32, u32)>,
}

impl Places {
    /// The number of the piece that has an id of the corpus with these figures.
    pub fn number(id: &str, table: &FigureTable) -> u32 {
        (hash(id.as_bytes()) % count(table) as u64) as u32
    }

    /// Every piece of a catalogue.
    pub(super) fn all(catalogue: &Catalogue, table: &FigureTable) -> Vec<Places> {
        let mut all = vec![Places::default(); count(table)];
        for (article, place) in catalogue.articles().iter().zip(0..) {
            let figures = article.figures.iter().map(|figure| figure.id.as_str());
            for id in std::iter::once(article.id.as_str()).chain(figures) {
                if let Some(piece) = all.get_mut(Places::number(id, table) as usize) {
                    piece.by_check.insert((check(id), place));
                }
            }
        }
        all
    }

    /// Where the article stands that has the id, or states the figure that has it.
    pub fn of(&self, id: &str) -> BTreeSet<u32> {
        let check = check(id);
        collect_set(self.by_check.range((check, 0)..=(check, u32::MAX)).map(|(_, place)| *place))
    }

    /// Writes the content of [`super::Piece::Places`].
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for (check, place) in &self.by_check {
            out.extend(check.to_le_bytes());
            push_number(&mut out, *place);
        }
        out
    }

    /// Reads it.
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn read(content: &[u8]) -> Result<Places, Fault> {
        let mut reader = Reader::new(content);
        let mut places = Places::default();
        while !reader.rest().is_empty() {
            let check = reader.take(4)?.iter().rev().fold(0, |check, byte| check << 8 | u32::from(*byte));
            places.by_check.insert((check, reader.number()?));
        }
        Ok(places)
    }
}

fn count(table: &FigureTable) -> usize {
    (table.articles() + table.len()).div_ceil(IDS).max(1)
}

/// The part of the hash that does not say which piece has the id.
fn check(id: &str) -> u32 {
    (hash(id.as_bytes()) >> 32) as u32
}
