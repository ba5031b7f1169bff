//! `thidua validate`

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::files::{self, Loaded};
use super::report::{self, Format};
use super::{CliError, Outcome};
use thidua_core::corpus::{Catalogue, MergedCorpus, Problem, has_errors, validate};

/// Where the corpus is, if nothing is said.
pub const DEFAULT_CORPUS: &str = "public/corpus.json";

/// The arguments of `thidua validate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The corpus: a document, or a folder of documents merged by id
    #[arg(long, value_name = "FILE|DIR", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    /// The form of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The JSON report.
#[derive(Serialize)]
struct Report<'a> {
    valid: bool,
    problems: &'a [Problem],
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, CliError> {
    let loaded = files::read_corpus(&args.corpus)?;
    let (problems, merged) = (problems(&loaded), loaded.merged);
    let valid = !has_errors(&problems);
    let text = match args.format {
        Format::Human => {
            let verdict = if valid { "the corpus is valid" } else { "the corpus is not valid" };
            report::human(&problems, &format!("{verdict}: {}", contents(&merged)))
        }
        Format::Json => report::json(&Report { valid, problems: &problems })?,
    };
    report::print(&text)?;
    Ok(if valid { Outcome::Fine } else { Outcome::Problems })
}

/// The problems of a corpus, each with the document it stands in.
pub fn problems(loaded: &Loaded) -> Vec<Problem> {
    let merged = &loaded.merged;
    let place = |problem: Problem| {
        let file = merged.origins.file_of(&problem.path);
        problem.in_file(file, None)
    };
    validate(&merged.corpus).into_iter().map(place).collect()
}

/// The catalogue of a corpus. Nothing where it has errors, which are then printed.
pub fn catalogue(path: &Path) -> Result<Option<Catalogue>, CliError> {
    let loaded = files::read_corpus(path)?;
    let found = problems(&loaded);
    if has_errors(&found) {
        report::print(&report::human(&found, "the corpus is not valid"))?;
        return Ok(None);
    }
    Ok(Some(Catalogue::new(loaded.merged.corpus)))
}

/// What a corpus holds, in numbers.
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
