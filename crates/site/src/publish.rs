//! A site in its place, made as a whole unless it stands there already.

use std::fs::File;
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::Read as _;
use std::path::Path;

use foldhash::quality::FixedState;

use super::build::{Progress, Site, Summary, build};
use super::data::Published;
use super::search_files::Loading;
use super::staging::Staging;
use super::{App, Documents, SiteError};
use thidua_pages::route::BasePath;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// The whole site.
    Whole(Summary),
    /// Nothing: the site in its place was made of the same corpus by the same program, and nobody has touched it since.
    Nothing,
}

/// How a site is made, whatever its facts.
#[derive(Debug)]
pub struct Setting<'a> {
    /// The app that every page is taken over by.
    pub app: &'a App,
    /// Where the site will live on its host.
    pub base: BasePath,
    /// The origin of the host without a slash at its end; empty where it is not known.
    pub origin: String,
    /// How the engine in the browser comes to the facts.
    pub loading: Loading,
}

/// Makes the site at `place` and lets it take the place of an older one. Files with the same bytes stay as they are. With
/// `is_fresh` all is made and written even where nothing has changed. Returns `None` where `documents` does: nothing is
/// made then. `tell` is called now and then, from several threads.
///
/// # Errors
/// Where something stands in the place that this program did not write, another build is under way, or a file cannot be
/// written; and where documents cannot be read.
pub fn publish<E: From<SiteError>>(
    setting: Setting<'_>,
    documents: impl FnOnce() -> Result<Option<Documents>, E>,
    place: &Path,
    is_fresh: bool,
    tell: &(dyn Fn(Progress) + Sync),
) -> Result<Option<Made>, E> {
    let Some(documents) = documents()? else { return Ok(None) };
    let mut staging = Staging::begin(place)?;
    let inputs = inputs(&setting, &documents);
    if !is_fresh && inputs.is_some_and(|inputs| staging.is_made_of(inputs)) {
        return Ok(Some(Made::Nothing));
    }
    let Setting { app, base, origin, loading } = setting;
    let output = staging.output(is_fresh);
    let summary = build(Site { app, documents, base, origin, loading }, &output, tell)?;
    staging.finish(&output, inputs)?;
    Ok(Some(Made::Whole(summary)))
}

/// A number of everything that a site is made of: this very program, the app, the settings, the corpus and its attestation.
/// `None` where the program cannot be read.
fn inputs(setting: &Setting<'_>, documents: &Documents) -> Option<u64> {
    let Setting { app, base, origin, loading } = setting;
    let Published { sha256, attestation, .. } = &documents.published;
    let files: Vec<_> = app.files().collect();
    let facts = (sha256, attestation);
    Some(FixedState::default().hash_one((program()?, files, base.as_str(), origin, loading, facts)))
}

/// A number of this very program, which is large and read piece by piece.
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
