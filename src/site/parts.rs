//! What a site is made with: the engine that knows every page, the programs, the names of its data.

use super::app::App;
use super::build::Site;
use super::data::Documents;
use super::edition::edition_of;
use super::programs::{DESK, ENGINE};
use super::search_files::SearchFiles;
use super::{Companion, SiteError};
use crate::engine::Engine;
use crate::pages::{Edition, SiteData};

/// Everything that the parts of a site have in common.
#[derive(Debug)]
pub struct Parts<'a> {
    /// The app that every page is taken over by.
    pub app: &'a App,
    /// What stands on the pages.
    pub engine: Engine,
    /// The corpus, as it is published.
    pub corpus: Vec<u8>,
    /// What is attested of it.
    pub attestation: Option<Vec<u8>>,
    /// The index in pieces, where it comes so.
    pub search: Option<SearchFiles>,
    /// The names of the data.
    pub edition: Edition,
    /// The script and the WebAssembly of the engine.
    pub programs: [Companion; 2],
    /// Those of the workbench.
    pub desk: [Companion; 2],
}

impl<'a> Parts<'a> {
    /// Puts them together, and builds the index.
    ///
    /// # Errors
    /// Where the app lacks a part.
    pub fn new(site: Site<'a>) -> Result<Parts<'a>, SiteError> {
        let Site { app, documents, base, origin, loading } = site;
        let Documents { bytes, sha256, attestation, attested, catalogue } = documents;
        let (programs, desk) = (ENGINE.files(app)?, DESK.files(app)?);
        let is_staged = loading.is_staged(catalogue.articles().len());
        let engine = Engine::new(SiteData::new(catalogue, attested, base, origin));
        let search = is_staged.then(|| SearchFiles::new(&engine));
        let index = search.as_ref().map(|search| search.name.to_string()).unwrap_or_default();
        // Named by its contents like everything that a page fetches, so that no page meets the facts of another build.
        let corpus = format!("corpus-{}.json", sha256.get(..16).unwrap_or(&sha256));
        let edition = edition_of(&corpus, bytes.len(), &index, &engine.site().attested);
        Ok(Parts { app, engine, corpus: bytes, attestation, search, edition, programs, desk })
    }
}
