//! `thidua export`: records of a corpus for a search server, for owners who outgrow static hosting.
//!
//! The records are JSON lines, one per article, which any search server imports, in files of a bounded size; the settings are
//! those of Meilisearch. `docs/export.md` describes their use.

mod parts;
mod record;
mod settings;

use std::fs;
use std::path::PathBuf;

use serde::Serialize;

use thidua_core::corpus::{Catalogue, has_errors};
use thidua_site::SiteAddress;

use super::progress::Activity;
use super::validate::{DEFAULT_CORPUS, problems};
use super::{CliError, ExitStatus, files, report};

use parts::{MAX_PART_BYTES, Parts, part};
use record::Record;

/// File of the settings.
const SETTINGS: &str = "meilisearch-settings.json";

/// Arguments of `thidua export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The corpus: a document, a folder of documents merged by id, or a package (.zip)
    #[arg(long, value_name = "FILE|DIR", default_value = DEFAULT_CORPUS)]
    corpus: PathBuf,
    /// The format of the records
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The address of the site, for the links in the records
    #[arg(long, value_name = "https://HOST/PATH/", env = "THIDUA_URL")]
    url: Option<String>,
    /// The output folder; created if it does not exist
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Format of the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Format {
    /// One JSON object per line.
    #[default]
    Ndjson,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let Format::Ndjson = args.format;
    let address = SiteAddress::parse(args.url.as_deref(), None).map_err(CliError::Address)?;
    let activity = Activity::begin("Reading the corpus");
    let loaded = files::read_corpus(&args.corpus)?;
    let (found, merged) = (problems(&loaded), loaded.merged);
    drop(activity);
    if has_errors(&found) {
        report::print(&report::human(&found, "nothing exported"))?;
        return Ok(ExitStatus::DataErrors);
    }
    let catalogue = Catalogue::new(merged.corpus);
    let activity = Activity::begin("Writing the records");
    fs::create_dir_all(&args.out).map_err(|e| CliError::Write(args.out.clone(), e))?;
    let failed = |e| CliError::Write(args.out.clone(), e);
    let mut parts = Parts::create(&args.out, MAX_PART_BYTES).map_err(failed)?;
    for article in catalogue.articles() {
        parts.write(&line(&Record::of(article, &catalogue, &address))?).map_err(failed)?;
    }
    let files = parts.finish().map_err(failed)?;
    let path = args.out.join(SETTINGS);
    let settings = report::json(&settings::settings(&catalogue))?;
    fs::write(&path, settings).map_err(|e| CliError::Write(path.clone(), e))?;
    drop(activity);
    let first = part(&args.out, 1);
    let more = if files > 1 { format!(" to {}", part(&args.out, files).display()) } else { String::new() };
    report::print(&format!("{} records in {}{more}\n", catalogue.articles().len(), first.display()))?;
    Ok(ExitStatus::Success)
}

fn line(record: &impl Serialize) -> Result<String, CliError> {
    serde_json::to_string(record).map(|json| json + "\n").map_err(CliError::Json)
}
