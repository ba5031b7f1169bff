//! The index of a large corpus as files: a folder of compressed pieces, named by all that is in it.
//!
//! A small corpus has none of these: the engine loads it whole and makes its own index.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Companion, SiteError};
use crate::engine::{Ask, Engine, MANIFEST, answered};
use crate::search::wire::{Piece, Pieces, VERSION, seal};

/// Up to so many articles are loaded whole: all their facts are then a few hundred kilobytes, and every search and page
/// is there without a further word to the host.
pub const WHOLE_UP_TO: usize = 1_000;
/// Pieces are small and made once: they may take their time.
const LEVEL: u32 = 9;

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
    /// Its folder below the base; it ends in the edition of its pieces.
    pub folder: String,
    edition: u64,
    pieces: Vec<(Piece, Vec<u8>)>,
}

impl SearchFiles {
    /// Cuts the index of an engine that has the whole corpus.
    pub fn new(engine: &Engine) -> SearchFiles {
        let site = engine.site();
        let index = Pieces::new(&site.catalogue, &site.index);
        let mut pieces: Vec<(Piece, Vec<u8>)> =
            index.all().into_iter().map(|piece| (piece, index.content(piece))).collect();
        for (route, number) in answered().iter().zip(0..) {
            let answer = engine.answer(&Ask::page(&route.path()));
            // Plain data in plain words: it cannot fail to be written.
            pieces.push((Piece::Answer(number), serde_json::to_vec(&answer).unwrap_or_default()));
        }
        let mut all = Sha256::new_with_prefix([VERSION]);
        for (piece, content) in &pieces {
            all.update(piece.name());
            all.update(Sha256::digest(content));
        }
        let digest = all.finalize();
        let edition = digest.iter().take(8).fold(0, |edition, byte| edition << 8 | u64::from(*byte));
        SearchFiles { folder: format!("search-{edition:016x}"), edition, pieces }
    }

    /// The pieces, to be compressed and written one by one.
    pub fn pieces(&self) -> &[(Piece, Vec<u8>)] {
        &self.pieces
    }

    /// A piece as it is published.
    ///
    /// # Errors
    /// Where it cannot be compressed.
    pub fn file(&self, (piece, content): &(Piece, Vec<u8>)) -> Result<Companion, SiteError> {
        let path = format!("{}/{}", self.folder, piece.name());
        let packed = |bytes: &[u8]| -> std::io::Result<Vec<u8>> {
            // No time and no system in it: the same bytes everywhere.
            let mut encoder =
                GzBuilder::new().operating_system(255).write(Vec::new(), Compression::new(LEVEL));
            encoder.write_all(bytes)?;
            encoder.finish()
        };
        let bytes = packed(&seal(*piece, self.edition, content)).map_err(SiteError::Archive)?;
        Ok(Companion::new(path, bytes))
    }

    /// The file that tells an open page of an older build where the index is now.
    pub fn manifest(&self, corpus: &str) -> Companion {
        Companion::new(MANIFEST, format!("{}\n", json!({ "index": self.folder, "corpus": corpus })))
    }
}
