//! Shared input of all units of a build: app, engine, data, and the names under which they are published.

use thidua_client::Engine;
use thidua_pages::site_model::Edition;

use crate::app_bundle::AppBundle;
use crate::bundle_manifest::PublishedBundle;
use crate::offline::edition_of;
use crate::scripts::page_script::page_script;
use crate::scripts::wasm_bundles::{EDITOR, ENGINE, PUBLISHER, SEARCH, WORKBOOK, WasmBundle};
use crate::search_index::SearchIndexFiles;
use crate::source::PublishedFiles;
use crate::{OutputFile, SiteError};

/// Input that all units of a build share.
#[derive(Debug)]
pub struct BuildContext<'a> {
    /// Browser app that takes over every page.
    pub app: &'a AppBundle,
    /// Engine that answers with the content of every page.
    pub engine: &'a Engine,
    /// Documents as they are published.
    pub published: &'a PublishedFiles,
    /// Search index.
    pub search_index: SearchIndexFiles,
    /// Names of the published data.
    pub edition: Edition,
    /// Script of every page, and WebAssembly of the program that searches.
    pub page_files: [OutputFile; 2],
    /// Script and WebAssembly of the full engine.
    pub full_engine_files: [OutputFile; 2],
    /// Script and WebAssembly of the editor.
    pub editor_files: [OutputFile; 2],
    /// Script and WebAssembly of the publisher; `None` if the app has none, so that its pages cannot publish.
    pub publisher_files: Option<[OutputFile; 2]>,
    /// The app as it is published, so that a page can publish again.
    pub bundle: PublishedBundle,
    /// Script and WebAssembly of the maker of workbooks; `None` if the app has none.
    pub workbook_files: Option<[OutputFile; 2]>,
}

impl<'a> BuildContext<'a> {
    /// Collects the shared input. With `is_chunked` the browser loads the figures in chunks, else with the corpus.
    ///
    /// # Errors
    /// If the app lacks a part, or the index cannot be encoded.
    pub fn new(
        app: &'a AppBundle,
        engine: &'a Engine,
        published: &'a PublishedFiles,
        is_chunked: bool,
    ) -> Result<BuildContext<'a>, SiteError> {
        let mut programs: Vec<WasmBundle> = vec![ENGINE, SEARCH, EDITOR];
        programs.extend([PUBLISHER, WORKBOOK].into_iter().filter(|program| program.is_in(app)));
        let bundle = PublishedBundle::new(app, &programs)?;
        let manifest = ("BUNDLE", bundle.manifest.path.as_str());
        let publisher_files = PUBLISHER.is_in(app).then(|| PUBLISHER.files(app, &[manifest])).transpose()?;
        let publisher = publisher_files.as_ref().map_or("", |[script, _]| &script.path);
        let editor_files = EDITOR.files(app, &[("PUBLISHER", publisher)])?;
        let search_index = SearchIndexFiles::new(engine, is_chunked)?;
        // The name contains a hash, so that no page reads the facts of another build.
        let corpus = format!("corpus-{}.json", published.sha256.get(..16).unwrap_or(&published.sha256));
        let edition = edition_of(
            &corpus,
            published.corpus.len(),
            &published.sha256,
            &search_index.name.to_string(),
            &engine.site().verified_articles,
        )?;
        Ok(BuildContext {
            app,
            engine,
            published,
            search_index,
            edition,
            page_files: page_script(app)?,
            full_engine_files: ENGINE.files(app, &[])?,
            editor_files,
            publisher_files,
            bundle,
            workbook_files: WORKBOOK.is_in(app).then(|| WORKBOOK.files(app, &[])).transpose()?,
        })
    }
}
