//! `thidua validate`

use std::path::{Path, PathBuf};

use serde::Serialize;

use thidua_core::corpus::{Catalogue, MergedCorpus, Problem, has_errors, validate};

use thidua_site::AttestationMismatch;

use super::files::{self, LoadedCorpus};
use super::progress::Activity;
use super::report::{self, Format};
use super::{CliError, ExitStatus};

/// Default of `--corpus`.
pub const DEFAULT_CORPUS: &str = "public/corpus.json";

/// Arguments of `thidua validate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The corpus: a document, a folder of documents merged by id, or a package (.zip)
    #[arg(long, value_name = "FILE|DIR", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    /// The format of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// JSON report.
#[derive(Serialize)]
struct Report<'a> {
    valid: bool,
    problems: &'a [Problem],
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let activity = Activity::begin("Checking the corpus");
    let loaded = files::read_corpus(&args.corpus)?;
    let sha256 = loaded.document.as_ref().map(|document| document.sha256.clone());
    let attestation = loaded.attestation(None, &args.corpus);
    let (problems, merged) = (problems(&loaded), loaded.merged);
    let valid = !has_errors(&problems);
    let text = match args.format {
        Format::Human => {
            let verdict = if valid { "the corpus is valid" } else { "the corpus is not valid" };
            report::human(&problems, &format!("{verdict}: {}", contents(&merged)))
        }
        Format::Json => report::json(&Report { valid, problems: &problems })?,
    };
    drop(activity);
    report::print(&text)?;
    let sha256 = sha256.as_deref().unwrap_or_default();
    if let Some(mismatch) =
        attestation.and_then(|bytes| AttestationMismatch::of(&bytes, &merged.corpus, sha256))
    {
        report::print_error(&format!("thidua: warning: {mismatch}"));
    }
    Ok(if valid { ExitStatus::Success } else { ExitStatus::DataErrors })
}

/// Validates a corpus; each problem names its document.
pub fn problems(loaded: &LoadedCorpus) -> Vec<Problem> {
    let merged = &loaded.merged;
    let place = |problem: Problem| {
        let file = merged.origins.file_of(&problem.path);
        problem.in_file(file, None)
    };
    validate(&merged.corpus).into_iter().map(place).collect()
}

/// Reads a corpus as a catalogue. Prints the errors of an invalid corpus and returns `None`.
pub fn catalogue(path: &Path) -> Result<Option<Catalogue>, CliError> {
    let activity = Activity::begin("Reading the corpus");
    let loaded = files::read_corpus(path)?;
    let found = problems(&loaded);
    drop(activity);
    if has_errors(&found) {
        report::print(&report::human(&found, "the corpus is not valid"))?;
        return Ok(None);
    }
    Ok(Some(Catalogue::new(loaded.merged.corpus)))
}

/// Formats the numbers of things in a corpus.
fn contents(merged: &MergedCorpus) -> String {
    let corpus = &merged.corpus;
    let figures: usize = corpus.articles.iter().map(|a| a.figures.len()).sum();
    format!(
        "{} articles, {} figures, {} campaigns, {} organisations, {} units",
        corpus.articles.len(),
        figures,
        corpus.campaigns.len(),
        corpus.organisations.len(),
        corpus.units.len()
    )
}
