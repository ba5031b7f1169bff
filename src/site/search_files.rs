//! The index of a large corpus as files: a folder of compressed pieces, each named by what is in it.
//!
//! A small corpus has none of these: the engine loads it whole and makes its own index.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};

use super::SiteError;
use crate::chart::companions;
use crate::engine::{Ask, Engine, answered};
use crate::route::Route;
use crate::search::wire::{IndexName, Piece, Pieces, Sealed, figure_pieces};

/// Up to so many articles are loaded whole: all their facts are then a few hundred kilobytes, and every search and page
/// is there without a further word to the host.
pub const WHOLE_UP_TO: usize = 1_000;
/// Pieces are small and made once: they may take some time. The next level takes twice as long for the largest, and saves a
/// two hundredth of it.
const LEVEL: u32 = 8;

/// How the engine in the browser comes to its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Loading {
    /// Whole up to [`WHOLE_UP_TO`] articles, else in pieces.
    #[default]
    BySize,
    /// All of it at once.
    Whole,
    /// In pieces, as they are needed.
    Pieces,
}

impl Loading {
    /// Whether a corpus of so many articles is loaded in pieces.
    pub const fn is_staged(self, articles: usize) -> bool {
        match self {
            Loading::BySize => articles > WHOLE_UP_TO,
            Loading::Whole => false,
            Loading::Pieces => true,
        }
    }
}

/// The files of an index.
#[derive(Debug)]
pub struct SearchFiles {
    /// What it is named by.
    pub name: IndexName,
    pieces: Vec<Sealed>,
}

impl SearchFiles {
    /// Cuts the index of an engine that has the whole corpus.
    pub fn new(engine: &Engine) -> SearchFiles {
        let site = engine.site();
        let answer = |(route, number): (&Route, u32)| {
            let answer = engine.answer(&Ask::page(&route.path()));
            // Plain data in plain words: it cannot fail to be written.
            Sealed::new(Piece::Answer(number), &serde_json::to_vec(&answer).unwrap_or_default())
        };
        let (mut pieces, answers) = std::thread::scope(|scope| {
            let answers = scope.spawn(|| answered().iter().zip(0..).map(answer).collect::<Vec<Sealed>>());
            let pieces = Pieces::new(&site.catalogue, &site.index).seal();
            // A thread that has panicked takes this one with it.
            (pieces, answers.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
        });
        let start = pieces.first().map(|start| start.mark).unwrap_or_default();
        let figures = figure_pieces(&site.catalogue, &site.figures, companions(&site.catalogue));
        let name = IndexName {
            start,
            figures: figures.first().map(|figures| figures.mark).unwrap_or_default(),
            answers: answers.iter().map(|answer| answer.mark).collect(),
        };
        pieces.extend(figures);
        pieces.extend(answers);
        SearchFiles { name, pieces }
    }

    /// The pieces, to be compressed and written one by one.
    pub fn pieces(&self) -> &[Sealed] {
        &self.pieces
    }
}

/// A piece as it is published.
///
/// # Errors
/// Where it cannot be compressed.
pub fn packed(piece: &Sealed) -> Result<Vec<u8>, SiteError> {
    // No time and no system in it: the same bytes everywhere.
    let mut encoder = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::new(LEVEL));
    encoder.write_all(&piece.bytes).and_then(|()| encoder.finish()).map_err(SiteError::Archive)
}
