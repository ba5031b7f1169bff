//! The corpus of a site with its attestation. One of the two inputs of a build.

use std::collections::BTreeSet;
use std::fmt;

use thidua_core::corpus::{self, Attestation, AttestationCheck, AttestationError, Catalogue, Severity};
use thidua_core::domain::Corpus;
use thidua_core::text::sha256;
use thidua_pages::site_model::VerifiedArticles;

use crate::SiteError;

/// A valid corpus and its attestation.
#[derive(Debug)]
pub struct SiteSource {
    /// Documents as they are published.
    pub published: PublishedFiles,
    /// Articles whose mark is shown.
    pub verified_articles: VerifiedArticles,
    /// Facts of the corpus.
    pub catalogue: Catalogue,
    /// What of the given attestation does not fit the corpus; `None` if all of it does, or none was given.
    pub mismatch: Option<AttestationMismatch>,
}

/// Part of an attestation that does not fit the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttestationMismatch {
    /// Nothing of it can be used.
    Unusable(AttestationError),
    /// Marks of these articles are lost; the others are shown.
    Lost(AttestationCheck),
}

impl AttestationMismatch {
    /// Returns what of an attestation does not fit a corpus; `None` if all of it does. `corpus_sha256` is the digest of the
    /// corpus document.
    pub fn of(attestation: &[u8], corpus: &Corpus, corpus_sha256: &str) -> Option<AttestationMismatch> {
        match Attestation::read(attestation, corpus, corpus_sha256) {
            Err(error) => Some(AttestationMismatch::Unusable(error)),
            Ok(attestation) => {
                let check = attestation.check(corpus);
                (!check.lost.is_empty()).then_some(AttestationMismatch::Lost(check))
            }
        }
    }
}

impl fmt::Display for AttestationMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AttestationMismatch::Unusable(error) => {
                write!(f, "{error}: every article is shown as not verified")?
            }
            AttestationMismatch::Lost(check) => {
                write!(f, "the attestation does not fit the corpus: {check}")?;
            }
        }
        f.write_str("\nRun `thidua verify` with --attestation again")
    }
}

/// Documents as they are published.
#[derive(Debug)]
pub struct PublishedFiles {
    /// Corpus document.
    pub corpus: Vec<u8>,
    /// SHA-256 of the corpus document, in lower-case hexadecimal.
    pub sha256: String,
    /// Attestation by `thidua verify`. After [`SiteSource::new`] every entry of it fits this corpus.
    pub attestation: Option<Vec<u8>>,
}

impl SiteSource {
    /// Loads and validates a corpus document.
    ///
    /// # Errors
    /// [`SiteError::Corpus`] or [`SiteError::InvalidCorpus`]: a corpus with errors is never published.
    pub fn read(bytes: Vec<u8>, attestation: Option<Vec<u8>>) -> Result<SiteSource, SiteError> {
        let corpus = corpus::load(&bytes).map_err(SiteError::Corpus)?;
        let errors: Vec<String> = corpus::validate(&corpus)
            .into_iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| problem.to_string())
            .collect();
        match errors.is_empty() {
            true => {
                let sha256 = sha256(&bytes);
                Ok(SiteSource::new(PublishedFiles { corpus: bytes, sha256, attestation }, corpus))
            }
            false => Err(SiteError::InvalidCorpus(errors.join("\n"))),
        }
    }

    /// Creates a source from a corpus that was loaded from `published` and validated.
    ///
    /// An entry of the attestation counts only for the facts and the text that it names. An article without an entry that
    /// fits is shown as not verified. The attestation is published with the entries that fit.
    pub fn new(published: PublishedFiles, corpus: Corpus) -> SiteSource {
        let PublishedFiles { sha256, attestation, .. } = &published;
        let read = attestation.as_deref().map(|bytes| Attestation::read(bytes, &corpus, sha256));
        let (verified, mismatch) = match read {
            None => (BTreeSet::new(), None),
            Some(Err(error)) => (BTreeSet::new(), Some(AttestationMismatch::Unusable(error))),
            Some(Ok(given)) => {
                let check = given.check(&corpus);
                let is_complete = check.lost.is_empty();
                let verified = check.verified.clone();
                (verified, (!is_complete).then_some(AttestationMismatch::Lost(check)))
            }
        };
        let attestation = (!verified.is_empty())
            .then(|| Attestation::of(&corpus, |article| verified.contains(&article.id)).to_json());
        let verified_articles = match corpus.articles.iter().all(|article| verified.contains(&article.id)) {
            true if !verified.is_empty() => VerifiedArticles::All,
            _ => VerifiedArticles::Only(verified),
        };
        let published = PublishedFiles { attestation, ..published };
        SiteSource { published, verified_articles, catalogue: Catalogue::new(corpus), mismatch }
    }
}
