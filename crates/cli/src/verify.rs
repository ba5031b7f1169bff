//! `thidua verify`

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Serialize;

use thidua_core::corpus::{
    Attestation, AttestationCheck, AttestationError, VerificationReport, completeness, has_errors,
    verify_with_marks,
};
use thidua_site::AttestationMismatch;

use super::progress::Activity;
use super::report::{self, Format};
use super::validate::{DEFAULT_CORPUS, problems};
use super::write_file::{is_foreign_to_attestations, replace_file};
use super::{CliError, ExitStatus, files};

/// Arguments of `thidua verify`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the source texts, `<file_stem>.txt` each [default: the texts of the package, or texts/ next to the corpus]
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// The corpus: a document, a folder of documents merged by id, or a package (.zip)
    #[arg(long, value_name = "FILE|DIR", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    /// Also warn of what the texts print and the corpus does not hold: numbers with a unit that are no fact and are not in
    /// `left_out`, quoted campaigns without a mention, paragraphs without a digest
    #[arg(long)]
    complete: bool,
    /// The format of the report
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write the attestation to this file if everything is verified. An article whose text is not in the folder keeps the mark
    /// that the file, or the attestation.json next to the corpus, gave it
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
    let activity = Activity::begin("Checking every fact");
    let loaded = files::read_corpus(&args.corpus)?;
    let corpus = &loaded.merged.corpus;
    let sources = loaded.sources(args.sources.as_deref(), &args.corpus)?;
    let given = loaded.attestation(args.attestation.as_deref(), &args.corpus);
    let sha256 = loaded.document.as_ref().map_or("", |document| document.sha256.as_str());
    let read = given.map(|bytes| Attestation::read(&bytes, corpus, sha256));
    let check = match &read {
        Some(Ok(attestation)) => attestation.check(corpus),
        Some(Err(_)) | None => AttestationCheck::default(),
    };
    let mut found = verify_with_marks(corpus, &sources, &check.verified);
    drop(activity);
    report_lost_marks(&found, read.and_then(Result::err), check)?;
    let activity = Activity::begin("Checking the corpus");
    let mut all = problems(&loaded);
    let verified = !has_errors(&all) && found.is_verified();
    all.append(&mut found.problems);
    if args.complete {
        all.extend(completeness(corpus, &sources));
    }
    found.problems = all;
    drop(activity);
    let text = match args.format {
        Format::Human => report::human(&found.problems, &summary(&found, verified)),
        Format::Json => report::json(&Json { verified, report: &found })?,
    };
    report::print(&text)?;
    if !verified {
        return Ok(ExitStatus::DataErrors);
    }
    if let Some(path) = &args.attestation {
        replace_file(path, &found.attestation(corpus).to_json())?;
    }
    Ok(ExitStatus::Success)
}

/// Prints the marks of an earlier attestation that are lost: those of articles that are not verified now.
fn report_lost_marks(
    report: &VerificationReport,
    unusable: Option<AttestationError>,
    mut check: AttestationCheck,
) -> Result<(), CliError> {
    let verified: BTreeSet<&str> = report
        .articles
        .iter()
        .filter(|article| article.verified)
        .map(|article| article.id.as_str())
        .collect();
    check.lost.retain(|lost| !verified.contains(lost.id.as_str()));
    let is_complete = verified.len() == report.articles.len();
    let mismatch = match unusable {
        Some(error) if !is_complete => AttestationMismatch::Unusable(error),
        None if !check.lost.is_empty() => AttestationMismatch::Lost(check),
        _ => return Ok(()),
    };
    report::print_error(&format!("thidua: warning: {mismatch}"));
    Ok(())
}

fn summary(report: &VerificationReport, verified: bool) -> String {
    let counts = report.counts;
    let kept = report.articles.iter().filter(|article| article.kept).count();
    let kept = match kept {
        0 => String::new(),
        kept => format!("; {kept} of the articles keep an earlier mark, because their texts are not there"),
    };
    format!(
        "{}: {} of {} articles; {} figures, {} mentions, {} phases, {} people and {} digest paragraphs stand in their texts{kept}",
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
