//! Writes a site to its folder as one step: into a staging folder first, which then replaces the old site.
//!
//! The site builder ([`thidua_site`]) gives file names with their contents; everything about files is here: the folder of the
//! app ([`read_app`]), the staging folder (`staging`), reuse of unchanged files (`folder_sink`), and the stamp, which tells that
//! inputs have not changed and nothing need be built (`stamp`).

mod app_folder;
mod error;
mod folder_sink;
mod platform;
mod staging;
mod stamp;

use std::fs::File;
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::Read as _;
use std::path::Path;

use foldhash::quality::FixedState;

use thidua_pages::route::BasePath;
use thidua_site::{
    AppBundle, BuildProgress, BuildSummary, DataLoading, PublishedFiles, SiteInput, SiteSource, build,
};

pub use app_folder::read_app;
pub use error::WriteSiteError;
pub use folder_sink::FolderSink;
use staging::Staging;

/// Result of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuildOutcome {
    /// The site was written.
    Written {
        /// Number of files by kind.
        summary: BuildSummary,
        /// Number of files identical to those of the old site.
        unchanged: usize,
    },
    /// Nothing was done: same inputs, same program, files untouched since.
    UpToDate,
}

/// Settings of a site, apart from its corpus.
#[derive(Debug)]
pub struct SiteSettings<'a> {
    /// Browser app that takes over every page.
    pub app: &'a AppBundle,
    /// Path of the site on its host.
    pub base: BasePath,
    /// Origin of the host without a trailing slash; empty if unknown.
    pub origin: String,
    /// Way in which the browser loads the data.
    pub loading: DataLoading,
}

/// Builds the site at `target` and replaces an older one there; files with the same bytes keep their modification
/// times. With `is_fresh` every file is made and written even if nothing has changed. Calls `on_progress` from several threads.
///
/// # Errors
/// If `target` holds files that this program did not write, another build of it is running, or a file cannot be written.
pub fn write_site(
    settings: SiteSettings<'_>,
    source: SiteSource,
    target: &Path,
    is_fresh: bool,
    on_progress: &(dyn Fn(BuildProgress) + Sync),
) -> Result<BuildOutcome, WriteSiteError> {
    let mut staging = Staging::begin(target)?;
    let inputs = hash_of_inputs(&settings, &source);
    if !is_fresh && inputs.is_some_and(|inputs| staging.is_up_to_date(inputs)) {
        return Ok(BuildOutcome::UpToDate);
    }
    let SiteSettings { app, base, origin, loading } = settings;
    let sink = staging.sink(is_fresh);
    let summary = build(SiteInput { app, source, base, origin, loading }, &sink, on_progress)?;
    staging.finish(&sink, inputs)?;
    Ok(BuildOutcome::Written { summary, unchanged: sink.unchanged() })
}

/// Returns a hash of everything that determines a site: this program, the app, the settings, the corpus and its
/// attestation. `None` if the program file cannot be read. An option that changes the site must be added here, or the build
/// answers that nothing has changed.
fn hash_of_inputs(settings: &SiteSettings<'_>, source: &SiteSource) -> Option<u64> {
    let SiteSettings { app, base, origin, loading } = settings;
    let PublishedFiles { sha256, attestation, .. } = &source.published;
    let files: Vec<_> = app.files().collect();
    let corpus = (sha256, attestation);
    Some(FixedState::default().hash_one((hash_of_program()?, files, base.as_str(), origin, loading, corpus)))
}

/// Returns a hash of the file of this program, which is large and therefore read in parts.
fn hash_of_program() -> Option<u64> {
    let mut file = File::open(std::env::current_exe().ok()?).ok()?;
    let (mut hasher, mut buffer) = (FixedState::default().build_hasher(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut buffer).ok()? {
            0 => return Some(hasher.finish()),
            length => hasher.write(buffer.get(..length)?),
        }
    }
}
