//! Makes the files of a site.

use std::sync::atomic::{AtomicUsize, Ordering};
use thidua_pages::chart_drawings;

use rayon::prelude::*;

use super::SiteError;
use super::app::App;
use super::beside::{Beside, Wrote};
use super::build::{Progress, Summary};
use super::companions::{Companion, feeds, listings};
use super::data::Published;
use super::early::{early_file, early_head};
use super::edition::written;
use super::exports::exports;
use super::headers::headers;
use super::offline::{SHELL, WORKER, offline};
use super::output::Output;
use super::parts::Parts;
use super::place::Place;
use super::prerender::{Named, Pages};
use super::programs::Program;
use super::search_files::packed;
use super::shell::{Shell, app_script};
use super::starter::{Scripts, starter};
use super::works::Work;
use thidua_core::corpus::json_schema;
use thidua_core::domain::Lang;
use thidua_pages::chart_drawings::DrawnCharts;
use thidua_pages::route::{Page, Route};
use thidua_pages::site_model::{EDITION_FILE, SiteData};

/// The file of the corpus by the name that never changes.
const DOCUMENT: &str = "corpus.json";

/// Makes the files of a site, on every core.
pub struct Maker<'a> {
    parts: &'a Parts<'a>,
    pages: Pages<'a>,
    beside: Beside<'a>,
    /// The script that runs before the app.
    early: Companion,
    made: AtomicUsize,
    redirects: AtomicUsize,
    files: AtomicUsize,
}

impl<'a> Maker<'a> {
    /// Makes a site of these parts.
    ///
    /// # Errors
    /// Where the app lacks a part, or pictures cannot be drawn at all.
    pub fn new(parts: &'a Parts<'a>) -> Result<Maker<'a>, SiteError> {
        let site = parts.engine.site();
        let shell = parts.app.shell()?;
        let [script, _] = &parts.engine_files;
        let [desk, _] = &parts.desk;
        let beyond = parts.beyond.as_ref().map(|[script, _]| script.path.as_str());
        let app = app_script(&shell).unwrap_or("").trim_start_matches("./");
        let scripts = Scripts { app, engine: &script.path, beyond, desk: &desk.path };
        let early = early_file();
        let starter = format!("{}{}", early_head(&site.base, &early), starter(&site.base, &scripts, WORKER));
        let named = Named { edition: parts.edition.name.clone(), desk: desk.path.clone() };
        Ok(Maker {
            pages: Pages::new(Shell::parse(&shell, &site.base)?, parts.engine, starter, named),
            beside: Beside::new(site, &shell)?,
            early,
            parts,
            made: AtomicUsize::new(0),
            redirects: AtomicUsize::new(0),
            files: AtomicUsize::new(0),
        })
    }

    /// Writes every file. `tell` is called now and then, from several threads.
    ///
    /// # Errors
    /// Where a file cannot be made or written.
    pub fn make(&self, output: &Output, tell: &(dyn Fn(Progress) + Sync)) -> Result<Summary, SiteError> {
        self.make_data(output)?;
        self.make_pieces(output)?;
        let works = Work::all(&self.parts.engine.site().catalogue);
        let done = AtomicUsize::new(0);
        works.par_iter().try_for_each(|work| {
            self.make_one(work, output)?;
            tell(Progress { done: done.fetch_add(1, Ordering::Relaxed) + 1, all: works.len() });
            Ok::<(), SiteError>(())
        })?;
        let Wrote { frames, files, pictures } = self.beside.count();
        Ok(Summary {
            pages: self.made.load(Ordering::Relaxed),
            frames,
            redirects: self.redirects.load(Ordering::Relaxed),
            pictures,
            files: self.files.load(Ordering::Relaxed) + files,
            unchanged: output.unchanged(),
        })
    }

    fn place(&self) -> Place<'a> {
        let SiteData { catalogue, base, origin, .. } = self.parts.engine.site();
        Place { catalogue, base, origin }
    }

    /// Writes the app, the data, what names them, and the service worker.
    fn make_data(&self, output: &Output) -> Result<(), SiteError> {
        let (place, Parts { app, engine_files, beyond, desk, edition, published, .. }) =
            (self.place(), self.parts);
        let Published { corpus, attestation, .. } = published;
        let manifest = Companion::new(EDITION_FILE, written(edition)?);
        let not_found = self.pages.not_found();
        let homes =
            Lang::ALL.map(|lang| self.pages.page(&Route { lang, page: Page::Home }, &DrawnCharts::default()));
        let mut kept: Vec<(&str, &[u8])> = assets(app).collect();
        kept.extend(engine_files.each_ref().map(named));
        kept.push(named(&self.early));
        if self.parts.search.is_none() {
            kept.push((&edition.corpus, corpus));
        }
        kept.push(named(&manifest));
        kept.push((SHELL, not_found.as_bytes()));
        kept.extend(homes.iter().map(|(path, html)| (path.as_str(), html.as_bytes())));
        let late: Vec<(&str, &[u8])> = beyond.iter().flatten().chain(desk).map(named).collect();
        let offline = offline(place, &kept, &late);
        let headers = headers(place, self.pages.policy());
        let mut files: Vec<(&str, &[u8])> = assets(app).collect();
        files.extend(
            engine_files.iter().chain(beyond.iter().flatten()).chain(desk).chain(&offline).map(named),
        );
        // The corpus twice: by the name that pages fetch, and by the one that people look for.
        files.extend([named(&manifest), named(&self.early), (&edition.corpus, corpus), (DOCUMENT, corpus)]);
        files.extend(attestation.iter().map(|said| ("attestation.json", said.as_slice())));
        let schema = json_schema();
        files.push(("corpus.schema.json", schema.as_bytes()));
        files.push((SHELL, not_found.as_bytes()));
        files.push(("_headers", headers.as_bytes()));
        // Without it, GitHub Pages leaves out files whose names begin with an underscore.
        files.push((".nojekyll", b""));
        self.files.fetch_add(files.len(), Ordering::Relaxed);
        files.par_iter().try_for_each(|(path, bytes)| output.write(path, bytes))
    }

    /// Writes the pieces of the index, where it comes so.
    fn make_pieces(&self, output: &Output) -> Result<(), SiteError> {
        let Some(search) = &self.parts.search else { return Ok(()) };
        self.files.fetch_add(search.pieces.len(), Ordering::Relaxed);
        search.pieces.par_iter().try_for_each(|sealed| output.write(&sealed.path(), packed(sealed)?))
    }

    fn make_one(&self, work: &Work, output: &Output) -> Result<(), SiteError> {
        let place = self.place();
        let files = match work {
            Work::Page(route) => {
                let charts = chart_drawings::draw_charts_of_view(
                    &self.parts.engine.site().page_context(route.lang),
                    thidua_pages::url_state::PageView::of(&route.page),
                );
                let (path, html) = self.pages.page(route, &charts);
                self.made.fetch_add(1, Ordering::Relaxed);
                output.write(&path, html)?;
                return self.beside.write(route, &charts, output);
            }
            Work::Redirects => {
                let pages = self.pages.redirects();
                self.redirects.fetch_add(pages.len(), Ordering::Relaxed);
                return pages.iter().try_for_each(|(path, html)| output.write(path, html));
            }
            Work::Exports => exports(place, self.parts.published)?,
            Work::Feeds => feeds(place),
            Work::Sitemap => listings(place),
        };
        self.files.fetch_add(files.len(), Ordering::Relaxed);
        files.iter().try_for_each(|file| output.write(&file.path, &file.bytes))
    }
}

/// The files of the app that keep their names.
fn assets(app: &App) -> impl Iterator<Item = (&str, &[u8])> {
    app.assets().filter(|(path, _)| !Program::holds(path))
}

fn named(file: &Companion) -> (&str, &[u8]) {
    (&file.path, &file.bytes)
}
