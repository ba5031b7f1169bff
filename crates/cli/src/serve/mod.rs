//! `thidua serve`: serves a site on this machine, as a plain static host does.
//!
//! A built site is served as it is. For a corpus, the command builds the site in a temporary folder, serves it, and rebuilds
//! it when a file of the corpus changes; if the corpus then has errors, it prints them and keeps serving the last good site.

mod static_server;
mod temp_site;
mod watch;

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::build::{build_site, outcome_line};
use super::progress::ProgressReporter;
use super::site_args::{SearchOption, SiteArgs};
use super::{CliError, ExitStatus, report};

use static_server::StaticServer;
use temp_site::TempSite;
use watch::InputSnapshot;

/// Arguments of `thidua serve`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A built site, or a corpus: a folder of documents, or one document
    #[arg(value_name = "DIR|FILE")]
    site_or_corpus: PathBuf,
    /// The folder of the source texts [default: texts/ next to the corpus, if it exists]
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// The path of the site [default: that of the built site, or /]
    #[arg(long, value_name = "/PATH/")]
    base: Option<String>,
    /// The port; if it is taken, another one is used
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The browser app, instead of the one in this program
    #[arg(long, value_name = "DIR|FILE", env = "THIDUA_APP")]
    app: Option<PathBuf>,
    /// Archive of the app in this program.
    #[arg(skip)]
    pub carried: Option<&'static [u8]>,
}

/// Interval between checks of the corpus for changes.
const PAUSE: Duration = Duration::from_millis(500);

/// Runs the command until it is stopped.
pub fn run(args: Args) -> Result<ExitStatus, CliError> {
    if let Some(base) = static_server::base_of_site(&args.site_or_corpus) {
        let server =
            StaticServer::open(&args.site_or_corpus, args.base.as_deref().unwrap_or(&base), args.port)?;
        report::print(&format!("The site is at {}\nCtrl+C stops it.\n", server.url()))?;
        server.run();
        return Ok(ExitStatus::Success);
    }
    let folder = TempSite::new()?;
    folder.remove_at_end()?;
    let out = folder.site();
    let input = input(&args);
    let watched = InputSnapshot::new(&input);
    let Some(outcome) = build_site(&input, &out, false, &ProgressReporter::new(false))? else {
        return Ok(ExitStatus::DataErrors);
    };
    let address = input.address()?;
    let server = StaticServer::open(&out, address.base.as_str(), args.port)?;
    report::print(&format!("{}The site is at {}\nCtrl+C stops it.\n", outcome_line(&outcome), server.url()))?;
    std::thread::scope(|scope| {
        scope.spawn(|| rebuild(&input, &out, watched));
        server.run();
    });
    Ok(ExitStatus::Success)
}

fn input(args: &Args) -> SiteArgs {
    let folder = if args.site_or_corpus.is_dir() {
        args.site_or_corpus.as_path()
    } else {
        args.site_or_corpus.parent().unwrap_or(Path::new("."))
    };
    let texts = folder.join("texts");
    SiteArgs {
        corpus: args.site_or_corpus.clone(),
        sources: args.sources.clone().or_else(|| texts.is_dir().then_some(texts)),
        attestation: None,
        strict: false,
        base: args.base.clone(),
        url: None,
        search: SearchOption::Auto,
        app: args.app.clone(),
        carried: args.carried,
    }
}

/// Rebuilds the site whenever its input has changed.
fn rebuild(input: &SiteArgs, out: &Path, mut watched: InputSnapshot) -> ! {
    loop {
        std::thread::sleep(PAUSE);
        if !watched.has_changed(input) {
            continue;
        }
        match build_site(input, out, false, &ProgressReporter::new(true)) {
            Ok(Some(outcome)) => report::print_error(&format!(
                "Built anew: {}Reload the page to see it.",
                outcome_line(&outcome)
            )),
            Ok(None) => report::print_error("The site stays as it was."),
            Err(error) => report::print_error(&format!("thidua: {error}\nThe site stays as it was.")),
        }
    }
}
