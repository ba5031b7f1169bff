//! `thidua verify`

use std::path::PathBuf;

use serde::Serialize;

use thidua_core::corpus::{VerificationReport, has_errors, verify};

use super::report::{self, Format};
use super::validate::{DEFAULT_CORPUS, problems};
use super::write_file::{is_foreign_to_attestations, replace_file};
use super::{CliError, ExitStatus, files};

/// Arguments of `thidua verify`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the source texts, `<file_stem>.txt` each
    #[arg(long, value_name = "DIR")]
    sources: PathBuf,
    /// The corpus: a document, or a folder of documents merged by id
    #[arg(long, value_name = "FILE|DIR", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    /// The format of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write the attestation to this file if everything is verified
    #[arg(long, value_name = "FILE")]
    attestation: Option<PathBuf>,
}

/// JSON report.
#[derive(Serialize)]
struct Json<'a> {
    verified: bool,
    #[serde(flatten)]
    report: &'a VerificationReport,
}

/// Runs the command. An invalid corpus is never verified.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    if let Some(path) = args.attestation.as_ref().filter(|path| is_foreign_to_attestations(path)) {
        return Err(CliError::Foreign(path.clone()));
    }
    let loaded = files::read_corpus(&args.corpus)?;
    let corpus = &loaded.merged.corpus;
    let sources = files::read_sources(&args.sources, corpus)?;
    let mut found = verify(corpus, &sources);
    let mut all = problems(&loaded);
    let verified = !has_errors(&all) && found.is_verified();
    all.append(&mut found.problems);
    found.problems = all;
    let text = match args.format {
        Format::Human => report::human(&found.problems, &summary(&found, verified)),
        Format::Json => report::json(&Json { verified, report: &found })?,
    };
    report::print(&text)?;
    if !verified {
        return Ok(ExitStatus::DataErrors);
    }
    if let Some(path) = &args.attestation {
        let text = report::json(&found.attestation(loaded.document.map(|document| document.sha256)))?;
        replace_file(path, text.as_bytes())?;
    }
    Ok(ExitStatus::Success)
}

fn summary(report: &VerificationReport, verified: bool) -> String {
    let counts = report.counts;
    format!(
        "{}: {} of {} articles; {} figures, {} mentions, {} phases, {} people and {} digest paragraphs stand in their texts",
        if verified { "verified" } else { "NOT verified" },
        report.articles.iter().filter(|a| a.verified).count(),
        report.articles.len(),
        counts.figures,
        counts.mentions,
        counts.phases,
        counts.people,
        counts.digests
    )
}
