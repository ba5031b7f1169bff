//! A site in its place: as a whole where there is none, or nothing is known of it; else only what has changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem::ManuallyDrop;
use std::path::Path;

use super::amend::{Amended, amend};
use super::build::{Progress, Site, Summary};
use super::known::{self, Known};
use super::ledger::Ledger;
use super::maker::Maker;
use super::output::Output;
use super::parts::Parts;
use super::search_files::Loading;
use super::swap::{LIST, Staging};
use super::works::Work;
use super::{App, Documents, SiteError};
use crate::corpus::Fingerprints;
use crate::route::Base;

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
/// while `documents` are read; without them nothing is made. `tell` is called now and then, from several threads.
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
    std::thread::scope(|scope| {
        let documents = scope.spawn(documents);
        let inputs = inputs(&setting);
        let text = staging.state().filter(|_| !is_fresh).unwrap_or_default();
        let known = Known::parse(&text).filter(|known| Some(known.inputs) == inputs);
        let known = known.filter(|known| is_untouched(known, staging.place()));
        // A thread that has panicked takes this one with it.
        let documents = documents.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause))?;
        let Some(documents) = documents else { return Ok(None) };
        let facts = documents.number();
        if known.as_ref().is_some_and(|known| known.facts == facts) {
            return Ok(Some(Made::Nothing));
        }
        let Setting { app, base, origin, loading } = setting;
        // Millions of small things, which the system takes back at once when the program ends.
        let parts = ManuallyDrop::new(Parts::new(Site { app, documents, base, origin, loading })?);
        let made = match (known, inputs) {
            (Some(known), Some(_)) => amend(&parts, &known, facts, &staging, tell).map(Made::Changes),
            _ => whole(&parts, inputs, facts, &staging, tell).map(Made::Whole),
        };
        Ok(Some(made?))
    })
}

fn whole(
    parts: &Parts<'_>,
    inputs: Option<u64>,
    facts: u64,
    staging: &Staging,
    tell: &(dyn Fn(Progress) + Sync),
) -> Result<Summary, SiteError> {
    staging.refuse_foreign()?;
    let output = Output::new(staging.folder());
    let maker = Maker::new(parts, staging.before())?;
    let ledger = Ledger::default();
    let fixed = output.part();
    maker.make_fixed(&fixed)?;
    ledger.note(FIXED, Vec::new(), &fixed.into_mine())?;
    let works = Work::all(&parts.engine.site().catalogue);
    maker.make(&works.iter().collect::<Vec<_>>(), &output, &ledger, tell)?;
    staging.finish(&output)?;
    if let (Some(inputs), Some((keys, lines))) = (inputs, ledger.finish()) {
        // The list of files is among them.
        let paths = output.paths();
        let files: Vec<&str> = paths.iter().map(String::as_str).collect();
        let seal = known::seal(staging.place(), &files);
        let lines = lines.iter().map(String::as_str);
        staging.remember(&known::write((inputs, facts, seal), &keys, &fingerprints(parts, facts), lines))?;
    }
    Ok(maker.summary())
}

/// The name of the part that is made each time.
pub(super) const FIXED: &str = "*fixed";

/// What the facts of these parts amount to.
pub(super) fn fingerprints<'p>(parts: &'p Parts<'_>, facts: u64) -> Fingerprints<'p> {
    let site = parts.engine.site();
    Fingerprints::new(&site.catalogue, facts, |article| site.attested.has(article))
}

fn is_untouched(known: &Known<'_>, place: &Path) -> bool {
    let files: Vec<&str> = known.files().chain([LIST]).collect();
    known::seal(place, &files) == known.seal
}

/// A number of everything that a site is made of but its facts: this very program, the app, the settings. `None` where the
/// program cannot be read; then nothing is known of a site that it has made.
fn inputs(setting: &Setting<'_>) -> Option<u64> {
    let Setting { app, base, origin, loading } = setting;
    let program = std::fs::read(std::env::current_exe().ok()?).ok()?;
    let loading = match loading {
        Loading::BySize => 0,
        Loading::Whole => 1,
        Loading::Pieces => 2,
    };
    let mut hasher = DefaultHasher::new();
    (program, App::files(app).collect::<Vec<_>>(), base.as_str(), origin, loading).hash(&mut hasher);
    Some(hasher.finish())
}
