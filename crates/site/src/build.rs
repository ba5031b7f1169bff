//! Makes a whole site: the app's own files, every page, everything beside the pages.
//!
//! Files are made on every core. No file depends on another, so that the same input gives the same bytes.

use super::SiteError;
use super::app::App;
use super::data::Documents;
use super::maker::Maker;
use super::output::Output;
use super::parts::Parts;
use super::search_files::Loading;
use thidua_client::Engine;
use thidua_pages::route::BasePath;
use thidua_pages::site_model::SiteData;
use thidua_search::Index;

/// What to build.
#[derive(Debug)]
pub struct Site<'a> {
    /// The app that every page is taken over by.
    pub app: &'a App,
    /// The facts.
    pub documents: Documents,
    /// Where the site will live on its host.
    pub base: BasePath,
    /// The origin of the host without a slash at its end (`https://example.org`); empty where it is not known.
    pub origin: String,
    /// How the engine in the browser comes to the facts.
    pub loading: Loading,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Pages.
    pub pages: usize,
    /// Charts alone, for frames in other people's pages.
    pub frames: usize,
    /// Pages that lead from an old id to the new one.
    pub redirects: usize,
    /// Preview pictures.
    pub pictures: usize,
    /// Everything else.
    pub files: usize,
    /// How many of all these an earlier site had with the same bytes.
    pub unchanged: usize,
}

/// How far a build is: so many pages of so many are written, with all that stands beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Pages that are done.
    pub done: usize,
    /// All pages.
    pub all: usize,
}

/// Writes the site. `tell` is called now and then, from several threads.
///
/// # Errors
/// Where the app lacks a part, the corpus is too large to be loaded as it should, or a file cannot be written.
pub fn build(
    site: Site<'_>,
    output: &Output,
    tell: &(dyn Fn(Progress) + Sync),
) -> Result<Summary, SiteError> {
    let Site { app, documents, base, origin, loading } = site;
    let Documents { published, verified_articles, catalogue, .. } = documents;
    let is_staged = loading.is_staged(catalogue.articles().len(), published.corpus.len())?;
    // Pages need no texts of the index: only reasons of hits do, and the pieces hold their own.
    let index = if is_staged { Index::without_texts } else { Index::build };
    let indexed = SiteData::indexed(&catalogue, &verified_articles, index);
    let engine = Engine::new(SiteData::with(catalogue, verified_articles, indexed, base, origin));
    let parts = Parts::new(app, &engine, &published, is_staged)?;
    Maker::new(&parts)?.make(output, tell)
}
