//! Arguments that determine a site, shared by `build`, `build --single` and `serve`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use thidua_core::corpus::{Attestation, ProblemCode, has_errors, verify_with_marks};
use thidua_core::domain::{ArticleId, Corpus};
use thidua_core::text::sha256;
use thidua_site::{AppBundle, DataLoading, PublishedFiles, SiteAddress, SiteSource};

use super::beside_corpus::read_url;
use super::files::{self, SourceDocument};
use super::progress::ProgressReporter;
use super::validate::problems;
use super::write_site::read_app;
use super::{CliError, report};

/// Arguments that determine a site.
#[derive(Debug, Clone, clap::Args)]
pub struct SiteArgs {
    /// The corpus: a document, a folder of documents merged by id, or a package (.zip)
    #[arg(long, value_name = "FILE|DIR")]
    pub corpus: PathBuf,
    /// The folder of the source texts; every fact is then verified, and no site is built if one is wrong. An article whose
    /// text is not there keeps the mark that the attestation.json next to the corpus gives it
    #[arg(long, value_name = "DIR")]
    pub sources: Option<PathBuf>,
    /// The attestation by `thidua verify`; by default, without --sources, the attestation.json next to the corpus
    #[arg(long, value_name = "FILE", conflicts_with = "sources")]
    pub attestation: Option<PathBuf>,
    /// Build no site if an article loses the mark that the attestation gives it, or the attestation cannot be used
    #[arg(long)]
    pub strict: bool,
    /// The path of the site on its host [default: that of --url, or /]
    #[arg(long, value_name = "/PATH/")]
    pub base: Option<String>,
    /// The address of the site; link previews, sitemap and feeds need it [default: that of the package, if it has one and
    /// there is no --base]
    #[arg(long, value_name = "https://HOST/PATH/", env = "THIDUA_URL")]
    pub url: Option<String>,
    /// How pages load the data: the `whole` corpus at once, in `pieces` as they are needed, or depending on its size
    #[arg(long, value_enum, value_name = "HOW", default_value = "auto")]
    pub search: SearchOption,
    /// The browser app, as a folder or an archive, instead of the one in this program
    #[arg(long, value_name = "DIR|FILE", env = "THIDUA_APP")]
    pub app: Option<PathBuf>,
    /// Archive of the app in this program.
    #[arg(skip)]
    pub carried: Option<&'static [u8]>,
    /// Whether an article without a source text is shown as not verified, instead of being an error: nobody named the folder.
    #[arg(skip)]
    pub may_lack_texts: bool,
}

/// Values of `--search`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SearchOption {
    /// Depends on the size of the corpus.
    Auto,
    /// The whole corpus at once.
    Whole,
    /// An index in pieces, as they are needed.
    Pieces,
}

impl SiteArgs {
    /// Returns the way in which the browser loads the data.
    pub fn loading(&self) -> DataLoading {
        match self.search {
            SearchOption::Auto => DataLoading::Auto,
            SearchOption::Whole => DataLoading::Full,
            SearchOption::Pieces => DataLoading::Chunked,
        }
    }

    /// Takes the URL from the settings of a package, packed or unpacked, unless URL or path are given.
    ///
    /// # Errors
    /// If the package cannot be read.
    pub fn with_settings(&self) -> Result<SiteArgs, CliError> {
        let mut args = self.clone();
        if self.url.is_none() && self.base.is_none() {
            args.url = match files::is_package(&self.corpus) {
                true => files::read_package(&self.corpus)?.settings.url,
                false => read_url(&self.corpus),
            };
        }
        Ok(args)
    }

    /// Returns the URL of the site.
    ///
    /// # Errors
    /// [`CliError::Address`].
    pub fn address(&self) -> Result<SiteAddress, CliError> {
        SiteAddress::parse(self.url.as_deref(), self.base.as_deref()).map_err(CliError::Address)
    }

    /// Reads the app that `--app` names, or the one that this program carries.
    ///
    /// # Errors
    /// [`CliError::NoApp`] if there is neither; [`CliError::Site`] if it cannot be read.
    pub fn app(&self) -> Result<AppBundle, CliError> {
        match &self.app {
            Some(path) => Ok(read_app(path)?),
            None => Ok(AppBundle::unpack(self.carried.ok_or(CliError::NoApp)?)?),
        }
    }

    /// Reads the corpus as it will be published, with its attestation. Prints the errors of an invalid corpus and returns
    /// `None`.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn source(&self, progress: &ProgressReporter) -> Result<Option<SiteSource>, CliError> {
        let activity = progress.activity("Reading the corpus");
        let mut loaded = files::read_corpus(&self.corpus)?;
        let mut found = problems(&loaded);
        // A folder is published as one merged document.
        let SourceDocument { bytes, sha256 } = match loaded.document.take() {
            Some(document) => document,
            None => {
                let bytes = report::json(&loaded.merged.corpus)?.into_bytes();
                SourceDocument { sha256: sha256(&bytes), bytes }
            }
        };
        let given = match &self.attestation {
            Some(path) => Some(std::fs::read(path).map_err(|e| CliError::Read(path.clone(), e))?),
            None => loaded.attestation(None, &self.corpus),
        };
        let attestation = match &self.sources {
            Some(folder) => {
                let corpus = &loaded.merged.corpus;
                let marked = marks(given.as_deref(), corpus, &sha256);
                let mut verified = verify_with_marks(corpus, &files::read_sources(folder, corpus)?, &marked);
                if self.may_lack_texts {
                    verified.problems.retain(|problem| problem.code != ProblemCode::SourceTextMissing);
                }
                found.append(&mut verified.problems);
                Some(verified.attestation(corpus).to_json())
            }
            None => given,
        };
        drop(activity);
        if has_errors(&found) {
            report::print(&report::human(&found, "no site built"))?;
            return Ok(None);
        }
        let published = PublishedFiles { corpus: bytes, sha256, attestation };
        let source = SiteSource::new(published, loaded.merged.corpus);
        if let Some(mismatch) = &source.mismatch {
            let consequence = if self.strict { "error" } else { "warning" };
            report::print_error(&format!("thidua: {consequence}: {mismatch}"));
            if self.strict {
                return Ok(None);
            }
        }
        Ok(Some(source))
    }
}

/// Returns the articles of a corpus whose entry in an attestation fits; none where the attestation cannot be used.
/// `corpus_sha256` is the digest of the corpus document.
pub fn marks(attestation: Option<&[u8]>, corpus: &Corpus, corpus_sha256: &str) -> BTreeSet<ArticleId> {
    let read = attestation.and_then(|bytes| Attestation::read(bytes, corpus, corpus_sha256).ok());
    read.map(|attestation| attestation.check(corpus).verified).unwrap_or_default()
}
