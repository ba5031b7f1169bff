//! The index of a large corpus as files: a folder of compressed pieces, each named by what is in it.
//!
//! A small corpus has none of these: the engine loads it whole and makes its own index. Of a site that was built before, pieces
//! are not even written out where the articles in them are the same.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};

use super::SiteError;
use super::since::Since;
use crate::chart::companions;
use crate::corpus::reading::{self, Key};
use crate::corpus::{both, on_both_cores};
use crate::engine::{Ask, Engine, answered};
use crate::route::Route;
use crate::search::wire::{FigurePieces, IndexName, Mark, Piece, Pieces, Sealed};

/// Up to so many articles are loaded whole: all their facts are then a few hundred kilobytes, and every search and page
/// is there without a further word to the host.
pub const WHOLE_UP_TO: usize = 1_000;
/// Pieces are small and made once: they may take some time. The next level takes twice as long for the largest, and saves a
/// two hundredth of it.
const LEVEL: u32 = 8;
/// Of those that change with nearly every article: a hundredth larger, in half of the time.
const CHANGING_LEVEL: u32 = 6;

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
    /// The pieces, to be compressed and written one by one.
    pub made: Vec<Made>,
    /// The names of the parts of the site that are pieces which an older build has written already.
    pub kept: Vec<String>,
}

/// A piece that was made.
#[derive(Debug)]
pub struct Made {
    /// The piece.
    pub sealed: Sealed,
    /// What was looked up for it, where it can be the [part](part_of) of a site by itself.
    pub keys: Option<Vec<Key>>,
}

/// A piece that was made, or need not be.
enum Cut {
    Made(Made),
    Kept(Piece, Mark),
}

impl Cut {
    fn mark(&self) -> (Piece, Mark) {
        match self {
            Cut::Made(made) => (made.sealed.piece, made.sealed.mark),
            Cut::Kept(piece, mark) => (*piece, *mark),
        }
    }
}

impl SearchFiles {
    /// Cuts the index of an engine that has the whole corpus; of a site that was built before, only what is not the same.
    pub fn new(engine: &Engine, since: Option<&Since<'_, '_>>) -> SearchFiles {
        let site = engine.site();
        let answer = |(route, number): (&Route, u32)| {
            let answer = engine.answer(&Ask::page(&route.path()));
            // Plain data in plain words: it cannot fail to be written.
            Sealed::new(Piece::Answer(number), &serde_json::to_vec(&answer).unwrap_or_default())
        };
        let words = || {
            let answers: Vec<Sealed> = answered().iter().zip(0..).map(answer).collect();
            let pieces = Pieces::new(&site.catalogue, &site.index);
            let cut = cut(&pieces.parts(), |piece| pieces.content(piece), since);
            (answers, Sealed::new(Piece::Start, &pieces.start(&marks(&cut))), cut)
        };
        let figures = || {
            let figures = FigurePieces::new(&site.catalogue, &site.figures, companions(&site.catalogue));
            let cut = cut(&figures.parts(), |piece| figures.content(piece), since);
            (Sealed::new(Piece::Figures, &figures.figures(marks(&cut))), cut)
        };
        let ((answers, start, mut cut), (figures, facts)) = both(words, figures);
        let name = IndexName {
            start: start.mark,
            figures: figures.mark,
            answers: answers.iter().map(|answer| answer.mark).collect(),
        };
        cut.extend(facts);
        let whole = [figures, start].into_iter().chain(answers).map(|sealed| Made { sealed, keys: None });
        let mut files = SearchFiles { name, made: whole.collect(), kept: Vec::new() };
        for cut in cut {
            match cut {
                Cut::Made(made) => files.made.push(made),
                Cut::Kept(piece, _) => files.kept.push(part_of(piece)),
            }
        }
        files
    }
}

/// Makes pieces, but for those that are the same as before.
fn cut(
    pieces: &[Piece],
    content: impl Fn(Piece) -> Vec<u8> + Sync,
    since: Option<&Since<'_, '_>>,
) -> Vec<Cut> {
    let one = |piece: &Piece| {
        if let Some(mark) = since.and_then(|since| mark_of(*piece, since)) {
            return Cut::Kept(*piece, mark);
        }
        let (content, keys) = reading::record(|| content(*piece));
        let keys = is_of_articles(*piece).then_some(keys);
        Cut::Made(Made { sealed: Sealed::new(*piece, &content), keys })
    };
    let halves = on_both_cores(pieces, |pieces, _| pieces.iter().map(one).collect::<Vec<Cut>>());
    halves.into_iter().flatten().collect()
}

fn marks(cut: &[Cut]) -> Vec<(Piece, Mark)> {
    cut.iter().map(Cut::mark).collect()
}

/// The mark of a piece that would be the same again.
fn mark_of(piece: Piece, since: &Since<'_, '_>) -> Option<Mark> {
    Piece::mark_in(&since.same(&part_of(piece))?.files().next()?.path())
}

/// The name of a piece as a part of a site.
pub fn part_of(piece: Piece) -> String {
    format!("*{}", piece.name())
}

/// Whether a piece is made of nothing but what is looked up of some articles. Lists of words and places are made of all.
const fn is_of_articles(piece: Piece) -> bool {
    matches!(piece, Piece::Texts(_) | Piece::Facts(_) | Piece::ManyFacts(_))
}

/// A piece as it is published.
///
/// # Errors
/// Where it cannot be compressed.
pub fn packed(sealed: &Sealed) -> Result<Vec<u8>, SiteError> {
    let level = match sealed.piece {
        Piece::Words(_) | Piece::Figures | Piece::ManyFacts(_) => CHANGING_LEVEL,
        _ => LEVEL,
    };
    // No time and no system in it: the same bytes everywhere.
    let mut encoder = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::new(level));
    encoder.write_all(&sealed.bytes).and_then(|()| encoder.finish()).map_err(SiteError::Archive)
}
