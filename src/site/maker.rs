//! Makes the parts of a site, on every core: the same input gives the same bytes all the same, since no file depends on
//! another.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::SiteError;
use super::app::App;
use super::beside::{Beside, Wrote};
use super::blocks::Told;
use super::build::{Progress, Summary};
use super::companions::{Companion, feeds, listings};
use super::data::Published;
use super::edition::written;
use super::headers::headers;
use super::ledger::{Ledger, Note};
use super::offline::{SHELL, WORKER, offline};
use super::output::Output;
use super::parts::Parts;
use super::place::Place;
use super::prerender::{Named, Pages};
use super::programs::Program;
use super::search_files::{Made, packed, part_of};
use super::shell::{Shell, app_script};
use super::since::Since;
use super::starter::{Scripts, starter};
use super::works::Work;
use crate::corpus::{json_schema, reading};
use crate::domain::Lang;
use crate::pages::{self, DrawnCharts, MANIFEST, SiteData};
use crate::route::{Page, Route};

/// The file of the corpus by the name that never changes.
const DOCUMENT: &str = "corpus.json";
/// The name of the part that is made each time.
const FIXED: &str = "*fixed";

/// Makes the files of a site.
pub struct Maker<'a> {
    parts: &'a Parts<'a>,
    pages: Pages<'a>,
    beside: Beside<'a>,
    /// The site that stood before, for what is taken from it.
    before: Option<&'a Path>,
    /// What has become of it since, where it is amended.
    since: Option<&'a Since<'a, 'a>>,
    made: AtomicUsize,
    redirects: AtomicUsize,
    files: AtomicUsize,
}

impl<'a> Maker<'a> {
    /// Makes a site of these parts. Preview pictures and pieces of the index that have not changed are taken from `before`,
    /// an older build.
    ///
    /// # Errors
    /// Where the app lacks a part, or pictures cannot be drawn at all.
    pub fn new(
        parts: &'a Parts<'a>,
        before: Option<&'a Path>,
        since: Option<&'a Since<'a, 'a>>,
    ) -> Result<Maker<'a>, SiteError> {
        let site = parts.engine.site();
        let shell = parts.app.shell();
        let [script, _] = &parts.engine_files;
        let [desk, _] = &parts.desk;
        let beyond = parts.beyond.as_ref().map(|[script, _]| script.path.as_str());
        let app = app_script(&shell).unwrap_or("").trim_start_matches("./");
        let starter =
            starter(&site.base, &Scripts { app, engine: &script.path, beyond, desk: &desk.path }, WORKER);
        let named = Named { edition: parts.edition.name.clone(), desk: desk.path.clone() };
        Ok(Maker {
            pages: Pages::new(Shell::parse(&shell, &site.base)?, parts.engine, starter, named),
            beside: Beside::new(site, &shell, before)?,
            parts,
            before,
            since,
            made: AtomicUsize::new(0),
            redirects: AtomicUsize::new(0),
            files: AtomicUsize::new(0),
        })
    }

    fn place(&self) -> Place<'a> {
        let SiteData { catalogue, base, origin, .. } = self.parts.engine.site();
        Place { catalogue, base, origin }
    }

    /// Writes what is as old as the data or the program, and what names it: the app, the data, the service worker; and the
    /// pieces of the index that were made.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn make_fixed(&self, output: &Output, ledger: &Ledger) -> Result<(), SiteError> {
        let fixed = output.part();
        self.make_data(&fixed)?;
        self.make_pieces(output, &fixed, ledger)?;
        ledger.note(Note::new(FIXED.to_owned(), Vec::new(), fixed.into_mine()))
    }

    fn make_data(&self, output: &Output) -> Result<(), SiteError> {
        let (place, Parts { app, engine_files, beyond, desk, edition, published, .. }) =
            (self.place(), self.parts);
        let Published { corpus, attestation, .. } = published;
        let manifest = Companion::new(MANIFEST, written(edition));
        let not_found = self.pages.not_found();
        let homes =
            Lang::ALL.map(|lang| self.pages.page(&Route { lang, page: Page::Home }, &DrawnCharts::default()));
        let mut kept: Vec<(&str, &[u8])> = assets(app).collect();
        kept.extend(engine_files.each_ref().map(named));
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
        files.extend([named(&manifest), (&edition.corpus, corpus)]);
        files.extend(attestation.iter().map(|said| ("attestation.json", said.as_slice())));
        let schema = json_schema();
        files.push(("corpus.schema.json", schema.as_bytes()));
        files.push((SHELL, not_found.as_bytes()));
        files.push(("_headers", headers.as_bytes()));
        // Without it, GitHub Pages leaves out files whose names begin with an underscore.
        files.push((".nojekyll", b""));
        // The corpus once more, by the name that people look for.
        self.files.fetch_add(files.len() + 1, Ordering::Relaxed);
        on_every_core(&files, |(path, bytes)| output.write(path, bytes))?;
        output.write_again(DOCUMENT, corpus, &edition.corpus)
    }

    /// Writes the pieces of the index: each is a part of the site by itself if it is made of some articles alone, else one of
    /// `fixed`.
    fn make_pieces(&self, output: &Output, fixed: &Output, ledger: &Ledger) -> Result<(), SiteError> {
        let Some(search) = &self.parts.search else { return Ok(()) };
        self.files.fetch_add(search.made.len(), Ordering::Relaxed);
        on_every_core(&search.made, |Made { sealed, keys }| {
            let path = sealed.path();
            let write = |output: &Output| match self
                .before
                .map(|before| before.join(&path))
                .filter(|old| old.is_file())
            {
                Some(old) => output.keep(&path, &old),
                None => output.write(&path, packed(sealed)?),
            };
            let Some(keys) = keys else { return write(fixed) };
            let part = output.part();
            write(&part)?;
            ledger.note(Note::new(part_of(sealed.piece), keys.clone(), part.into_mine()))
        })
    }

    /// Makes parts of the site, and notes for each what it was made of. `tell` is called now and then, from several threads.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn make(
        &self,
        works: &[Work],
        output: &Output,
        ledger: &Ledger,
        tell: &(dyn Fn(Progress) + Sync),
    ) -> Result<(), SiteError> {
        let done = AtomicUsize::new(0);
        on_every_core(works, |work| {
            let part = output.part();
            let (made, keys) = reading::record(|| self.make_one(work, &part, ledger));
            made?;
            ledger.note(Note::new(work.name(), keys, part.into_mine()))?;
            tell(Progress { done: done.fetch_add(1, Ordering::Relaxed) + 1, all: works.len() });
            Ok(())
        })
    }

    fn make_one(&self, work: &Work, output: &Output, ledger: &Ledger) -> Result<(), SiteError> {
        let place = self.place();
        let files = match work {
            Work::Page(route) => {
                let charts = self.parts.engine.site().ctx(route.lang).drawn_at(pages::Place::of(&route.page));
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
            Work::Told => {
                let standing = output.standing().zip(self.since);
                let told = Told::new(place, self.parts.published, standing).map_err(SiteError::Archive)?;
                told.notes.into_iter().try_for_each(|note| ledger.note(note))?;
                for (path, (site, _)) in told.same.iter().filter_map(|path| Some((path, standing?))) {
                    output.keep(path, &site.join(path))?;
                }
                told.files
            }
            Work::Feeds => feeds(place),
            Work::Sitemap => listings(place),
        };
        self.files.fetch_add(files.len(), Ordering::Relaxed);
        files.iter().try_for_each(|file| output.write(&file.path, &file.bytes))
    }

    /// What was made.
    pub fn summary(&self) -> Summary {
        let Wrote { frames, files, pictures } = self.beside.count();
        Summary {
            pages: self.made.load(Ordering::Relaxed),
            frames,
            redirects: self.redirects.load(Ordering::Relaxed),
            files: self.files.load(Ordering::Relaxed) + files,
            pictures,
        }
    }
}

/// The files of the app that keep their names.
fn assets(app: &App) -> impl Iterator<Item = (&str, &[u8])> {
    app.assets().filter(|(path, _)| !Program::holds(path))
}

fn named(file: &Companion) -> (&str, &[u8]) {
    (&file.path, &file.bytes)
}

/// Does `work` for every item, on as many threads as there are cores. The first error stops its thread and is given back.
pub fn on_every_core<T: Sync>(
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
