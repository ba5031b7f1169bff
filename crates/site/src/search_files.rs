//! The index of a large corpus as files: a folder of compressed pieces, each named by what is in it.
//!
//! A small corpus has none of these: the engine loads it whole and makes its own index.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};

use super::SiteError;
use thidua_chart::chart_dependencies;
use thidua_client::{Engine, PageRequest, prebuilt_routes};
use thidua_core::corpus::BROWSER_MAX_BYTES;
use thidua_core::parallel::join;
use thidua_pages::route::Route;
use thidua_search::index_format::{Chunk, EncodedChunk, FigureChunks, IndexChunks, IndexName};

/// Up to so many articles are loaded whole: all their facts are then a few hundred kilobytes, compressed, and every search
/// and page is there without a further word to the host.
pub const WHOLE_UP_TO: usize = 1_000;
/// Up to so many bytes are loaded whole: those of a thousand articles with short full texts. What is above would take a
/// phone too long, and above [`BROWSER_MAX_BYTES`] no browser reads it.
pub const WHOLE_UP_TO_BYTES: usize = 8 * 1024 * 1024;
/// Pieces are small and made once: they may take some time. The next level takes twice as long for the largest, and saves a
/// two hundredth of it.
const LEVEL: u32 = 8;
/// Of large ones: a hundredth larger, in half of the time.
const LARGE_LEVEL: u32 = 6;

/// How the engine in the browser comes to its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Loading {
    /// Whole up to [`WHOLE_UP_TO`] articles and [`WHOLE_UP_TO_BYTES`] bytes, else in pieces.
    #[default]
    BySize,
    /// All of it at once.
    Whole,
    /// In pieces, as they are needed.
    Pieces,
}

impl Loading {
    /// Whether a corpus of so many articles and bytes is loaded in pieces.
    ///
    /// # Errors
    /// Where it is to be loaded whole and no browser could.
    pub fn is_staged(self, articles: usize, bytes: usize) -> Result<bool, SiteError> {
        match self {
            Loading::BySize => Ok(articles > WHOLE_UP_TO || bytes > WHOLE_UP_TO_BYTES),
            Loading::Whole if bytes > BROWSER_MAX_BYTES => Err(SiteError::TooLarge { bytes }),
            Loading::Whole => Ok(false),
            Loading::Pieces => Ok(true),
        }
    }
}

/// The files of an index.
#[derive(Debug)]
pub struct SearchFiles {
    /// What it is named by.
    pub name: IndexName,
    /// The pieces, to be compressed and written one by one.
    pub pieces: Vec<EncodedChunk>,
}

impl SearchFiles {
    /// Cuts the index of an engine that has the whole corpus.
    ///
    /// # Errors
    /// Where a piece cannot be written.
    pub fn new(engine: &Engine) -> Result<SearchFiles, SiteError> {
        let site = engine.site();
        let answer = |(route, number): (&Route, u32)| {
            let answer = engine.respond(&PageRequest::page(&route.path()));
            Ok(EncodedChunk::new(Chunk::PageResponse(number), &serde_json::to_vec(&answer)?))
        };
        let answers =
            prebuilt_routes().iter().zip(0..).map(answer).collect::<Result<Vec<_>, serde_json::Error>>();
        let answers = answers.map_err(SiteError::Json)?;
        let chunks = IndexChunks::new(&site.catalogue, &site.index);
        let chunks = chunks.ok_or(SiteError::Fault("the index of the corpus is not whole"))?;
        let words = || chunks.encode();
        let figures = || {
            FigureChunks::new(&site.catalogue, &site.figures, chart_dependencies(&site.catalogue)).encode()
        };
        let (words, figures) = join(words, figures);
        let (words, figures) = (words.map_err(SiteError::Json)?, figures.map_err(SiteError::Json)?);
        let first_hash = |chunks: &[EncodedChunk]| {
            chunks.first().map(|first| first.hash).ok_or(SiteError::Fault("the index has no first piece"))
        };
        let name = IndexName {
            meta: first_hash(&words)?,
            figures: first_hash(&figures)?,
            page_responses: answers.iter().map(|answer| answer.hash).collect(),
        };
        Ok(SearchFiles { name, pieces: [words, figures, answers].concat() })
    }
}

/// A piece as it is published.
///
/// # Errors
/// Where it cannot be compressed.
pub fn packed(encoded: &EncodedChunk) -> Result<Vec<u8>, SiteError> {
    let level = match encoded.chunk {
        Chunk::Postings(_) | Chunk::Figures | Chunk::BulkFacts(_) => LARGE_LEVEL,
        _ => LEVEL,
    };
    // No time and no system in it: the same bytes everywhere.
    let mut encoder = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::new(level));
    encoder.write_all(&encoded.bytes).and_then(|()| encoder.finish()).map_err(SiteError::Archive)
}
