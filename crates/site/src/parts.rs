//! What a site is made with: the engine that knows every page, the programs, the names of its data.

use super::app::App;
use super::data::Published;
use super::edition::edition_of;
use super::programs::{DESK, ENGINE, SEARCH};
use super::search_files::SearchFiles;
use super::{Companion, SiteError};
use thidua_client::Engine;
use thidua_pages::site_model::Edition;

/// Everything that the parts of a site have in common.
#[derive(Debug)]
pub struct Parts<'a> {
    /// The app that every page is taken over by.
    pub app: &'a App,
    /// What stands on the pages.
    pub engine: &'a Engine,
    /// The documents.
    pub published: &'a Published,
    /// The index in pieces, where it comes so.
    pub search: Option<SearchFiles>,
    /// The names of the data.
    pub edition: Edition,
    /// The script and the WebAssembly of the engine that every page loads.
    pub engine_files: [Companion; 2],
    /// Those of the whole engine, where that is another.
    pub beyond: Option<[Companion; 2]>,
    /// Those of the workbench.
    pub desk: [Companion; 2],
}

impl<'a> Parts<'a> {
    /// Puts them together; `is_staged` says that the engine in the browser gets the index in pieces.
    ///
    /// # Errors
    /// Where the app lacks a part.
    pub fn new(
        app: &'a App,
        engine: &'a Engine,
        published: &'a Published,
        is_staged: bool,
    ) -> Result<Parts<'a>, SiteError> {
        let (whole, desk) = (ENGINE.files(app)?, DESK.files(app)?);
        let (engine_files, beyond) = match is_staged {
            true => (SEARCH.files(app)?, Some(whole)),
            false => (whole, None),
        };
        let search = if is_staged { Some(SearchFiles::new(engine)?) } else { None };
        let index = search.as_ref().map(|search| search.name.to_string()).unwrap_or_default();
        // Named by its contents like everything that a page fetches, so that no page meets the facts of another build.
        let corpus = format!("corpus-{}.json", published.sha256.get(..16).unwrap_or(&published.sha256));
        let edition = edition_of(
            &corpus,
            published.corpus.len(),
            &published.sha256,
            &index,
            &engine.site().verified_articles,
        )?;
        Ok(Parts { app, engine, published, search, edition, engine_files, beyond, desk })
    }
}
