//! Which data a site has: the one thing that every program asks for by a name that stays.

use serde::{Deserialize, Serialize};

/// The file in the root of a site that holds its [`Edition`]. Caches must ask for it anew each time.
pub const MANIFEST: &str = "edition.json";

/// The data of a site as they are now. Pages name none of these files, so that a page stays as it is while what it
/// shows does not change; everything that is named here is named by its contents.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edition {
    /// Names these very data: another after any change of what follows.
    #[serde(rename = "edition")]
    pub name: String,
    /// The corpus below the base; `corpus.json` where it is empty.
    pub corpus: String,
    /// Its bytes, unpacked: who cannot hold so many need not fetch it. 0 where nobody says.
    #[serde(default)]
    pub corpus_bytes: usize,
    /// The folder of the index below the base, where it comes in pieces; empty where the corpus is loaded whole.
    pub index: String,
    /// Which articles were verified, as [`super::Attested::attribute`] writes it.
    pub attested: String,
}

impl Edition {
    /// Reads what a manifest says.
    ///
    /// # Errors
    /// In words, naming the file, where it is none.
    pub fn read(manifest: &str) -> Result<Edition, String> {
        serde_json::from_slice(manifest.as_bytes()).map_err(|error| format!("{MANIFEST}: {error}"))
    }

    /// The name of the corpus below the base.
    pub fn corpus_file(&self) -> &str {
        if self.corpus.is_empty() { "corpus.json" } else { &self.corpus }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_manifest_is_named() {
        assert!(Edition::read("<!doctype html>").unwrap_err().starts_with("edition.json: "));
        let written = serde_json::to_string(&Edition { name: "x".to_owned(), ..Edition::default() }).unwrap();
        assert_eq!(Edition::read(&written).unwrap().corpus_file(), "corpus.json");
    }
}
