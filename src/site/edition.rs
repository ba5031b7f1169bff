//! The manifest of a site: the one small file that says which data it has now.

use super::programs::hash;
use crate::pages::{Attested, Edition};

/// The edition of a corpus of so many bytes in the file `corpus`, which has that SHA-256, with an index in pieces in the folder
/// `index`, or none.
pub fn edition_of(
    corpus: &str,
    corpus_bytes: usize,
    sha256: &str,
    index: &str,
    attested: &Attested,
) -> Edition {
    let unnamed = Edition {
        name: String::new(),
        corpus: corpus.to_owned(),
        corpus_bytes,
        index: index.to_owned(),
        attested: attested.attribute(),
        attests: sha256.to_owned(),
    };
    Edition { name: hash(written(&unnamed).as_bytes()), ..unnamed }
}

/// The manifest that says so.
pub fn written(edition: &Edition) -> String {
    // Plain data in plain words: it cannot fail to be written.
    format!("{}\n", serde_json::to_string(edition).unwrap_or_default())
}
