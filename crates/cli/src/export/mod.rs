//! `thidua export`: records of a corpus for a search server, for owners who outgrow static hosting.
//!
//! The records are JSON lines, one per article, which any search server imports; the settings are those of Meilisearch.
//! `docs/export.md` describes their use.

mod record;
mod settings;

use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use serde::Serialize;

use thidua_core::corpus::{Catalogue, has_errors};
use thidua_site::SiteAddress;

use super::progress::Activity;
use super::validate::{DEFAULT_CORPUS, problems};
use super::{CliError, ExitStatus, files, report};

use record::Record;

/// File of the records.
const RECORDS: &str = "articles.ndjson";
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
    let path = args.out.join(RECORDS);
    let failed = |e| CliError::Write(path.clone(), e);
    let mut file = BufWriter::new(fs::File::create(&path).map_err(failed)?);
    for article in catalogue.articles() {
        let line = line(&Record::of(article, &catalogue, &address))?;
        file.write_all(line.as_bytes()).map_err(failed)?;
    }
    file.flush().map_err(failed)?;
    let path = args.out.join(SETTINGS);
    let settings = report::json(&settings::settings(&catalogue.corpus().glossary))?;
    fs::write(&path, settings).map_err(|e| CliError::Write(path.clone(), e))?;
    drop(activity);
    report::print(&format!(
        "{} records in {}\n",
        catalogue.articles().len(),
        args.out.join(RECORDS).display()
    ))?;
    Ok(ExitStatus::Success)
}

fn line(record: &impl Serialize) -> Result<String, CliError> {
    serde_json::to_string(record).map(|json| json + "\n").map_err(CliError::Json)
}
