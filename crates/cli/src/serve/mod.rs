//! `thidua serve`: serves a site on this machine, as a plain static host does.
//!
//! A built site is served as it is. For a corpus, the command builds the site in a temporary folder, serves it, and rebuilds
//! it when a file of the corpus changes; if the corpus then has errors, it prints them and keeps serving the last good site.
//! The workbench of a served corpus can save into it, if it was opened by the address that is printed.

mod backup;
mod browser;
mod corpus_store;
mod documents_after;
mod file_digests;
mod response;
mod save_error;
mod save_requests;
mod static_server;
mod temp_site;
mod token;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use thidua_core::domain::Lang;
use thidua_i18n::command_line as words;
use thidua_pages::route::{Page, Route};
use thidua_site::AppBundle;

use super::beside_corpus::texts_folder;
use super::build::{build_source, outcome_line};
use super::progress::ProgressReporter;
use super::site_args::{SearchOption, SiteArgs};
use super::system_language::system_language;
use super::write_site::BuildOutcome;
use super::{CliError, ExitStatus, files, report};

use browser::open_in_browser;
use corpus_store::CorpusStore;
use save_requests::SaveRequests;
use static_server::StaticServer;
pub use static_server::base_of_site;
use temp_site::TempSite;
use token::Token;
use watch::InputSnapshot;

/// Port where nothing else is asked for.
const DEFAULT_PORT: u16 = 8080;

/// Arguments of `thidua serve`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A built site, or a corpus: a folder of documents, one document, or a package (.zip)
    #[arg(value_name = "DIR|FILE")]
    site_or_corpus: PathBuf,
    /// The folder of the source texts [default: texts/ next to the corpus, if it exists]
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// The path of the site [default: that of the built site, or /]
    #[arg(long, value_name = "/PATH/")]
    base: Option<String>,
    /// The port; if it is taken, another one is used
    #[arg(long, default_value_t = DEFAULT_PORT)]
    port: u16,
    /// Open the address in the browser
    #[arg(long)]
    open: bool,
    /// The browser app, instead of the one in this program
    #[arg(long, value_name = "DIR|FILE", env = "THIDUA_APP")]
    app: Option<PathBuf>,
    /// Archive of the app in this program.
    #[arg(skip)]
    pub carried: Option<&'static [u8]>,
}

/// Interval between checks of the corpus for changes.
const PAUSE: Duration = Duration::from_millis(500);

impl Args {
    /// Returns the arguments with which `thidua` alone serves a site or corpus and opens it.
    pub fn opening(site_or_corpus: PathBuf, carried: Option<&'static [u8]>) -> Args {
        // As if typed, so that defaults and variables of the environment hold.
        let app = std::env::var_os("THIDUA_APP").map(PathBuf::from);
        Args { site_or_corpus, sources: None, base: None, port: DEFAULT_PORT, open: true, app, carried }
    }
}

/// Runs the command until it is stopped.
pub fn run(args: Args) -> Result<ExitStatus, CliError> {
    let lang = system_language();
    if let Some(base) = base_of_site(&args.site_or_corpus) {
        let server =
            StaticServer::open(&args.site_or_corpus, args.base.as_deref().unwrap_or(&base), args.port)?;
        let url = server.url();
        report::print(&format!("{}\n{}\n", words::site_address(&url, lang), words::stop(lang)))?;
        open_if_asked(&args, &url);
        server.run()?;
        return Ok(ExitStatus::Success);
    }
    let folder = TempSite::new()?;
    folder.remove_at_end()?;
    let site = ServedSite {
        out: folder.site(),
        store: Arc::new(CorpusStore::new(&args.site_or_corpus, args.sources.as_deref())),
        app: input(&args).app()?,
        args,
    };
    let watched = InputSnapshot::new(&input(&site.args));
    let base = input(&site.args).address()?.base;
    let Some(outcome) = site.build(&ProgressReporter::new(false))? else {
        return Ok(ExitStatus::DataErrors);
    };
    let token = Token::random()?;
    let server = StaticServer::open(&site.out, base.as_str(), site.args.port)?;
    let url = server.url();
    // A site may be Vietnamese only.
    let has_english = site.out.join(Route { lang: Lang::En, page: Page::Editor }.path()).is_dir();
    let lang = if has_english { lang } else { Lang::Vi };
    let workbench = format!("{url}{}#luu={}", Route { lang, page: Page::Editor }.path(), token.as_str());
    let place = site.store.place().display().to_string();
    report::print(&format!(
        "{}{}\n{}\n{}\n",
        outcome_line(&outcome),
        words::site_address(&url, lang),
        words::workbench_address(&place, &workbench, lang),
        words::stop(lang)
    ))?;
    open_if_asked(&site.args, &workbench);
    let server = server.saving(SaveRequests::new(Arc::clone(&site.store), token));
    std::thread::spawn(move || site.rebuild(watched));
    server.run()?;
    Ok(ExitStatus::Success)
}

fn open_if_asked(args: &Args, url: &str) {
    if args.open && !open_in_browser(url) {
        report::print_error(words::not_opened(system_language()));
    }
}

/// Arguments of the build that is served. A folder of texts is used as soon as it exists.
fn input(args: &Args) -> SiteArgs {
    SiteArgs {
        corpus: args.site_or_corpus.clone(),
        sources: args.sources.clone().or_else(|| match files::is_package(&args.site_or_corpus) {
            true => None,
            false => texts_folder(&args.site_or_corpus),
        }),
        attestation: None,
        strict: false,
        base: args.base.clone(),
        url: None,
        search: SearchOption::Auto,
        app: args.app.clone(),
        carried: args.carried,
        may_lack_texts: args.sources.is_none(),
    }
}

/// Site that is built of a corpus and served.
struct ServedSite {
    args: Args,
    app: AppBundle,
    /// Folder of the site.
    out: PathBuf,
    store: Arc<CorpusStore>,
}

impl ServedSite {
    /// Builds the site. Prints the errors of an invalid corpus and returns `None`.
    fn build(&self, progress: &ProgressReporter) -> Result<Option<BuildOutcome>, CliError> {
        let site = input(&self.args);
        let read = || Ok(site.source(progress)?.map(|source| (source.published.sha256.clone(), source)));
        let Some((state, source)) = self.store.read(read)? else { return Ok(None) };
        let outcome = build_source(&site, &self.app, source, &self.out, false, progress)?;
        self.store.set_shown(&state);
        Ok(Some(outcome))
    }

    /// Rebuilds the site whenever its input has changed.
    fn rebuild(&self, mut watched: InputSnapshot) -> ! {
        loop {
            std::thread::sleep(PAUSE);
            if !watched.has_changed(&input(&self.args)) {
                continue;
            }
            match self.build(&ProgressReporter::new(true)) {
                Ok(Some(outcome)) => report::print_error(&format!(
                    "Built anew: {}Reload the page to see it.",
                    outcome_line(&outcome)
                )),
                Ok(None) => report::print_error("The site stays as it was."),
                Err(error) => report::print_error(&format!("thidua: {error}\nThe site stays as it was.")),
            }
        }
    }
}
