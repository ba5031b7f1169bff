//! `thidua prerender`

use std::path::PathBuf;

use super::{CliError, Outcome, report};
use crate::route::Base;
use crate::site::{Options, SiteError, Summary, beside, prerender};

/// The arguments of `thidua prerender`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with the browser build; pages are written into it
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
pub fn run(args: Args) -> Result<Outcome, CliError> {
    let origin = args.origin.trim_end_matches('/').to_owned();
    let options = Options { dist: args.dist, base: Base::new(&args.base), origin };
    let written = prerender(&options).and_then(|summary| Ok((summary, beside(&options, None)?)));
    match written {
        Ok((Summary { pages, frames, redirects }, beside)) => {
            report::print(&format!(
                "{pages} pages, {frames} frames, {redirects} redirects, {} other files, {} preview pictures\n",
                beside.files, beside.pictures.drawn
            ))?;
            Ok(Outcome::Fine)
        }
        Err(error @ SiteError::Corpus { .. }) => {
            eprintln!("thidua: {error}");
            Ok(Outcome::Problems)
        }
        Err(error) => Err(CliError::Site(error)),
    }
}
