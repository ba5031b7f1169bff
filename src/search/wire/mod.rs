//! The index as files, for collections that are too large to be loaded whole.
//!
//! Three kinds of [`Piece`]: one *start* (what is known of every article, the spellings, which shard has which), the
//! lists of the *words* in shards, and the *texts* of a few articles at a time. The start and the shards of its words
//! answer a search to the last place of its order; texts are needed only for what a card shows. A shard has neighbours
//! in the order of their letters without marks, so all spellings of a word, and most words with one beginning, come
//! together.
//!
//! Every piece begins with a header: what it is, the version of the format, and the *edition*, a number that all pieces of one
//! build have and no other. A piece that is cut off, changed, of another build or program is told apart, and nothing of it is used.
//! Compression and names of files are for whoever writes them.

mod columns;
mod start;
mod words;

use std::fmt;

use super::bytes::{Damage, Reader, push_number};
use crate::corpus::Catalogue;

pub use start::Start;
pub use words::Pieces;

/// The version of the format. Any change of what is written is another one.
pub const VERSION: u8 = 1;
/// So many articles share a piece of texts: a card wants one article of it, so a piece is small.
pub const TEXTS: usize = 4;

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
}

impl Piece {
    /// Its name among the files of an index.
    pub fn name(self) -> String {
        match self {
            Piece::Start => "start.bin".to_owned(),
            Piece::Words(number) => format!("w{number}.bin"),
            Piece::Texts(number) => format!("t{number}.bin"),
            Piece::Answer(number) => format!("a{number}.bin"),
        }
    }

    const fn kind(self) -> (u8, u32) {
        match self {
            Piece::Start => (0, 0),
            Piece::Words(number) => (1, number),
            Piece::Texts(number) => (2, number),
            Piece::Answer(number) => (3, number),
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
    /// It belongs to another build of the site.
    OtherEdition,
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
            Fault::OtherEdition => "of another build",
        })
    }
}

/// A piece with its header, ready to be written.
pub fn seal(piece: Piece, edition: u64, content: &[u8]) -> Vec<u8> {
    let (kind, number) = piece.kind();
    let mut bytes = MAGIC.to_vec();
    bytes.extend([VERSION, kind]);
    bytes.extend(edition.to_le_bytes());
    push_number(&mut bytes, number);
    push_number(&mut bytes, content.len() as u32);
    bytes.extend(content);
    bytes
}

/// The content of a piece.
///
/// # Errors
/// Where it is not the piece asked for, whole and of this edition.
pub fn open(piece: Piece, edition: u64, bytes: &[u8]) -> Result<&[u8], Fault> {
    let mut reader = Reader::new(bytes);
    if reader.take(MAGIC.len())? != MAGIC {
        return Err(Fault::Damaged);
    }
    if reader.take(1)? != [VERSION] {
        return Err(Fault::OtherVersion);
    }
    let (kind, number) = piece.kind();
    let kind_read = reader.take(1)?;
    if reader.take(8)? != edition.to_le_bytes() {
        return Err(Fault::OtherEdition);
    }
    let is_it = kind_read == [kind] && reader.number()? == number;
    let is_whole = reader.number()? as usize == reader.rest().len();
    if is_it && is_whole { Ok(reader.rest()) } else { Err(Fault::Damaged) }
}

/// The texts of a block, as a catalogue.
///
/// # Errors
/// Where they are no corpus.
pub fn texts(content: &[u8]) -> Result<Catalogue, Fault> {
    crate::corpus::load(content).map(Catalogue::new).map_err(|_| Fault::Damaged)
}
