//! Makes all files of a site from a [`BuildContext`].

use std::sync::atomic::{AtomicUsize, Ordering};

use thidua_core::corpus::json_schema;
use thidua_pages::chart_drawings::{DrawnCharts, draw_charts_of_view};
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::{EDITION_FILE, SiteData};
use thidua_pages::url_state::PageView;

use crate::app_bundle::AppBundle;
use crate::build::{BuildProgress, BuildSummary};
use crate::context::BuildContext;
use crate::exports::{bulk_exports, feeds, sitemap_files};
use crate::html::page::{PageReferences, PageRenderer};
use crate::html::template::Template;
use crate::offline::{FALLBACK_PAGE, headers, offline_files, to_json};
use crate::output::{OutputFile, SiteSink};
use crate::page_assets::{AssetCounts, PageAssets};
use crate::scripts::bootstrap::{ScriptPaths, bootstrap};
use crate::scripts::page_script::page_script_head;
use crate::scripts::template_program::AppProgram;
use crate::scripts::wasm_bundles::WasmBundle;
use crate::search_index::compressed;
use crate::source::PublishedFiles;
use crate::unit::BuildUnit;
use crate::urls::SiteUrls;
use crate::{SiteError, parallel};

/// Path of the corpus under its fixed name, for people.
const CORPUS: &str = "corpus.json";

/// Folder of the pictures of the guide.
const GUIDE_PICTURES: &str = "guide/";

/// Writer of all files of a site, on all cores.
pub struct SiteWriter<'a> {
    context: &'a BuildContext<'a>,
    pages: PageRenderer<'a>,
    assets: PageAssets<'a>,
    page_count: AtomicUsize,
    redirect_count: AtomicUsize,
    file_count: AtomicUsize,
}

impl<'a> SiteWriter<'a> {
    /// Prepares a writer.
    ///
    /// # Errors
    /// If the app bundle lacks a file, or the font of preview pictures cannot be read.
    pub fn new(context: &'a BuildContext<'a>) -> Result<SiteWriter<'a>, SiteError> {
        let site = context.engine.site();
        let template = context.app.template()?;
        let [script, search] = &context.page_files;
        let [full_engine, _] = &context.full_engine_files;
        let [editor, _] = &context.editor_files;
        let app = AppProgram::of(&template).unwrap_or_default().script;
        let scripts = ScriptPaths {
            app: &app,
            page: &script.path,
            full_engine: &full_engine.path,
            editor: &editor.path,
        };
        let head_scripts =
            format!("{}{}", bootstrap(&site.base, &scripts, search), page_script_head(&site.base, script));
        let references = PageReferences {
            edition: to_json(&context.edition)?,
            editor: editor.path.clone(),
            workbook: context.workbook_files.as_ref().map(|[script, _]| script.path.clone()),
        };
        let parsed = Template::parse(&template, &site.base)?;
        Ok(SiteWriter {
            pages: PageRenderer::new(parsed, context.engine, head_scripts, references),
            assets: PageAssets::new(site, &template)?,
            context,
            page_count: AtomicUsize::new(0),
            redirect_count: AtomicUsize::new(0),
            file_count: AtomicUsize::new(0),
        })
    }

    /// Makes every file and passes it to `sink`. Calls `on_progress` after each unit, from several threads.
    ///
    /// # Errors
    /// If a file cannot be made, or the sink fails.
    pub fn write<S: SiteSink>(
        &self,
        sink: &S,
        on_progress: &(dyn Fn(BuildProgress) + Sync),
    ) -> Result<BuildSummary, S::Error> {
        let units = self.units();
        let done = AtomicUsize::new(0);
        parallel::try_for_each(&units, |unit| {
            self.write_unit(unit, sink)?;
            on_progress(BuildProgress { done: done.fetch_add(1, Ordering::Relaxed) + 1, all: units.len() });
            Ok::<(), S::Error>(())
        })?;
        Ok(self.summary())
    }

    /// Makes the same files on one core. Calls `pause` before each unit and after the last; where it returns false, stops and
    /// returns `None`.
    ///
    /// # Errors
    /// If a file cannot be made, or the sink fails.
    pub async fn write_in_steps<S: SiteSink>(
        &self,
        sink: &S,
        mut pause: impl AsyncFnMut(BuildProgress) -> bool,
    ) -> Result<Option<BuildSummary>, S::Error> {
        let units = self.units();
        for (unit, done) in units.iter().zip(0..) {
            if !pause(BuildProgress { done, all: units.len() }).await {
                return Ok(None);
            }
            self.write_unit(unit, sink)?;
        }
        let is_kept = pause(BuildProgress { done: units.len(), all: units.len() }).await;
        Ok(is_kept.then(|| self.summary()))
    }

    fn units(&self) -> Vec<BuildUnit> {
        BuildUnit::all(&self.context.engine.site().catalogue)
    }

    fn summary(&self) -> BuildSummary {
        let AssetCounts { frames, files, pictures, shared_pictures } = self.assets.counts();
        BuildSummary {
            pages: self.page_count.load(Ordering::Relaxed),
            frames,
            redirects: self.redirect_count.load(Ordering::Relaxed),
            pictures,
            shared_pictures,
            files: self.file_count.load(Ordering::Relaxed) + files,
        }
    }

    fn urls(&self) -> SiteUrls<'a> {
        let SiteData { catalogue, base, origin, .. } = self.context.engine.site();
        SiteUrls { catalogue, base, origin }
    }

    /// Writes the app, the data, the edition file, and the service worker.
    fn write_app_and_data<S: SiteSink>(&self, sink: &S) -> Result<(), S::Error> {
        let urls = self.urls();
        let BuildContext {
            app,
            page_files,
            full_engine_files,
            editor_files,
            publisher_files,
            bundle,
            workbook_files,
            edition,
            published,
            search_index,
            ..
        } = self.context;
        let PublishedFiles { corpus, attestation, .. } = published;
        let edition_file = OutputFile::new(EDITION_FILE, to_json(edition)?);
        let not_found = self.pages.not_found();
        // A reader without a network who opens the site at its root gets a page, not the fallback page.
        let languages = urls.catalogue.languages().iter();
        let homes: Vec<(String, String)> = languages
            .map(|lang| self.pages.page(&Route { lang: *lang, page: Page::Home }, &DrawnCharts::default()))
            .collect();
        let is_picture = |(path, _): &(&str, &[u8])| path.starts_with(GUIDE_PICTURES);
        let (pictures, mut cached): (Vec<(&str, &[u8])>, Vec<_>) =
            assets_with_fixed_names(app).partition(is_picture);
        cached.extend(page_files.each_ref().map(path_and_bytes));
        // With these the full engine draws every page without a network.
        let is_small = search_index.name.figures.is_none();
        let index_files = if is_small { search_index.first_files()? } else { Vec::new() };
        let small: &[OutputFile] = if is_small { full_engine_files } else { &[] };
        cached.extend(small.iter().chain(&index_files).map(path_and_bytes));
        cached.extend(is_small.then_some((edition.corpus.as_str(), corpus.as_slice())));
        cached.push(path_and_bytes(&edition_file));
        cached.push((FALLBACK_PAGE, not_found.as_bytes()));
        cached.extend(homes.iter().map(|(path, html)| (path.as_str(), html.as_bytes())));
        let publishing: Vec<&OutputFile> =
            publisher_files.iter().flatten().chain(&bundle.files).chain([&bundle.manifest]).collect();
        let workbook = workbook_files.iter().flatten();
        let large: &[OutputFile] = if is_small { &[] } else { full_engine_files };
        let late = large.iter().chain(editor_files).chain(workbook.clone()).chain(publishing.iter().copied());
        let cached_on_use: Vec<(&str, &[u8])> = late.map(path_and_bytes).chain(pictures).collect();
        let offline = offline_files(urls, &cached, &cached_on_use);
        let headers = headers(urls, self.pages.policy());
        let mut files: Vec<(&str, &[u8])> = assets_with_fixed_names(app).collect();
        let programs = page_files.iter().chain(full_engine_files).chain(editor_files);
        files.extend(programs.chain(workbook).chain(publishing).chain(&offline).map(path_and_bytes));
        // The corpus twice: under the name that pages fetch, and under the one that people look for.
        files.extend([path_and_bytes(&edition_file), (&edition.corpus, corpus), (CORPUS, corpus)]);
        files.extend(attestation.iter().map(|bytes| ("attestation.json", bytes.as_slice())));
        let schema = json_schema();
        files.push(("corpus.schema.json", schema.as_bytes()));
        files.push((FALLBACK_PAGE, not_found.as_bytes()));
        files.push(("_headers", headers.as_bytes()));
        // Without this file, GitHub Pages leaves out files whose names begin with an underscore.
        files.push((".nojekyll", b""));
        self.file_count.fetch_add(files.len(), Ordering::Relaxed);
        // In this order on one core, because an archive keeps the order; nothing is made here that takes time.
        files.iter().try_for_each(|(path, bytes)| sink.write(path, bytes))
    }

    /// Writes the chunks of the search index.
    fn write_search_index<S: SiteSink>(&self, sink: &S) -> Result<(), S::Error> {
        let chunks = &self.context.search_index.chunks;
        self.file_count.fetch_add(chunks.len(), Ordering::Relaxed);
        parallel::try_for_each(chunks, |chunk| sink.write(&chunk.path(), &compressed(chunk)?))
    }

    fn write_unit<S: SiteSink>(&self, unit: &BuildUnit, sink: &S) -> Result<(), S::Error> {
        let urls = self.urls();
        let files = match unit {
            BuildUnit::AppAndData => return self.write_app_and_data(sink),
            BuildUnit::SearchIndex => return self.write_search_index(sink),
            BuildUnit::Page(route) => {
                let site = self.context.engine.site();
                let charts = draw_charts_of_view(&site.page_context(route.lang), PageView::new(&route.page));
                let (path, html) = self.pages.page(route, &charts);
                self.page_count.fetch_add(1, Ordering::Relaxed);
                sink.write(&path, html.as_bytes())?;
                return self.assets.write(route, &charts, sink);
            }
            BuildUnit::Redirects => {
                let pages = self.pages.redirects();
                self.redirect_count.fetch_add(pages.len(), Ordering::Relaxed);
                return pages.iter().try_for_each(|(path, html)| sink.write(path, html.as_bytes()));
            }
            BuildUnit::Exports => bulk_exports(urls, self.context.published)?,
            BuildUnit::Feeds => feeds(urls),
            BuildUnit::Sitemap => sitemap_files(urls),
        };
        self.file_count.fetch_add(files.len(), Ordering::Relaxed);
        files.iter().try_for_each(|file| sink.write(&file.path, &file.bytes))
    }
}

/// Returns the assets of the app that keep their names.
fn assets_with_fixed_names(app: &AppBundle) -> impl Iterator<Item = (&str, &[u8])> {
    app.assets().filter(|(path, _)| !WasmBundle::contains(path))
}

fn path_and_bytes(file: &OutputFile) -> (&str, &[u8]) {
    (&file.path, &file.bytes)
}
