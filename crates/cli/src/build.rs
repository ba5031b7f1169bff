//! `thidua build`

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::address::Address;
use super::files::{self, Read};
use super::validate::problems;
use super::{CliError, Outcome};
use super::{report, single};
use thidua_core::corpus::{has_errors, verify};
use thidua_core::text::sha256;
use thidua_site::{App, Documents, Loading, Made, Progress, Published, Setting, Summary, publish};

/// The arguments of `thidua build`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub input: Input,
    /// Make one HTML file with everything inside, which opens by double-click; --out then names the file
    #[arg(long)]
    pub single: bool,
    /// Where the site goes: a new or empty folder, or one that an earlier build wrote
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Build and write every file even where nothing has changed since the last build
    #[arg(long)]
    pub fresh: bool,
    /// Say nothing but errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// What a site is made of.
#[derive(Debug, Clone, clap::Args)]
pub struct Input {
    /// The corpus: a document, or a folder of documents merged by id
    #[arg(long, value_name = "FILE|DIR")]
    pub corpus: PathBuf,
    /// The folder of the source texts; every fact is then checked against them, and nothing is built if one is wrong
    #[arg(long, value_name = "DIR")]
    pub sources: Option<PathBuf>,
    /// What `thidua verify` attested; without it and without --sources, an attestation.json beside the corpus is used
    #[arg(long, value_name = "FILE", conflicts_with = "sources")]
    pub attestation: Option<PathBuf>,
    /// The path under which the site will stand on its host [default: that of --url, or /]
    #[arg(long, value_name = "/PATH/")]
    pub base: Option<String>,
    /// The address at which the site will stand; link previews, sitemap and feeds need it
    #[arg(long, value_name = "https://HOST/PATH/", env = "THIDUA_URL")]
    pub url: Option<String>,
    /// How the page comes to its data: `whole` at once, in `pieces` as they are needed, or by the size of the corpus
    #[arg(long, value_enum, value_name = "HOW", default_value = "auto")]
    pub search: Search,
    /// The browser app, as a folder or an archive, in place of the one that this program carries
    #[arg(long, value_name = "DIR|FILE", env = "THIDUA_APP")]
    pub app: Option<PathBuf>,
    /// The archive of the app that this program carries.
    #[arg(skip)]
    pub carried: Option<&'static [u8]>,
}

/// The values of `--search`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Search {
    /// By the size of the corpus.
    Auto,
    /// The corpus at once.
    Whole,
    /// An index in pieces.
    Pieces,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<Outcome, CliError> {
    let begun = Instant::now();
    if args.single {
        return single::run(args);
    }
    let teller = Teller::new(args.quiet);
    let Some(made) = make(&args.input, &args.out, args.fresh, &teller)? else { return Ok(Outcome::Problems) };
    if !args.quiet {
        let address = args.input.address()?;
        report::print(&format!("{} in {:.1} s\n", told(&made).trim_end(), begun.elapsed().as_secs_f32()))?;
        report::print(&format!("The site is in {}\n", args.out.display()))?;
        if address.origin.is_empty() {
            report::print("Without --url there are no link previews, no sitemap and no feeds.\n")?;
        }
    }
    Ok(Outcome::Fine)
}

impl Input {
    /// How the engine in the browser comes to its data.
    fn loading(&self) -> Loading {
        match self.search {
            Search::Auto => Loading::BySize,
            Search::Whole => Loading::Whole,
            Search::Pieces => Loading::Pieces,
        }
    }

    /// Where the site will live.
    pub fn address(&self) -> Result<Address, CliError> {
        Address::parse(self.url.as_deref(), self.base.as_deref()).map_err(CliError::Address)
    }

    /// The app that was named, or the one that this program carries.
    pub fn app(&self) -> Result<App, CliError> {
        match &self.app {
            Some(path) => App::read(path),
            None => App::unpack(self.carried.ok_or(CliError::NoApp)?),
        }
        .map_err(CliError::Site)
    }

    /// The corpus as it will be published, with what is attested of it. Nothing where it has errors, which are then
    /// printed.
    pub fn documents(&self) -> Result<Option<Documents>, CliError> {
        let loaded = files::read_corpus(&self.corpus)?;
        let mut found = problems(&loaded);
        // A folder is published as the one document that it amounts to.
        let Read { bytes, sha256 } = match loaded.document {
            Some(document) => document,
            None => {
                let bytes = report::json(&loaded.merged.corpus)?.into_bytes();
                Read { sha256: sha256(&bytes), bytes }
            }
        };
        let attestation = match &self.sources {
            Some(folder) => {
                let corpus = &loaded.merged.corpus;
                let mut verified = verify(corpus, &files::read_sources(folder, corpus)?);
                found.append(&mut verified.problems);
                Some(report::json(&verified.attestation(Some(sha256.clone())))?.into_bytes())
            }
            None => self.read_attestation()?,
        };
        if has_errors(&found) {
            report::print(&report::human(&found, "no site built"))?;
            return Ok(None);
        }
        let published = Published { corpus: bytes, sha256, attestation };
        let documents = Documents::of(published, loaded.merged.corpus);
        if let Some(misfit) = documents.misfit {
            report::tell(&format!("thidua: warning: {misfit}"));
        }
        Ok(Some(documents))
    }

    fn read_attestation(&self) -> Result<Option<Vec<u8>>, CliError> {
        if let Some(path) = &self.attestation {
            return std::fs::read(path).map(Some).map_err(|e| CliError::Read(path.clone(), e));
        }
        let folder = if self.corpus.is_dir() { Some(self.corpus.as_path()) } else { self.corpus.parent() };
        Ok(folder.and_then(|folder| std::fs::read(folder.join("attestation.json")).ok()))
    }
}

/// Makes the site and puts it in its place. Nothing where the corpus has errors, which are then printed.
pub fn make(input: &Input, out: &Path, is_fresh: bool, teller: &Teller) -> Result<Option<Made>, CliError> {
    let address = input.address()?;
    let app = input.app()?;
    let setting = Setting { app: &app, base: address.base, origin: address.origin, loading: input.loading() };
    publish(setting, || input.documents(), out, is_fresh, &|progress| teller.tell(progress))
}

/// What was written, in a line.
pub fn told(made: &Made) -> String {
    match made {
        Made::Whole(summary) => told_of_all(summary),
        Made::Nothing => "Nothing has changed\n".to_owned(),
    }
}

/// What a whole site consists of, in a line.
pub fn told_of_all(summary: &Summary) -> String {
    let Summary { pages, frames, redirects, pictures, files, unchanged } = summary;
    let unchanged = if *unchanged > 0 { format!("; {unchanged} of them unchanged") } else { String::new() };
    format!(
        "{pages} pages, {frames} frames, {redirects} redirects, {pictures} preview pictures, {files} other files{unchanged}\n"
    )
}

/// Says now and then how far a long build is, on standard error.
#[derive(Debug)]
pub struct Teller {
    quiet: bool,
    last: Mutex<Instant>,
}

impl Teller {
    /// Between two lines: what is done sooner needs none.
    const PAUSE: Duration = Duration::from_secs(2);

    /// Says nothing at all if `quiet`.
    pub fn new(quiet: bool) -> Teller {
        Teller { quiet, last: Mutex::new(Instant::now()) }
    }

    fn tell(&self, progress: Progress) {
        let Ok(mut last) = self.last.try_lock() else { return };
        if self.quiet || last.elapsed() < Self::PAUSE {
            return;
        }
        *last = Instant::now();
        let Progress { done, all } = progress;
        // On a terminal the line is written over; in a log each stands.
        match std::io::stderr().is_terminal() {
            true => eprint!("\r{done} of {all} pages … "),
            false => report::tell(&format!("{done} of {all} pages …")),
        }
    }
}
