//! The index as files, for collections that are too large to be loaded whole.
//!
//! For searches three kinds of [`Piece`]: one *start* (what is known of every article, the spellings, which shard has which), the
//! lists of the *words* in shards, and the *texts* of a few articles at a time. The start and the shards of its words
//! answer a search to the last place of its order; texts are needed only for what a card shows.
//!
//! The explorer needs neither: the piece of *figures* has what every figure can be chosen by, and *facts* of a few articles
//! at a time, or of many, what is told of them; *places* lead from ids to articles.
//!
//! Every piece begins with a header: the version of the format and what it is. It is named by its [`Mark`], a hash of its
//! bytes, and the start holds the marks of those of searches, the piece of figures those of facts: what is cut off, changed, or of another build is told apart, and nothing of it
//! is used; and of two builds of a site all pieces that are alike are the same files. Compression is for whoever writes them.

mod columns;
mod cut;
mod facts;
mod figures;
mod heads;
mod lexicon;
mod mark;
mod places;
mod start;
mod words;

use std::fmt;

use super::bytes::{Damage, Reader, push_number};
use thidua_core::corpus::Catalogue;
use thidua_core::parallel::par_map;

pub use facts::FigurePieces;
pub use figures::Figures;
pub use heads::Head;
pub use mark::{IndexName, Mark, NoName};
pub use places::Places;
pub use start::Start;
pub use words::Pieces;

/// The version of the format. Any change of what is written is another one.
pub const VERSION: u8 = 5;
/// The folder of all pieces, below the base of a site.
pub const FOLDER: &str = "search";
/// So many articles share a piece of texts: a card wants one article of it, so a piece is small.
pub const TEXTS: usize = 2;
/// So many articles share a piece of facts, of which a view needs a few here and there.
pub const FACTS: usize = 4;
/// So many share a large one, of which a file needs many: it is read, written and forgotten.
pub const MANY_FACTS: usize = 500;
/// Up to so many articles the start has what heads their cards: some twenty bytes each. Of more the texts must tell.
pub const HEADED: usize = 4_000;

const MAGIC: [u8; 3] = *b"TDs";

/// A piece of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Piece {
    /// What every search needs.
    Start,
    /// The lists of the words of that shard.
    Words(u32),
    /// The articles of that block.
    Texts(u32),
    /// What a page that changes while it is used shows at first; what is in it is for the engine to say.
    Answer(u32),
    /// What figures are chosen by.
    Figures,
    /// What is told of the figures of a few articles.
    Facts(u32),
    /// The same of many articles, for files of many figures.
    ManyFacts(u32),
    /// Where articles and figures stand, by their ids.
    Places(u32),
}

impl Piece {
    /// What it is called, in an index: no two pieces alike.
    pub fn name(self) -> String {
        let (letter, number) = match self {
            Piece::Start => return "start".to_owned(),
            Piece::Figures => return "figures".to_owned(),
            Piece::Words(number) => ('w', number),
            Piece::Texts(number) => ('t', number),
            Piece::Answer(number) => ('a', number),
            Piece::Facts(number) => ('f', number),
            Piece::ManyFacts(number) => ('m', number),
            Piece::Places(number) => ('p', number),
        };
        format!("{letter}{number}")
    }

    /// Its file below the base of a site.
    pub fn path(self, mark: Mark) -> String {
        format!("{FOLDER}/{}-{mark}.bin", self.name())
    }

    const fn kind(self) -> (u8, u32) {
        match self {
            Piece::Start => (0, 0),
            Piece::Words(number) => (1, number),
            Piece::Texts(number) => (2, number),
            Piece::Answer(number) => (3, number),
            Piece::Figures => (4, 0),
            Piece::Facts(number) => (5, number),
            Piece::ManyFacts(number) => (6, number),
            Piece::Places(number) => (7, number),
        }
    }

    /// The piece of a kind, as [`Piece::kind`] numbers them.
    const fn of_kind(kind: u32, number: u32) -> Option<Piece> {
        match kind {
            1 => Some(Piece::Words(number)),
            2 => Some(Piece::Texts(number)),
            3 => Some(Piece::Answer(number)),
            5 => Some(Piece::Facts(number)),
            6 => Some(Piece::ManyFacts(number)),
            7 => Some(Piece::Places(number)),
            _ => None,
        }
    }
}

/// Why a piece cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is cut off, or not what was written.
    Damaged,
    /// Another version of the program wrote it.
    OtherVersion,
}

impl From<Damage> for Fault {
    fn from(_: Damage) -> Fault {
        Fault::Damaged
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fault::Damaged => "damaged",
            Fault::OtherVersion => "written by another version",
        })
    }
}

/// A piece with its header, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Which it is.
    pub piece: Piece,
    /// What it is named by.
    pub mark: Mark,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl Sealed {
    /// Puts the header before the content of a piece.
    pub fn new(piece: Piece, content: &[u8]) -> Sealed {
        let (kind, number) = piece.kind();
        let mut bytes = MAGIC.to_vec();
        bytes.extend([VERSION, kind]);
        push_number(&mut bytes, number);
        bytes.extend(content);
        Sealed { piece, mark: Mark::of(piece, &bytes), bytes }
    }

    /// Its file below the base of a site.
    pub fn path(&self) -> String {
        self.piece.path(self.mark)
    }
}

/// Seals pieces, each with its content, on every core.
fn seal_all(
    pieces: &[Piece],
    content: impl Fn(Piece) -> serde_json::Result<Vec<u8>> + Sync,
) -> serde_json::Result<Vec<Sealed>> {
    par_map(pieces, |_, piece| Ok(Sealed::new(*piece, &content(*piece)?))).into_iter().collect()
}

/// The content of a piece.
///
/// # Errors
/// Where it is not the piece asked for, whole and unchanged.
pub fn open(piece: Piece, mark: Mark, bytes: &[u8]) -> Result<&[u8], Fault> {
    let mut reader = Reader::new(bytes);
    if reader.take(MAGIC.len())? != MAGIC {
        return Err(Fault::Damaged);
    }
    if reader.take(1)? != [VERSION] {
        return Err(Fault::OtherVersion);
    }
    let (kind, number) = piece.kind();
    let is_it = reader.take(1)? == [kind] && reader.number()? == number;
    if is_it && Mark::of(piece, bytes) == mark { Ok(reader.rest()) } else { Err(Fault::Damaged) }
}

/// The texts of a block, as a catalogue. Its mark has been looked at: it is what was written.
///
/// # Errors
/// Where they are no corpus.
pub fn texts(content: &[u8]) -> Result<Catalogue, Fault> {
    serde_json::from_slice(content).map(Catalogue::new).map_err(|_| Fault::Damaged)
}
