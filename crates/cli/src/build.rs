//! `thidua build`: builds a site in a folder.

use std::path::{Path, PathBuf};
use std::time::Instant;

use thidua_site::{AppBundle, BuildSummary, SiteSource};

use super::progress::ProgressReporter;
use super::site_args::SiteArgs;
use super::write_site::{BuildOutcome, SiteSettings, write_site};
use super::{CliError, ExitStatus, build_single, report};

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

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let begun = Instant::now();
    if args.single {
        return build_single::run(args);
    }
    let progress = ProgressReporter::new(args.quiet);
    let site = args.site.with_settings()?;
    let Some(outcome) = build_site(&site, &args.out, args.fresh, &progress)? else {
        return Ok(ExitStatus::DataErrors);
    };
    drop(progress);
    if !args.quiet {
        let address = site.address()?;
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
    // Before the corpus is read, which may take long.
    site.address()?;
    let app = site.app()?;
    let Some(source) = site.source(progress)? else { return Ok(None) };
    Ok(Some(build_source(site, &app, source, out, is_fresh, progress)?))
}

/// Builds the site of a corpus that has been read, with the other settings of `site`.
///
/// # Errors
/// As for [`build_site`].
pub fn build_source(
    site: &SiteArgs,
    app: &AppBundle,
    source: SiteSource,
    out: &Path,
    is_fresh: bool,
    progress: &ProgressReporter,
) -> Result<BuildOutcome, CliError> {
    let address = site.address()?;
    let settings = SiteSettings { app, base: address.base, origin: address.origin, loading: site.loading() };
    Ok(write_site(settings, source, out, is_fresh, &|done| progress.report(done))?)
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
    let BuildSummary { pages, frames, redirects, pictures, shared_pictures, files } = summary;
    let shared = match shared_pictures {
        0 => String::new(),
        number => format!(" ({number} pages of figures show that of their article)"),
    };
    let unchanged = if unchanged > 0 { format!("; {unchanged} of them unchanged") } else { String::new() };
    format!(
        "{pages} pages, {frames} frames, {redirects} redirects, {pictures} preview pictures{shared}, {files} other files{unchanged}\n"
    )
}
