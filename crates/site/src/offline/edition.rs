//! Edition file (`edition.json`): the small file that names the current data of a site.

use thidua_pages::site_model::{Edition, VerifiedArticles};

use crate::SiteError;
use crate::scripts::wasm_bundles::hash;

/// Returns the edition of a corpus of `corpus_bytes` bytes in the file `corpus`. `index` names its search index, or is
/// empty. The name of the edition is a hash of everything else in it.
///
/// # Errors
/// [`SiteError::Json`].
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
    Ok(Edition { name: hash(to_json(&unnamed)?.as_bytes()), ..unnamed })
}

/// Returns the content of the edition file.
///
/// # Errors
/// [`SiteError::Json`].
pub fn to_json(edition: &Edition) -> Result<String, SiteError> {
    let text = serde_json::to_string(edition).map_err(SiteError::Json)?;
    Ok(format!("{text}\n"))
}
