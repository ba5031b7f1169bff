//! `thidua prerender`: writes the site into the folder where Trunk has built the app, as a hook of `trunk serve`. Everybody
//! else uses `thidua build`.

use std::fs;
use std::path::PathBuf;

use thidua_pages::route::BasePath;
use thidua_site::{DataLoading, SiteError, SiteInput, SiteSource, WasmBundle, build};

use super::build::summary_line;
use super::write_site::{FolderSink, read_app};
use super::{CliError, ExitStatus, report};

/// Arguments of `thidua prerender`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the browser build with a corpus; pages are written into it
    #[arg(long, value_name = "DIR")]
    dist: PathBuf,
    /// The path of the site on its host
    #[arg(long, value_name = "/PATH/", default_value = "/")]
    base: String,
    /// The origin of the host, for absolute addresses
    #[arg(long, value_name = "https://HOST", default_value = "", env = "THIDUA_ORIGIN")]
    origin: String,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitStatus, CliError> {
    let read =
        |name: &str| fs::read(args.dist.join(name)).map_err(|e| CliError::Read(args.dist.join(name), e));
    let app = read_app(&args.dist)?;
    let source = match SiteSource::read(read("corpus.json")?, read("attestation.json").ok()) {
        Ok(source) => source,
        Err(error @ (SiteError::Corpus(_) | SiteError::InvalidCorpus(_))) => {
            report::print_error(&format!("thidua: {error}"));
            return Ok(ExitStatus::DataErrors);
        }
        Err(error) => return Err(error.into()),
    };
    if let Some(mismatch) = &source.mismatch {
        report::print_error(&format!("thidua: warning: {mismatch}"));
    }
    let input = SiteInput {
        app: &app,
        source,
        base: BasePath::new(&args.base),
        origin: args.origin.trim_end_matches('/').to_owned(),
        loading: DataLoading::Auto,
    };
    let summary = build(input, &FolderSink::new(&args.dist), &|_| {})?;
    // These files are published under other names; Trunk does not need them any more.
    for part in app.assets().map(|(path, _)| path).filter(|path| WasmBundle::contains(path)) {
        let path = args.dist.join(part);
        fs::remove_file(&path).map_err(|e| CliError::Write(path, e))?;
    }
    report::print(&summary_line(&summary, 0))?;
    Ok(ExitStatus::Success)
}
