//! The data of a site: a corpus that hangs together, and what its attestation says of it.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::SiteError;
use crate::corpus::{self, Attestation, Catalogue, Severity};
use crate::domain::ArticleId;
use crate::pages::Attested;

/// What a site is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documents {
    /// The corpus, as it is published.
    pub corpus: Vec<u8>,
    /// What `thidua verify` said of it.
    pub attestation: Option<Vec<u8>>,
}

impl Documents {
    /// Reads the corpus and what is attested of it.
    ///
    /// An attestation speaks only of the very bytes of the corpus that it names; without one, or with another, nothing
    /// is attested and every figure is shown as not verified.
    ///
    /// # Errors
    /// Where the corpus cannot be read or does not hang together: such a corpus is never published.
    pub fn load(&self) -> Result<(Catalogue, Attested), SiteError> {
        let corpus = corpus::load(&self.corpus).map_err(|error| SiteError::Corpus(error.to_string()))?;
        let errors: Vec<String> = corpus::validate(&corpus)
            .into_iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| problem.to_string())
            .collect();
        if !errors.is_empty() {
            return Err(SiteError::Corpus(errors.join("\n")));
        }
        let attested = match self.valid_attestation() {
            None => Attested::Some(BTreeSet::new()),
            Some(attestation) if attestation.articles.iter().all(|a| a.verified) => Attested::All,
            Some(attestation) => {
                let verified = attestation.articles.into_iter().filter(|a| a.verified);
                Attested::Some(verified.map(|a| ArticleId::new(a.id)).collect())
            }
        };
        Ok((Catalogue::new(corpus), attested))
    }

    /// The attestation, where it speaks of this very corpus.
    fn valid_attestation(&self) -> Option<Attestation> {
        let attestation: Attestation = serde_json::from_slice(self.attestation.as_ref()?).ok()?;
        let digest: String = Sha256::digest(&self.corpus).iter().map(|b| format!("{b:02x}")).collect();
        (attestation.corpus_sha256.as_deref() == Some(digest.as_str())).then_some(attestation)
    }

    /// The attestation as it is published: nothing where it speaks of another corpus.
    pub fn published_attestation(&self) -> Option<&[u8]> {
        self.valid_attestation().and(self.attestation.as_deref())
    }
}
