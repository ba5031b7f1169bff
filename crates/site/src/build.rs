//! Entry point: builds a whole site.

use thidua_client::Engine;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::SiteData;
use thidua_search::Index;

use crate::SiteError;
use crate::app_bundle::AppBundle;
use crate::built_pages::engine_with_built_pages;
use crate::context::BuildContext;
use crate::output::{SiteSink, UniquePaths};
use crate::search_index::DataLoading;
use crate::source::{PublishedFiles, SiteSource};
use crate::writer::SiteWriter;

/// Input of a build.
#[derive(Debug)]
pub struct SiteInput<'a> {
    /// Browser app that takes over every page.
    pub app: &'a AppBundle,
    /// Corpus with its attestation.
    pub source: SiteSource,
    /// Path of the site on its host.
    pub base: BasePath,
    /// Origin of the host without a trailing slash (`https://example.org`); empty if unknown.
    pub origin: String,
    /// Way in which the browser loads the figures.
    pub loading: DataLoading,
}

/// Number of files that a build made, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BuildSummary {
    /// Pages.
    pub pages: usize,
    /// Charts alone, for frames in pages of other sites.
    pub frames: usize,
    /// Redirects from old ids to new ones.
    pub redirects: usize,
    /// Preview pictures.
    pub pictures: usize,
    /// Pages of figures that show the picture of their article, because the site has too many figures for pictures of their own.
    pub shared_pictures: usize,
    /// All other files.
    pub files: usize,
}

/// Progress of a build in units; a unit is a page with its assets, or a group of exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuildProgress {
    /// Finished units.
    pub done: usize,
    /// All units.
    pub all: usize,
}

/// Builds the site and passes every file to `sink`. Calls `on_progress` after each unit, from several threads.
///
/// # Errors
/// A [`SiteError`] if the app lacks a part, the corpus is too large to be loaded as `loading` demands, or
/// two paths differ only in case; and every error of the sink.
pub fn build<S: SiteSink>(
    input: SiteInput<'_>,
    sink: &S,
    on_progress: &(dyn Fn(BuildProgress) + Sync),
) -> Result<BuildSummary, S::Error> {
    let app = input.app;
    let (engine, published, is_chunked) = prepare(input)?;
    let context = BuildContext::new(app, &engine, &published, is_chunked)?;
    SiteWriter::new(&context)?.write(&UniquePaths::new(sink), on_progress)
}

/// Builds the same site on one core, unit by unit, for a program that has something else to do in between. Calls `pause` before
/// each unit and after the last; where it returns false, the build stops and the result is `None`.
///
/// # Errors
/// As [`build()`].
pub async fn build_in_steps<S: SiteSink>(
    input: SiteInput<'_>,
    sink: &S,
    pause: impl AsyncFnMut(BuildProgress) -> bool,
) -> Result<Option<BuildSummary>, S::Error> {
    let app = input.app;
    let (engine, published, is_chunked) = prepare(input)?;
    let context = BuildContext::new(app, &engine, &published, is_chunked)?;
    SiteWriter::new(&context)?.write_in_steps(&UniquePaths::new(sink), pause).await
}

/// Makes the engine of a site. Returns also the documents, and whether the browser loads the figures in chunks.
fn prepare(input: SiteInput<'_>) -> Result<(Engine, PublishedFiles, bool), SiteError> {
    let SiteInput { source, base, origin, loading, .. } = input;
    let SiteSource { published, verified_articles, catalogue, .. } = source;
    let is_chunked = loading.is_chunked(catalogue.articles().len(), published.corpus.len())?;
    // Only snippets of hits read texts of the index, and its chunks hold their own.
    let indexed = SiteData::indexed(&catalogue, &verified_articles, Index::without_texts);
    let engine = engine_with_built_pages(SiteData::with(catalogue, verified_articles, indexed, base, origin));
    Ok((engine, published, is_chunked))
}
