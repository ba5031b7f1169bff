//! Search index of a site as files: a folder of compressed chunks, each named by a hash of its content.
//!
//! The index of a small corpus is one chunk, and its figures come with the corpus. Those of a large corpus have chunks of
//! their own.

use std::io::Write as _;

use flate2::{Compression, GzBuilder};

use thidua_chart::chart_dependencies;
use thidua_client::{Engine, PageRequest, prebuilt_routes};
use thidua_core::corpus::BROWSER_MAX_BYTES;
use thidua_core::parallel::join;
use thidua_pages::route::Route;
use thidua_search::index_format::{Chunk, EncodedChunk, FigureChunks, IndexChunks, IndexName};

use crate::{OutputFile, SiteError};

/// Maximum number of articles of a corpus that is by default loaded whole as soon as figures are asked for. All facts are then
/// a few hundred kilobytes, compressed, and no page needs another request.
pub const FULL_UP_TO_ARTICLES: usize = 1_000;
/// Maximum size in bytes of a corpus that is loaded whole by default: a thousand articles with short full texts. Larger ones
/// take a phone too long, and above [`BROWSER_MAX_BYTES`] no browser loads them.
pub const FULL_UP_TO_BYTES: usize = 8 * 1024 * 1024;
/// Compression level of small chunks. The next level takes twice as long for the largest and saves 0.5 %.
const LEVEL: u32 = 8;
/// Compression level of large chunks: 1 % larger than at [`LEVEL`], in half of the time.
const LARGE_LEVEL: u32 = 6;

/// Way in which the browser loads figures: with the corpus, or in chunks. Every site has a search index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DataLoading {
    /// Whole up to [`FULL_UP_TO_ARTICLES`] articles and [`FULL_UP_TO_BYTES`] bytes, else in chunks.
    #[default]
    Auto,
    /// The whole corpus at once.
    Full,
    /// Figures in chunks, as they are needed; the index is in chunks as well, however small it is.
    Chunked,
}

impl DataLoading {
    /// Returns whether the figures of a corpus of that size are loaded in chunks.
    ///
    /// # Errors
    /// [`SiteError::TooLarge`] if it is to be loaded whole and no browser can.
    pub fn is_chunked(self, articles: usize, bytes: usize) -> Result<bool, SiteError> {
        match self {
            DataLoading::Auto => Ok(articles > FULL_UP_TO_ARTICLES || bytes > FULL_UP_TO_BYTES),
            DataLoading::Full if bytes > BROWSER_MAX_BYTES => Err(SiteError::TooLarge { bytes }),
            DataLoading::Full => Ok(false),
            DataLoading::Chunked => Ok(true),
        }
    }
}

/// Files of an index.
#[derive(Debug)]
pub struct SearchIndexFiles {
    /// Name of the index, which pages learn from the edition file.
    pub name: IndexName,
    /// Chunks, not yet compressed.
    pub chunks: Vec<EncodedChunk>,
}

impl SearchIndexFiles {
    /// Splits the index of an engine that has the whole corpus. With `is_chunked`, figures have chunks, and the metadata embed
    /// no others.
    ///
    /// # Errors
    /// [`SiteError::SearchIndex`] if a chunk cannot be encoded; [`SiteError::Internal`] if the index is incomplete.
    pub fn new(engine: &Engine, is_chunked: bool) -> Result<SearchIndexFiles, SiteError> {
        let site = engine.site();
        let response = |(route, number): (&Route, u32)| {
            let response = engine.respond(&PageRequest::page(&route.path()));
            Ok(EncodedChunk::new(Chunk::PageResponse(number), &borsh::to_vec(&response)?))
        };
        let responses =
            prebuilt_routes().iter().zip(0..).map(response).collect::<Result<Vec<_>, std::io::Error>>();
        let responses = responses.map_err(SiteError::SearchIndex)?;
        let chunks = IndexChunks::new(&site.catalogue, &site.index);
        let chunks = chunks.ok_or(SiteError::Internal("the index of the corpus is not whole"))?;
        let chunks = if is_chunked { chunks.with_embedding(false) } else { chunks };
        let words = || chunks.encode();
        let figures = || match is_chunked {
            true => {
                let dependencies = chart_dependencies(&site.catalogue);
                FigureChunks::new(&site.catalogue, &site.figures, dependencies).encode()
            }
            false => Ok(Vec::new()),
        };
        let (words, figures) = join(words, figures);
        let (words, figures) =
            (words.map_err(SiteError::SearchIndex)?, figures.map_err(SiteError::SearchIndex)?);
        let meta = words.first().ok_or(SiteError::Internal("the index has no first piece"))?;
        let name = IndexName {
            meta: meta.hash,
            figures: figures.first().map(|first| first.hash),
            page_responses: responses.iter().map(|response| response.hash).collect(),
        };
        Ok(SearchIndexFiles { name, chunks: [words, figures, responses].concat() })
    }

    /// Returns the files that any search begins with: the metadata and the prebuilt page responses.
    ///
    /// # Errors
    /// [`SiteError::Archive`].
    pub fn first_files(&self) -> Result<Vec<OutputFile>, SiteError> {
        let first = self.chunks.iter().filter(|chunk| self.name.hash_of(chunk.chunk).is_some());
        first.map(|chunk| Ok(OutputFile::new(chunk.path(), compressed(chunk)?))).collect()
    }
}

/// Returns a chunk as it is published: compressed with gzip.
///
/// # Errors
/// [`SiteError::Archive`].
pub fn compressed(chunk: &EncodedChunk) -> Result<Vec<u8>, SiteError> {
    let level = match chunk.chunk {
        Chunk::Postings(_) | Chunk::Figures | Chunk::BulkFacts(_) => LARGE_LEVEL,
        _ => LEVEL,
    };
    // Without time and operating system: the same bytes everywhere.
    let mut encoder = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::new(level));
    encoder.write_all(&chunk.bytes).and_then(|()| encoder.finish()).map_err(SiteError::Archive)
}
