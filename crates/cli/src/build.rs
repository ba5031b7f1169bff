//! `thidua build`

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::address::Address;
use super::files::{self, SourceDocument};
use super::validate::problems;
use super::write_site::{BuildOutcome, SiteSettings, read_app, write_site};
use super::{CliError, ExitStatus};
use super::{build_single, report};
use thidua_core::corpus::{has_errors, verify};
use thidua_core::text::sha256;
use thidua_site::{AppBundle, BuildProgress, BuildSummary, DataLoading, PublishedFiles, SiteSource};

/// Arguments of `thidua build`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Build one HTML file with everything inside, which opens by double-click; --out then names the file
    #[arg(long)]
    pub single: bool,
    /// The folder of the site: a new or empty one, or one that an earlier build wrote
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Build and write every file, even if nothing has changed since the last build
    #[arg(long)]
    pub fresh: bool,
    /// Print nothing but errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// Arguments that determine a site.
#[derive(Debug, Clone, clap::Args)]
pub struct SiteArgs {
    /// The corpus: a document, or a folder of documents merged by id
    #[arg(long, value_name = "FILE|DIR")]
    pub corpus: PathBuf,
    /// The folder of the source texts; every fact is then verified, and no site is built if one is wrong
    #[arg(long, value_name = "DIR")]
    pub sources: Option<PathBuf>,
    /// The attestation by `thidua verify`; by default, without --sources, the attestation.json next to the corpus
    #[arg(long, value_name = "FILE", conflicts_with = "sources")]
    pub attestation: Option<PathBuf>,
    /// The path of the site on its host [default: that of --url, or /]
    #[arg(long, value_name = "/PATH/")]
    pub base: Option<String>,
    /// The address of the site; link previews, sitemap and feeds need it
    #[arg(long, value_name = "https://HOST/PATH/", env = "THIDUA_URL")]
    pub url: Option<String>,
    /// How pages load the data: the `whole` corpus at once, in `pieces` as they are needed, or depending on its size
    #[arg(long, value_enum, value_name = "HOW", default_value = "auto")]
    pub search: SearchOption,
    /// The browser app, as a folder or an archive, instead of the one in this program
    #[arg(long, value_name = "DIR|FILE", env = "THIDUA_APP")]
    pub app: Option<PathBuf>,
    /// Archive of the app in this program.
    #[arg(skip)]
    pub carried: Option<&'static [u8]>,
}

/// Values of `--search`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SearchOption {
    /// Depends on the size of the corpus.
    Auto,
    /// The whole corpus at once.
    Whole,
    /// An index in pieces, as they are needed.
    Pieces,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let begun = Instant::now();
    if args.single {
        return build_single::run(args);
    }
    let progress = ProgressReporter::new(args.quiet);
    let Some(outcome) = build_site(&args.site, &args.out, args.fresh, &progress)? else {
        return Ok(ExitStatus::DataErrors);
    };
    if !args.quiet {
        let address = args.site.address()?;
        report::print(&format!(
            "{} in {:.1} s\n",
            outcome_line(&outcome).trim_end(),
            begun.elapsed().as_secs_f32()
        ))?;
        report::print(&format!("The site is in {}\n", args.out.display()))?;
        if address.origin.is_empty() {
            report::print("Without --url there are no link previews, no sitemap and no feeds.\n")?;
        }
    }
    Ok(ExitStatus::Success)
}

impl SiteArgs {
    /// Returns the way in which the browser loads the data.
    fn loading(&self) -> DataLoading {
        match self.search {
            SearchOption::Auto => DataLoading::Auto,
            SearchOption::Whole => DataLoading::Full,
            SearchOption::Pieces => DataLoading::Chunked,
        }
    }

    /// Returns the URL of the site.
    ///
    /// # Errors
    /// [`CliError::Address`].
    pub fn address(&self) -> Result<Address, CliError> {
        Address::parse(self.url.as_deref(), self.base.as_deref()).map_err(CliError::Address)
    }

    /// Reads the app that `--app` names, or the one that this program carries.
    ///
    /// # Errors
    /// [`CliError::NoApp`] if there is neither; [`CliError::Site`] if it cannot be read.
    pub fn app(&self) -> Result<AppBundle, CliError> {
        match &self.app {
            Some(path) => Ok(read_app(path)?),
            None => Ok(AppBundle::unpack(self.carried.ok_or(CliError::NoApp)?)?),
        }
    }

    /// Reads the corpus as it will be published, with its attestation. Prints the errors of an invalid corpus and returns
    /// `None`.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn source(&self) -> Result<Option<SiteSource>, CliError> {
        let loaded = files::read_corpus(&self.corpus)?;
        let mut found = problems(&loaded);
        // A folder is published as one merged document.
        let SourceDocument { bytes, sha256 } = match loaded.document {
            Some(document) => document,
            None => {
                let bytes = report::json(&loaded.merged.corpus)?.into_bytes();
                SourceDocument { sha256: sha256(&bytes), bytes }
            }
        };
        let attestation = match &self.sources {
            Some(folder) => {
                let corpus = &loaded.merged.corpus;
                let mut verified = verify(corpus, &files::read_sources(folder, corpus)?);
                found.append(&mut verified.problems);
                Some(report::json(&verified.attestation(Some(sha256.clone())))?.into_bytes())
            }
            None => self.read_attestation()?,
        };
        if has_errors(&found) {
            report::print(&report::human(&found, "no site built"))?;
            return Ok(None);
        }
        let published = PublishedFiles { corpus: bytes, sha256, attestation };
        let source = SiteSource::new(published, loaded.merged.corpus);
        if let Some(mismatch) = source.mismatch {
            report::print_error(&format!("thidua: warning: {mismatch}"));
        }
        Ok(Some(source))
    }

    fn read_attestation(&self) -> Result<Option<Vec<u8>>, CliError> {
        if let Some(path) = &self.attestation {
            return std::fs::read(path).map(Some).map_err(|e| CliError::Read(path.clone(), e));
        }
        let folder = if self.corpus.is_dir() { Some(self.corpus.as_path()) } else { self.corpus.parent() };
        Ok(folder.and_then(|folder| std::fs::read(folder.join("attestation.json")).ok()))
    }
}

/// Builds the site in the folder `out`. Prints the errors of an invalid corpus and returns `None`.
///
/// # Errors
/// If the arguments are malformed, a file cannot be read, or the site cannot be written.
pub fn build_site(
    site: &SiteArgs,
    out: &Path,
    is_fresh: bool,
    progress: &ProgressReporter,
) -> Result<Option<BuildOutcome>, CliError> {
    let address = site.address()?;
    let app = site.app()?;
    let Some(source) = site.source()? else { return Ok(None) };
    let settings =
        SiteSettings { app: &app, base: address.base, origin: address.origin, loading: site.loading() };
    Ok(Some(write_site(settings, source, out, is_fresh, &|done| progress.report(done))?))
}

/// Formats the result of a build as one line.
pub fn outcome_line(outcome: &BuildOutcome) -> String {
    match outcome {
        BuildOutcome::Written { summary, unchanged } => summary_line(summary, *unchanged),
        BuildOutcome::UpToDate => "Nothing has changed\n".to_owned(),
    }
}

/// Formats the numbers of files of a site as one line.
pub fn summary_line(summary: &BuildSummary, unchanged: usize) -> String {
    let BuildSummary { pages, frames, redirects, pictures, files } = summary;
    let unchanged = if unchanged > 0 { format!("; {unchanged} of them unchanged") } else { String::new() };
    format!(
        "{pages} pages, {frames} frames, {redirects} redirects, {pictures} preview pictures, {files} other files{unchanged}\n"
    )
}

/// Reporter of the progress of a long build, on standard error.
#[derive(Debug)]
pub struct ProgressReporter {
    quiet: bool,
    last: Mutex<Instant>,
}

impl ProgressReporter {
    /// Minimum time between two lines; shorter builds report nothing.
    const INTERVAL: Duration = Duration::from_secs(2);

    /// Creates a reporter that prints nothing if `quiet`.
    pub fn new(quiet: bool) -> ProgressReporter {
        ProgressReporter { quiet, last: Mutex::new(Instant::now()) }
    }

    fn report(&self, progress: BuildProgress) {
        let Ok(mut last) = self.last.try_lock() else { return };
        if self.quiet || last.elapsed() < Self::INTERVAL {
            return;
        }
        *last = Instant::now();
        let BuildProgress { done, all } = progress;
        // On a terminal each line overwrites the last one; in a log all lines stay.
        match std::io::stderr().is_terminal() {
            true => eprint!("\r{done} of {all} pages … "),
            false => report::print_error(&format!("{done} of {all} pages …")),
        }
    }
}
