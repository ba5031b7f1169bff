//! A site in its place: as a whole where there is none, or nothing is known of it; else only what has changed.

use std::fs::File;
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::Read as _;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::OnceLock;

use foldhash::quality::FixedState;

use super::amend::{Agenda, Amended, amend};
use super::build::{Progress, Summary};
use super::known::Known;
use super::ledger::Ledger;
use super::maker::Maker;
use super::output::Output;
use super::parts::Parts;
use super::seal::seal;
use super::search_files::Loading;
use super::since::Since;
use super::swap::{LIST, Staging};
use super::works::Work;
use super::{App, Documents, SiteError};
use crate::corpus::reading::Key;
use crate::corpus::{Fingerprints, both, on_both_cores};
use crate::engine::Engine;
use crate::pages::SiteData;
use crate::route::Base;
use crate::search::Index;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// The whole site.
    Whole(Summary),
    /// What had changed.
    Changes(Amended),
    /// Nothing: the site is as it would be.
    Nothing,
}

/// How a site is made, whatever its facts.
#[derive(Debug)]
pub struct Setting<'a> {
    /// The app that every page is taken over by.
    pub app: &'a App,
    /// Where the site will live on its host.
    pub base: Base,
    /// The origin of the host without a slash at its end; empty where it is not known.
    pub origin: String,
    /// How the engine in the browser comes to the facts.
    pub loading: Loading,
}

/// Makes the site at `place`, of which only what has changed is made anew, unless `is_fresh`. What stands there is looked at
/// while it is made; without `documents` nothing is made. `tell` is called now and then, from several threads.
///
/// The result has the same bytes either way: of every part it is known what was read for it, and it is made anew where that
/// has changed. Another program, other settings, a file that was touched: any doubt makes the whole site anew.
///
/// # Errors
/// Where something stands in the place that this program did not write, another build is under way, or a file cannot be
/// written; and where documents cannot be read.
pub fn publish<E: From<SiteError> + Send>(
    setting: Setting<'_>,
    documents: impl FnOnce() -> Result<Option<Documents>, E> + Send,
    place: &Path,
    is_fresh: bool,
    tell: &(dyn Fn(Progress) + Sync),
) -> Result<Option<Made>, E> {
    let staging = Staging::begin(place)?;
    let (text, known) = (OnceLock::new(), OnceLock::new());
    std::thread::scope(|scope| {
        let documents = scope.spawn(documents);
        let inputs = inputs(&setting);
        let text = text.get_or_init(|| staging.state().filter(|_| !is_fresh).unwrap_or_default());
        let known = known.get_or_init(|| Known::parse(text).filter(|known| Some(known.inputs) == inputs));
        // Hundreds of thousands of files are looked at while everything else is done: nothing is put in its place before.
        let looking = known.as_ref().map(|known| scope.spawn(|| is_untouched(known, staging.place())));
        let is_untouched = || looking.is_some_and(|looking| looking.join().unwrap_or_default());
        // A thread that has panicked takes this one with it.
        let documents = documents.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause))?;
        let Some(documents) = documents else { return Ok(None) };
        let job = Job { facts: documents.number(), inputs, staging: &staging, tell };
        let known = match known {
            Some(known) if known.facts != job.facts => Some((known, is_untouched)),
            Some(_) if is_untouched() => return Ok(Some(Made::Nothing)),
            _ => None,
        };
        Ok(Some(job.carry_out(documents, setting, known)?))
    })
}

/// A site that is to be made.
struct Job<'a> {
    /// The number of its documents.
    facts: u64,
    /// That of everything else; `None` where it cannot be told.
    inputs: Option<u64>,
    /// Where it is made.
    staging: &'a Staging,
    /// Is told how far it is.
    tell: &'a (dyn Fn(Progress) + Sync),
}

/// A site that is being made.
pub(super) struct Making<'a> {
    /// What it is made with.
    pub parts: &'a Parts<'a>,
    /// What everything amounts to that can be looked up for its parts.
    pub fingerprints: &'a Fingerprints,
    /// The number of its documents.
    pub facts: u64,
    /// Where it is made.
    pub staging: &'a Staging,
    /// Is told how far it is.
    pub tell: &'a (dyn Fn(Progress) + Sync),
}

impl Job<'_> {
    /// Makes it: what has changed, where a site is known that is still as it was left, else all.
    fn carry_out(
        &self,
        documents: Documents,
        setting: Setting<'_>,
        known: Option<(&Known<'_>, impl FnOnce() -> bool)>,
    ) -> Result<Made, SiteError> {
        let Setting { app, base, origin, loading } = setting;
        let Documents { published, attested, catalogue } = documents;
        let then = known.as_ref().map(|(known, _)| *known);
        let number = || {
            let written = |place| published.written.article(&published.corpus, place);
            let fingerprints =
                Fingerprints::new(&catalogue, self.facts, written, |article| attested.has(article));
            let since = then.map(|known| Since::new(known, &fingerprints, &catalogue));
            (fingerprints, since)
        };
        // No page that is built has words that are searched for.
        let index =
            if loading.is_staged(catalogue.articles().len()) { Index::without_texts } else { Index::build };
        let (indexed, (fingerprints, since)) =
            both(|| SiteData::indexed(&catalogue, &attested, index), number);
        // Millions of small things, which the system takes back at once when the program ends.
        let since = since.map(ManuallyDrop::new);
        let site = SiteData::with(catalogue, attested, indexed, base, origin);
        let engine = ManuallyDrop::new(Engine::new(site));
        let parts = |since| Parts::new(app, &engine, &published, loading, since).map(ManuallyDrop::new);
        let Job { facts, staging, tell, .. } = *self;
        if let Some((since, (_, is_untouched))) = since.as_deref().zip(known) {
            let works = || Agenda::new(Work::all(&engine.site().catalogue), since);
            let (parts, agenda) = both(|| parts(Some(since)), works);
            let parts = parts?;
            let making = Making { parts: &parts, fingerprints: &fingerprints, facts, staging, tell };
            if let Some(amended) = amend(&making, since, agenda, is_untouched)? {
                return Ok(Made::Changes(amended));
            }
            staging.restart()?;
        }
        let parts = parts(None)?;
        let making = Making { parts: &parts, fingerprints: &fingerprints, facts, staging, tell };
        whole(&making, self.inputs).map(Made::Whole)
    }
}

impl Making<'_> {
    /// What a key amounts to.
    pub fn number_of(&self, key: &Key) -> u64 {
        self.fingerprints.of(&self.parts.engine.site().catalogue, key.what, &key.id)
    }
}

fn whole(making: &Making<'_>, inputs: Option<u64>) -> Result<Summary, SiteError> {
    let Making { parts, facts, staging, tell, .. } = making;
    staging.refuse_foreign()?;
    let output = Output::new(staging.folder());
    let maker = Maker::new(parts, staging.before(), None)?;
    let ledger = Ledger::default();
    maker.make_fixed(&output, &ledger)?;
    let works = Work::all(&parts.engine.site().catalogue);
    maker.make(&works, &output, &ledger, tell)?;
    staging.finish(&output)?;
    if let Some(inputs) = inputs {
        // The list of files is among them.
        let paths = output.paths();
        let sealed = on_both_cores(&paths, |paths, _| {
            seal(staging.place(), paths.iter().map(|path| path.as_str().into()))
        });
        let sealed = sealed.into_iter().fold(0, u64::wrapping_add);
        if let Some(state) = ledger.written([inputs, *facts], |key| making.number_of(key), None) {
            staging.remember(&(state + &Known::end(sealed)))?;
        }
    }
    Ok(maker.summary())
}

fn is_untouched(known: &Known<'_>, place: &Path) -> bool {
    seal(place, known.files().chain([LIST.into()])) == known.seal
}

/// A number of everything that a site is made of but its facts: this very program, the app, the settings. `None` where the
/// program cannot be read; then nothing is known of a site that it has made.
fn inputs(setting: &Setting<'_>) -> Option<u64> {
    let Setting { app, base, origin, loading } = setting;
    let program = program()?;
    let loading = match loading {
        Loading::BySize => 0,
        Loading::Whole => 1,
        Loading::Pieces => 2,
    };
    let files: Vec<_> = app.files().collect();
    Some(FixedState::default().hash_one((program, files, base.as_str(), origin, loading)))
}

/// A number of this very program. It is large, and read piece by piece.
fn program() -> Option<u64> {
    let mut file = File::open(std::env::current_exe().ok()?).ok()?;
    let (mut hasher, mut piece) = (FixedState::default().build_hasher(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut piece).ok()? {
            0 => return Some(hasher.finish()),
            length => hasher.write(piece.get(..length)?),
        }
    }
}
