//! `thidua prerender`: the site in the very folder where Trunk has built the app, for `trunk serve`. Everybody else
//! builds with `thidua build`.

use std::fs;
use std::path::PathBuf;

use super::build::told_of_all;
use super::{CliError, Outcome, report};
use thidua_pages::route::BasePath;
use thidua_site::{App, Documents, Loading, Output, Program, Site, SiteError, build};

/// The arguments of `thidua prerender`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with the browser build and a corpus; pages are written into it
    #[arg(long, value_name = "DIR")]
    dist: PathBuf,
    /// The path under which the site will stand on its host
    #[arg(long, value_name = "/PATH/", default_value = "/")]
    base: String,
    /// The origin of that host, for addresses that must be absolute
    #[arg(long, value_name = "https://HOST", default_value = "", env = "THIDUA_ORIGIN")]
    origin: String,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, CliError> {
    let read =
        |name: &str| fs::read(args.dist.join(name)).map_err(|e| CliError::Read(args.dist.join(name), e));
    let app = App::read(&args.dist).map_err(CliError::Site)?;
    let documents = match Documents::read(read("corpus.json")?, read("attestation.json").ok()) {
        Ok(documents) => documents,
        Err(error @ SiteError::Corpus(_)) => {
            report::tell(&format!("thidua: {error}"));
            return Ok(Outcome::Problems);
        }
        Err(error) => return Err(CliError::Site(error)),
    };
    if let Some(misfit) = documents.misfit {
        report::tell(&format!("thidua: warning: {misfit}"));
    }
    let site = Site {
        app: &app,
        documents,
        base: BasePath::new(&args.base),
        origin: args.origin.trim_end_matches('/').to_owned(),
        loading: Loading::BySize,
    };
    match build(site, &Output::new(&args.dist), &|_| {}) {
        Ok(summary) => {
            // They are published under other names; Trunk has no further use for them.
            for part in app.assets().map(|(path, _)| path).filter(|path| Program::holds(path)) {
                let path = args.dist.join(part);
                fs::remove_file(&path).map_err(|e| CliError::Write(path, e))?;
            }
            report::print(&told_of_all(&summary))?;
            Ok(Outcome::Fine)
        }
        Err(error) => Err(CliError::Site(error)),
    }
}
