//! Makes a whole site: the app's own files, every page, everything beside the pages.

use std::path::Path;

use super::SiteError;
use super::app::App;
use super::data::Documents;
use super::ledger::Ledger;
use super::maker::Maker;
use super::output::Output;
use super::parts::Parts;
use super::previews;
use super::search_files::Loading;
use super::works::Work;
use crate::engine::Engine;
use crate::pages::SiteData;
use crate::route::Base;

/// What to build.
#[derive(Debug)]
pub struct Site<'a> {
    /// The app that every page is taken over by.
    pub app: &'a App,
    /// The facts.
    pub documents: Documents,
    /// Where the site will live on its host.
    pub base: Base,
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
    /// Everything else but pictures.
    pub files: usize,
    /// Preview pictures.
    pub pictures: previews::Drawn,
}

/// How far a build is: so many pages of so many are written, with all that stands beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Pages that are done.
    pub done: usize,
    /// All pages.
    pub all: usize,
}

/// Writes the site. Preview pictures and pieces of the index that have not changed are taken from `before`, an older build.
/// `tell` is called now and then, from several threads.
///
/// # Errors
/// Where the app lacks a part, or a file cannot be written.
pub fn build(
    site: Site<'_>,
    output: &Output,
    before: Option<&Path>,
    tell: &(dyn Fn(Progress) + Sync),
) -> Result<Summary, SiteError> {
    let Site { app, documents, base, origin, loading } = site;
    let Documents { published, attested, catalogue } = documents;
    let engine = Engine::new(SiteData::new(catalogue, attested, base, origin));
    let parts = Parts::new(app, &engine, &published, loading, None)?;
    let maker = Maker::new(&parts, before, None)?;
    let ledger = Ledger::default();
    maker.make_fixed(output, &ledger)?;
    let works = Work::all(&engine.site().catalogue);
    maker.make(&works, output, &ledger, tell)?;
    Ok(maker.summary())
}
