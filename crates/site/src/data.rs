//! The data of a site: a corpus that hangs together, and what its attestation says of it.

use std::collections::BTreeSet;
use std::fmt;

use super::SiteError;
use thidua_core::corpus::{self, Attestation, Catalogue, Severity};
use thidua_core::domain::{ArticleId, Corpus};
use thidua_core::text::sha256;
use thidua_pages::site_model::VerifiedArticles;

/// What a site is made of.
#[derive(Debug)]
pub struct Documents {
    /// The documents themselves.
    pub published: Published,
    /// The articles that are attested.
    pub verified_articles: VerifiedArticles,
    /// The facts.
    pub catalogue: Catalogue,
    /// Why what was attested is not used, where something was.
    pub misfit: Option<Misfit>,
}

/// An attestation that does not fit its corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// It cannot be read.
    Unreadable,
    /// It was made of another corpus, or of an older state of this one; so many of its articles were verified.
    OfAnother {
        /// Marks that are lost.
        marks: usize,
    },
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Misfit::Unreadable => f.write_str("the attestation cannot be read")?,
            Misfit::OfAnother { marks } => {
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
pub struct Published {
    /// The corpus.
    pub corpus: Vec<u8>,
    /// SHA-256 of it, in lower-case hexadecimal.
    pub sha256: String,
    /// What `thidua verify` said of this very corpus.
    pub attestation: Option<Vec<u8>>,
}

impl Documents {
    /// Reads the corpus and what is attested of it.
    ///
    /// # Errors
    /// Where the corpus cannot be read or does not hang together: such a corpus is never published.
    pub fn read(bytes: Vec<u8>, attestation: Option<Vec<u8>>) -> Result<Documents, SiteError> {
        let corpus = corpus::load(&bytes).map_err(|error| SiteError::Corpus(error.to_string()))?;
        let errors: Vec<String> = corpus::validate(&corpus)
            .into_iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| problem.to_string())
            .collect();
        match errors.is_empty() {
            true => {
                let sha256 = sha256(&bytes);
                Ok(Documents::of(Published { corpus: bytes, sha256, attestation }, corpus))
            }
            false => Err(SiteError::Corpus(errors.join("\n"))),
        }
    }

    /// Takes a corpus that was read from its document and found to hang together.
    ///
    /// An attestation speaks only of the very bytes of the corpus that it names; without one, or with another, nothing
    /// is attested and every figure is shown as not verified.
    pub fn of(published: Published, corpus: Corpus) -> Documents {
        let Published { sha256, attestation, .. } = &published;
        let none = || VerifiedArticles::Only(BTreeSet::new());
        let (verified_articles, misfit) =
            match attestation.as_deref().map(serde_json::from_slice::<Attestation>) {
                None => (none(), None),
                Some(Err(_)) => (none(), Some(Misfit::Unreadable)),
                Some(Ok(said)) if said.corpus_sha256.as_ref() != Some(sha256) => {
                    let marks = said.articles.iter().filter(|article| article.verified).count();
                    (none(), Some(Misfit::OfAnother { marks }))
                }
                Some(Ok(said)) if said.articles.iter().all(|a| a.verified) => (VerifiedArticles::All, None),
                Some(Ok(said)) => {
                    let verified = said.articles.into_iter().filter(|a| a.verified);
                    (VerifiedArticles::Only(verified.map(|a| ArticleId::new(a.id)).collect()), None)
                }
            };
        let attestation = published.attestation.filter(|_| misfit.is_none());
        let published = Published { attestation, ..published };
        Documents { published, verified_articles, catalogue: Catalogue::new(corpus), misfit }
    }
}
