//! The manifest of a site: the one small file that says which data it has now.

use super::SiteError;
use super::programs::hash;
use thidua_pages::site_model::{Edition, VerifiedArticles};

/// The edition of a corpus of so many bytes in the file `corpus`, which has that SHA-256, with an index in pieces in the folder
/// `index`, or none.
///
/// # Errors
/// Where it cannot be written, and so not be named by what it says.
pub fn edition_of(
    corpus: &str,
    corpus_bytes: usize,
    sha256: &str,
    index: &str,
    verified_articles: &VerifiedArticles,
) -> Result<Edition, SiteError> {
    let unnamed = Edition {
        name: String::new(),
        corpus: corpus.to_owned(),
        corpus_bytes,
        index: index.to_owned(),
        verified_articles: verified_articles.to_attribute(),
        verified_corpus: sha256.to_owned(),
    };
    Ok(Edition { name: hash(written(&unnamed)?.as_bytes()), ..unnamed })
}

/// The manifest that says so.
///
/// # Errors
/// Where it cannot be written.
pub fn written(edition: &Edition) -> Result<String, SiteError> {
    let text = serde_json::to_string(edition).map_err(SiteError::Json)?;
    Ok(format!("{text}\n"))
}
