//! `thidua serve`: a site on this machine, as a plain host would show it.
//!
//! Given a site that was built, it serves that. Given a corpus, it builds the site, serves it, and builds it anew when
//! a file of the corpus changes; where the corpus then has errors they are printed, and the last good site stays. The site
//! is in a temporary folder, which is removed when the program is stopped.

mod folder;
mod host;
mod watch;

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::build::{Input, Search, Teller, make, told};
use super::{CliError, Outcome, report};
use folder::Folder;
use host::Host;
use watch::Watched;

/// The arguments of `thidua serve`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A site that was built, or a corpus: a folder with documents, or one document
    #[arg(value_name = "DIR|FILE")]
    what: PathBuf,
    /// The folder of the source texts to verify against [default: texts/ beside the corpus, where there is one]
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// The path under which the site stands [default: that of the site, or /]
    #[arg(long, value_name = "/PATH/")]
    base: Option<String>,
    /// The port; where it is taken, another one is used
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The browser app, in place of the one that this program carries
    #[arg(long, value_name = "DIR|FILE", env = "THIDUA_APP")]
    app: Option<PathBuf>,
    /// The archive of the app that this program carries.
    #[arg(skip)]
    pub carried: Option<&'static [u8]>,
}

/// How often the corpus is looked at.
const PAUSE: Duration = Duration::from_millis(500);

/// Runs the command, until it is stopped.
pub fn run(args: Args) -> Result<Outcome, CliError> {
    if let Some(base) = host::base_of_site(&args.what) {
        let host = Host::open(&args.what, args.base.as_deref().unwrap_or(&base), args.port)?;
        report::print(&format!("The site is at {}\nCtrl+C stops it.\n", host.url()))?;
        host.run();
        return Ok(Outcome::Fine);
    }
    let folder = Folder::new()?;
    folder.remove_at_end()?;
    let out = folder.site();
    let input = input(&args);
    let watched = Watched::new(&input);
    let Some(summary) = make(&input, &out, false, &Teller::new(false))? else { return Ok(Outcome::Problems) };
    let address = input.address()?;
    let host = Host::open(&out, address.base.as_str(), args.port)?;
    report::print(&format!("{}The site is at {}\nCtrl+C stops it.\n", told(&summary), host.url()))?;
    std::thread::scope(|scope| {
        scope.spawn(|| rebuild(&input, &out, watched));
        host.run();
    });
    Ok(Outcome::Fine)
}

fn input(args: &Args) -> Input {
    let folder =
        if args.what.is_dir() { args.what.as_path() } else { args.what.parent().unwrap_or(Path::new(".")) };
    let beside = folder.join("texts");
    Input {
        corpus: args.what.clone(),
        sources: args.sources.clone().or_else(|| beside.is_dir().then_some(beside)),
        attestation: None,
        base: args.base.clone(),
        url: None,
        search: Search::Auto,
        app: args.app.clone(),
        carried: args.carried,
    }
}

/// Builds the site anew whenever its input has changed.
fn rebuild(input: &Input, out: &Path, mut watched: Watched) -> ! {
    loop {
        std::thread::sleep(PAUSE);
        if !watched.has_changed(input) {
            continue;
        }
        match make(input, out, false, &Teller::new(true)) {
            Ok(Some(summary)) => {
                report::tell(&format!("Built anew: {}Reload the page to see it.", told(&summary)))
            }
            Ok(None) => report::tell("The site stays as it was."),
            Err(error) => report::tell(&format!("thidua: {error}\nThe site stays as it was.")),
        }
    }
}
