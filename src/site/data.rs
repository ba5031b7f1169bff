//! The data of a site: a corpus that hangs together, and what its attestation says of it.

use std::collections::BTreeSet;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::SiteError;
use crate::corpus::{self, Attestation, Catalogue, Severity};
use crate::domain::ArticleId;
use crate::pages::Attested;

/// Reads `corpus.json` and `attestation.json` from the folder of the site.
///
/// An attestation speaks only of the very bytes of the corpus that it names; without one, or with another, nothing
/// is attested and every figure is shown as not verified.
///
/// # Errors
/// Where the corpus cannot be read or does not hang together: such a corpus is never published.
pub fn load(dist: &Path) -> Result<(Catalogue, Attested), SiteError> {
    let path = dist.join("corpus.json");
    let bytes = std::fs::read(&path).map_err(|reason| SiteError::File {
        path: path.clone(),
        action: "cannot read",
        reason,
    })?;
    let corpus = corpus::load(&bytes)
        .map_err(|error| SiteError::Corpus { path: path.clone(), problems: error.to_string() })?;
    let errors: Vec<String> = corpus::validate(&corpus)
        .into_iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| problem.to_string())
        .collect();
    if !errors.is_empty() {
        return Err(SiteError::Corpus { path, problems: errors.join("\n") });
    }
    let attested = attested(&dist.join("attestation.json"), &bytes);
    Ok((Catalogue::new(corpus), attested))
}

fn attested(path: &Path, corpus: &[u8]) -> Attested {
    let none = Attested::Some(BTreeSet::new());
    let Ok(bytes) = std::fs::read(path) else { return none };
    let Ok(attestation) = serde_json::from_slice::<Attestation>(&bytes) else { return none };
    let digest: String = Sha256::digest(corpus).iter().map(|b| format!("{b:02x}")).collect();
    if attestation.corpus_sha256.as_deref() != Some(digest.as_str()) {
        return none;
    }
    if attestation.articles.iter().all(|a| a.verified) {
        return Attested::All;
    }
    let verified = attestation.articles.into_iter().filter(|a| a.verified);
    Attested::Some(verified.map(|a| ArticleId::new(a.id)).collect())
}
