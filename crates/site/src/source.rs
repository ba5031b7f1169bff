//! The corpus of a site with its attestation. One of the two inputs of a build.

use std::collections::BTreeSet;
use std::fmt;

use thidua_core::corpus::{self, Attestation, Catalogue, Severity};
use thidua_core::domain::{ArticleId, Corpus};
use thidua_core::text::sha256;
use thidua_pages::site_model::VerifiedArticles;

use crate::SiteError;

/// A valid corpus and its attestation.
#[derive(Debug)]
pub struct SiteSource {
    /// Documents as they are published.
    pub published: PublishedFiles,
    /// VerifiedArticles articles.
    pub verified_articles: VerifiedArticles,
    /// Facts of the corpus.
    pub catalogue: Catalogue,
    /// Reason why the given attestation is not used; `None` if it is used or none was given.
    pub mismatch: Option<AttestationMismatch>,
}

/// Reason why an attestation is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttestationMismatch {
    /// It cannot be read.
    Unreadable,
    /// It attests another corpus, or an older state of this one.
    OtherCorpus {
        /// Number of verified articles in it: the marks that the site loses.
        marks: usize,
    },
}

impl fmt::Display for AttestationMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AttestationMismatch::Unreadable => f.write_str("the attestation cannot be read")?,
            AttestationMismatch::OtherCorpus { marks } => {
                write!(f, "the attestation is of another state of the corpus; {marks} ")?;
                f.write_str(if *marks == 1 {
                    "article loses its mark"
                } else {
                    "articles lose their marks"
                })?;
            }
        }
        f.write_str(": every figure is shown as not verified. Run `thidua verify` with --attestation again")
    }
}

/// Documents as they are published.
#[derive(Debug)]
pub struct PublishedFiles {
    /// Corpus document.
    pub corpus: Vec<u8>,
    /// SHA-256 of the corpus document, in lower-case hexadecimal.
    pub sha256: String,
    /// Attestation by `thidua verify`. After [`SiteSource::new`] it always belongs to this corpus.
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
    /// An attestation counts only for the exact bytes of the corpus that it names. Without one, or with one of another
    /// corpus, no article is attested and every figure is shown as not verified.
    pub fn new(published: PublishedFiles, corpus: Corpus) -> SiteSource {
        let PublishedFiles { sha256, attestation, .. } = &published;
        let none = || VerifiedArticles::Only(BTreeSet::new());
        let (verified_articles, mismatch) =
            match attestation.as_deref().map(serde_json::from_slice::<Attestation>) {
                None => (none(), None),
                Some(Err(_)) => (none(), Some(AttestationMismatch::Unreadable)),
                Some(Ok(given)) if given.corpus_sha256.as_ref() != Some(sha256) => {
                    let marks = given.articles.iter().filter(|article| article.verified).count();
                    (none(), Some(AttestationMismatch::OtherCorpus { marks }))
                }
                Some(Ok(given)) if given.articles.iter().all(|a| a.verified) => (VerifiedArticles::All, None),
                Some(Ok(given)) => {
                    let verified = given.articles.into_iter().filter(|a| a.verified);
                    (VerifiedArticles::Only(verified.map(|a| ArticleId::new(a.id)).collect()), None)
                }
            };
        let attestation = published.attestation.filter(|_| mismatch.is_none());
        let published = PublishedFiles { attestation, ..published };
        SiteSource { published, verified_articles, catalogue: Catalogue::new(corpus), mismatch }
    }
}
