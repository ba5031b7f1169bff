//! Makes a whole site: the app's own files, every page, everything beside the pages.
//!
//! Pages are rendered and written on every core, each with all that stands beside it, and forgotten; the same input gives the same bytes all the same, since no file
//! depends on another.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::app::App;
use super::beside::{Beside, Wrote};
use super::companions::{Companion, companions};
use super::data::Documents;
use super::headers::headers;
use super::offline::{SHELL, WORKER, offline};
use super::output::Output;
use super::place::Place;
use super::prerender::{Named, Pages};
use super::programs::{DESK, ENGINE, Program, hash};
use super::search_files::{Loading, SearchFiles, packed};
use super::shell::Shell;
use super::starter::starter;
use super::{SiteError, previews};
use crate::domain::Lang;
use crate::engine::Engine;
use crate::pages::{self, SiteData};
use crate::route::{Base, Page, Route};

/// What to build.
#[derive(Debug)]
pub struct Site<'a> {
    /// The app that every page is taken over by.
    pub app: &'a App,
    /// The facts.
    pub documents: &'a Documents,
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

/// Writes the site. Preview pictures that have not changed are taken from `before`, an older build. `tell` is called now
/// and then, from several threads.
///
/// # Errors
/// Where the corpus does not hang together, the app lacks a part, or a file cannot be written.
pub fn build(
    site: &Site<'_>,
    output: &Output,
    before: Option<&Path>,
    tell: &(dyn Fn(Progress) + Sync),
) -> Result<Summary, SiteError> {
    let Site { app, documents, base, origin, loading } = site;
    let (catalogue, attested) = documents.load()?;
    let [script, wasm] = ENGINE.files(app)?;
    let desk = DESK.files(app)?;
    let engine = Engine::new(SiteData::new(catalogue, attested, base.clone(), origin.clone()));
    let catalogue = &engine.site().catalogue;
    let place = Place { catalogue, base, origin };
    // Named by its contents like everything that a page fetches, so that no page meets the facts of another build.
    let corpus =
        Companion::new(format!("corpus-{}.json", hash(&documents.corpus)), documents.corpus.as_slice());
    let starter = starter(base, &script.path, WORKER);
    let search = loading.is_staged(catalogue.articles().len()).then(|| SearchFiles::new(&engine));
    let index = search.as_ref().map(|search| search.name.to_string()).unwrap_or_default();
    let named = Named { corpus: corpus.path.clone(), index, desk: desk[0].path.clone() };
    let pages = Pages::new(Shell::parse(&app.shell(), base)?, &engine, starter, named);
    let mut files = 0;
    let mut put = |path: &str, bytes: &[u8]| {
        files += 1;
        output.write(path, bytes)
    };
    for (path, bytes) in published(app) {
        put(path, bytes)?;
    }
    let not_found = pages.not_found();
    let homes = Lang::ALL.map(|lang| pages.page(&Route { lang, page: Page::Home }, &[]));
    let mut kept: Vec<(&str, &[u8])> = published(app).collect();
    kept.extend([&script, &wasm].map(|file| (file.path.as_str(), file.bytes.as_slice())));
    if search.is_none() {
        kept.push((&corpus.path, &corpus.bytes));
    }
    kept.push((SHELL, not_found.as_bytes()));
    kept.extend(homes.iter().map(|(path, html)| (path.as_str(), html.as_bytes())));
    let late = desk.each_ref().map(|file| (file.path.as_str(), file.bytes.as_slice()));
    let offline = offline(place, &kept, &late);
    let headers = Companion::new("_headers", headers(place, pages.policy()));
    for file in [&script, &wasm, &corpus, &headers]
        .into_iter()
        .chain(&desk)
        .chain(&offline)
        .chain(&companions(place, &documents.corpus)?)
    {
        put(&file.path, &file.bytes)?;
    }
    if let Some(search) = &search {
        let manifest = search.manifest(&corpus.path);
        put(&manifest.path, &manifest.bytes)?;
        files += search.pieces().len();
        on_every_core(search.pieces(), |piece| {
            let path = piece.path();
            match before.map(|before| before.join(&path)).filter(|old| old.is_file()) {
                Some(old) => output.keep(&path, &old),
                None => output.write(&path, packed(piece)?),
            }
        })?;
    }
    let mut put = |path: &str, bytes: &[u8]| {
        files += 1;
        output.write(path, bytes)
    };
    put("corpus.json", &documents.corpus)?;
    if let Some(attestation) = documents.published_attestation() {
        put("attestation.json", attestation)?;
    }
    put(SHELL, not_found.as_bytes())?;
    // Without it, GitHub Pages leaves out files whose names begin with an underscore.
    put(".nojekyll", b"")?;
    let mut routes = Route::all(catalogue);
    routes.extend(Lang::ALL.map(|lang| Route { lang, page: Page::Embed }));
    let beside = Beside::new(engine.site(), &app.shell(), before)?;
    let done = AtomicUsize::new(0);
    on_every_core(&routes, |route| {
        let charts = engine.site().ctx(route.lang).drawn_at(pages::Place::of(&route.page));
        let (path, html) = pages.page(route, &charts);
        output.write(&path, html)?;
        beside.write(route, &charts, output)?;
        tell(Progress { done: done.fetch_add(1, Ordering::Relaxed) + 1, all: routes.len() });
        Ok(())
    })?;
    let redirects = pages.redirects();
    for (path, html) in &redirects {
        output.write(path, html)?;
    }
    let Wrote { frames, files: small, pictures } = beside.count();
    Ok(Summary { pages: routes.len(), frames, redirects: redirects.len(), files: files + small, pictures })
}

/// The files of the app that keep their names.
fn published(app: &App) -> impl Iterator<Item = (&str, &[u8])> {
    app.assets().filter(|(path, _)| !Program::holds(path))
}

/// Does `work` for every item, on as many threads as there are cores. The first error stops its thread and is given back.
fn on_every_core<T: Sync>(
    items: &[T],
    work: impl Fn(&T) -> Result<(), SiteError> + Sync,
) -> Result<(), SiteError> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let run = || {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(item)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        running.into_iter().try_for_each(|thread| thread.join().unwrap_or(Err(SiteError::Thread)))
    })
}
