//! Publishing: what a site would be made of, and the corpus package of which it is made.
//!
//! A package holds the corpus with every accepted article, the attestation with the marks of the others, the texts that prove
//! the new facts, and the address of the site. The page gives it to the publisher, to the server of `thidua serve`, or saves
//! it as a file.

use std::collections::BTreeMap;

use thidua_core::corpus::{self, Attestation, AttestationCheck, Severity, validate};
use thidua_core::domain::{ArticleId, Corpus};
use thidua_core::text::sha256;
use thidua_publish::{CorpusPackage, Output, SiteSettings, is_too_large_for_page};

use serde::{Deserialize, Serialize};

use super::corpus_context::CorpusContext;
use super::document::DraftDocument;
use super::error::EditError;
use super::export::MergedCorpus;
use super::fact_id::FactId;
use super::gaps::Gap;
use super::marks::Marks;
use super::outcome::{self, Outcome};
use super::{Editor, names, site_info};

/// Where a site is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PublishTarget {
    /// One HTML file.
    OneFile,
    /// ZIP archive with all files of the site.
    SiteZip,
    /// The files of the site, into a folder that the browser may write.
    Folder,
    /// Corpus package.
    Package,
    /// The folder of the program `thidua serve`.
    Server,
}

impl PublishTarget {
    /// All targets, in the order in which they are offered.
    pub const ALL: [PublishTarget; 5] = [
        PublishTarget::Server,
        PublishTarget::OneFile,
        PublishTarget::SiteZip,
        PublishTarget::Folder,
        PublishTarget::Package,
    ];

    /// Returns the name in markup and messages.
    pub const fn slug(self) -> &'static str {
        match self {
            PublishTarget::OneFile => "one-file",
            PublishTarget::SiteZip => "site-zip",
            PublishTarget::Folder => "folder",
            PublishTarget::Package => "package",
            PublishTarget::Server => "server",
        }
    }

    /// Returns the target of a name.
    pub fn parse(slug: &str) -> Option<PublishTarget> {
        PublishTarget::ALL.into_iter().find(|target| target.slug() == slug)
    }

    /// Returns what the publisher has to make; `None` where the package itself is what is wanted.
    pub const fn output(self) -> Option<Output> {
        match self {
            PublishTarget::OneFile => Some(Output::OneFile),
            PublishTarget::SiteZip => Some(Output::SiteZip),
            PublishTarget::Folder => Some(Output::SiteFiles),
            PublishTarget::Package | PublishTarget::Server => None,
        }
    }

    /// Returns whether every page of the site is made, which a page cannot do of any number of articles.
    pub const fn is_whole_site(self) -> bool {
        matches!(self, PublishTarget::SiteZip | PublishTarget::Folder)
    }
}

/// Package that is ready, and where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishRequest {
    /// Where it goes.
    pub target: PublishTarget,
    /// The package.
    pub package: CorpusPackage,
}

/// A draft as it would be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftSummary {
    /// Number of facts that would be published.
    pub facts: usize,
    /// Open guesses in these facts.
    pub guesses: usize,
    /// Reason why the draft is left out; `None` if it would be published.
    pub obstacle: Option<DraftObstacle>,
}

/// Reason why a draft is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftObstacle {
    /// Headline or organisation are missing.
    Gap,
    /// No fact is accepted.
    NothingAccepted,
    /// The corpus has an article of the same text.
    InCorpus,
}

/// Returns what of a draft would be published.
pub fn summary(document: &DraftDocument, context: &CorpusContext) -> DraftSummary {
    let is_published =
        |fact_id: &FactId| document.state(*fact_id).is_included() && document.checked.is_verified(*fact_id);
    let facts: Vec<FactId> =
        document.fact_ids().into_iter().map(|(fact_id, _)| fact_id).filter(is_published).collect();
    let guesses = facts.iter().map(|fact_id| document.checked.open_guesses(*fact_id).len()).sum();
    let is_there = context.corpus().articles.iter().any(|article| article.text.sha256 == document.sha256);
    let obstacle = match (is_there, facts.is_empty(), Gap::of(&document.review).is_empty()) {
        (true, ..) => Some(DraftObstacle::InCorpus),
        (_, true, _) => Some(DraftObstacle::NothingAccepted),
        (_, _, false) => Some(DraftObstacle::Gap),
        _ => None,
    };
    DraftSummary { facts: facts.len(), guesses, obstacle }
}

/// Marks of verified articles, as they would be published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarksSummary {
    /// Number of articles that keep their mark.
    pub kept: usize,
    /// Articles that lose it.
    pub lost: Vec<ArticleId>,
}

impl MarksSummary {
    /// Counts the marks of a corpus.
    pub fn of(marks: &Marks, context: &CorpusContext) -> MarksSummary {
        let corpus = context.corpus();
        match marks {
            Marks::Site(verified) => MarksSummary {
                kept: corpus.articles.iter().filter(|article| verified.contains(article)).count(),
                lost: Vec::new(),
            },
            Marks::Attestation(attestation) => {
                let AttestationCheck { verified, lost } = attestation.check(corpus);
                MarksSummary { kept: verified.len(), lost: lost.into_iter().map(|lost| lost.id).collect() }
            }
        }
    }
}

impl Editor {
    /// Makes the package for a target. The message says what is in it.
    pub(super) fn publish(&mut self, target: PublishTarget) -> Result<Outcome, EditError> {
        let (merged, attestation) = self.merged();
        // What was refused for another reason than that nothing is accepted is said before it is missed on the site.
        let package = self.package(&merged, &attestation)?;
        if target.is_whole_site() && is_too_large_for_page(merged.corpus.articles.len(), package.corpus.len())
        {
            return Err(EditError::TooLargeForPage(merged.corpus.articles.len()));
        }
        let outcome = outcome::publishing(&merged, &attestation, &self.documents, self.lang);
        Ok(Outcome { publish: Some(PublishRequest { target, package }), ..outcome })
    }

    fn package(&self, merged: &MergedCorpus, attestation: &Attestation) -> Result<CorpusPackage, EditError> {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for article in &merged.corpus.articles {
            let stem = &article.text.file_stem;
            if let Some(text) = self.package_texts.get(stem) {
                texts.insert(stem.clone(), text.clone());
            }
        }
        for added in &merged.added {
            let article = merged.corpus.articles.iter().find(|article| article.id == added.article);
            let document = self.documents.iter().find(|document| document.uid == added.uid);
            if let (Some(article), Some(document)) = (article, document) {
                texts.insert(article.text.file_stem.clone(), document.text.clone());
            }
        }
        Ok(CorpusPackage {
            corpus: outcome::json(&merged.corpus)?.into_bytes(),
            attestation: (!attestation.articles.is_empty()).then(|| attestation.to_json()),
            texts,
            settings: SiteSettings { url: self.published_url() },
        })
    }

    /// Opens a corpus package: it replaces the corpus of the site, as an opened corpus does, with its marks and texts.
    pub(super) fn open_package(&mut self, name: &str, bytes: &[u8]) -> Result<Outcome, EditError> {
        let CorpusPackage { corpus: document, attestation, texts, settings } =
            CorpusPackage::read(bytes).map_err(EditError::Package)?;
        let corpus = corpus::load(&document).map_err(EditError::NotACorpus)?;
        let mut errors = validate(&corpus).into_iter().filter(|problem| problem.severity == Severity::Error);
        if let Some(first) = errors.next() {
            return Err(EditError::InvalidCorpus(1 + errors.count(), Box::new(first)));
        }
        let corpus_sha256 = sha256(&document);
        let marks = match attestation {
            None => Marks::none(),
            Some(bytes) => {
                let read = Attestation::read(&bytes, &corpus, &corpus_sha256);
                Marks::Attestation(read.map_err(EditError::NotAnAttestation)?)
            }
        };
        let articles = corpus.articles.len();
        self.use_corpus(name, corpus, corpus_sha256, marks);
        self.package_texts = texts;
        self.package_url = settings.url;
        let check = MarksSummary::of(&self.marks, &self.context);
        Ok(outcome::package_opened(name, articles, &check, self.lang))
    }

    /// Replaces the corpus of the drafts by an opened one.
    pub(super) fn use_corpus(&mut self, name: &str, corpus: Corpus, corpus_sha256: String, marks: Marks) {
        let before = std::mem::replace(&mut self.context, CorpusContext::new(corpus));
        self.replaced_site_corpus.get_or_insert_with(|| before.into_corpus());
        self.own_corpus = Some(name.to_owned());
        self.own_corpus_sha256 = corpus_sha256;
        self.names = names::NamesState::default();
        self.site = site_info::SiteState::default();
        self.package_texts = BTreeMap::new();
        self.package_url = None;
        self.marks = marks;
        self.preview = None;
        for document in &mut self.documents {
            document.check(&self.context);
        }
        self.marks_summary = MarksSummary::of(&self.marks, &self.context);
    }
}

/// Drafts that could not be merged although facts of them are accepted.
pub fn refused(merged: &MergedCorpus) -> impl Iterator<Item = &(String, EditError)> {
    merged.refused.iter().filter(|(_, refusal)| *refusal != EditError::NothingAccepted)
}
