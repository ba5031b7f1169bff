//! The data of a site: a corpus that hangs together, and what its attestation says of it.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::SiteError;
use crate::corpus::{self, Attestation, Catalogue, Severity, Written};
use crate::domain::{ArticleId, Corpus};
use crate::pages::Attested;
use crate::text::sha256;

/// What a site is made of.
#[derive(Debug)]
pub struct Documents {
    /// The documents themselves.
    pub published: Published,
    /// The articles that are attested.
    pub attested: Attested,
    /// The facts.
    pub catalogue: Catalogue,
}

/// Documents as they are published.
#[derive(Debug)]
pub struct Published {
    /// The corpus.
    pub corpus: Vec<u8>,
    /// SHA-256 of it, in lower-case hexadecimal.
    pub sha256: String,
    /// Where its articles stand in it.
    pub written: Written,
    /// What `thidua verify` said of this very corpus.
    pub attestation: Option<Vec<u8>>,
}

impl Documents {
    /// Reads the corpus and what is attested of it.
    ///
    /// # Errors
    /// Where the corpus cannot be read or does not hang together: such a corpus is never published.
    pub fn read(bytes: Vec<u8>, attestation: Option<Vec<u8>>) -> Result<Documents, SiteError> {
        let loaded = corpus::load_written(&bytes).map_err(|error| SiteError::Corpus(error.to_string()))?;
        let (corpus, written) = loaded;
        let errors: Vec<String> = corpus::validate_written(&corpus, &bytes, &written)
            .into_iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| problem.to_string())
            .collect();
        match errors.is_empty() {
            true => {
                let sha256 = sha256(&bytes);
                Ok(Documents::of(Published { corpus: bytes, sha256, written, attestation }, corpus))
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
        let read = |text: &Vec<u8>| serde_json::from_slice::<Attestation>(text).ok();
        let said = attestation.as_ref().and_then(read);
        let said = said.filter(|said| said.corpus_sha256.as_ref() == Some(sha256));
        let is_of_it = said.is_some();
        let attested = match said {
            None => Attested::Some(BTreeSet::new()),
            Some(said) if said.articles.iter().all(|a| a.verified) => Attested::All,
            Some(said) => {
                let verified = said.articles.into_iter().filter(|a| a.verified);
                Attested::Some(verified.map(|a| ArticleId::new(a.id)).collect())
            }
        };
        let attestation = published.attestation.filter(|_| is_of_it);
        let published = Published { attestation, ..published };
        Documents { published, attested, catalogue: Catalogue::new(corpus) }
    }

    /// A number of everything that the documents say, for this program alone.
    pub fn number(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let Published { sha256, attestation, .. } = &self.published;
        (sha256, self.attested.attribute(), attestation).hash(&mut hasher);
        hasher.finish()
    }
}
