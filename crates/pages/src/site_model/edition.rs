//! Which data a site has: the one thing that every program asks for by a name that stays.

use serde::{Deserialize, Serialize};

/// The file in the root of a site that holds its [`Edition`]. Caches must ask for it anew each time.
pub const EDITION_FILE: &str = "edition.json";

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
    /// Which articles were verified, as [`super::VerifiedArticles::to_attribute`] writes it.
    #[serde(rename = "attested")]
    pub verified_articles: String,
    /// SHA-256 of the corpus of which that is said, in lower-case hexadecimal. Empty in manifests that do not say: then it is
    /// said of no corpus.
    #[serde(default, rename = "attests")]
    pub verified_corpus: String,
}

impl Edition {
    /// Reads what a manifest says.
    ///
    /// # Errors
    /// In words for the console, naming the file, where it is none, or names a corpus outside the site's root.
    pub fn read(manifest: &str) -> Result<Edition, String> {
        let read = serde_json::from_slice::<Edition>(manifest.as_bytes());
        let edition = read.map_err(|error| format!("{EDITION_FILE}: {error}"))?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        match edition.corpus.chars().all(is_plain) {
            true => Ok(edition),
            false => Err(format!("{EDITION_FILE}: not the name of a corpus: {}", edition.corpus)),
        }
    }

    /// Whether a corpus with that SHA-256 is the one that is named: the name of its file ends with the first digits. A file
    /// whose name says nothing of its contents is any corpus.
    pub fn names(&self, sha256: &str) -> bool {
        self.digits().is_none_or(|digits| sha256.starts_with(digits))
    }

    /// Keeps what is said of verified articles only where it is said of the corpus with that SHA-256.
    pub fn keep_verified_only(&mut self, sha256: &str) {
        if self.verified_corpus != sha256 {
            self.verified_articles.clear();
        }
    }

    fn digits(&self) -> Option<&str> {
        self.corpus.strip_prefix("corpus-")?.strip_suffix(".json")
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
    fn a_corpus_that_does_not_fit_its_name_is_another() {
        let sha256 = "6fdacb43bbc72fa1d0";
        let edition = |corpus: &str| Edition {
            corpus: corpus.to_owned(),
            verified_articles: "all".to_owned(),
            verified_corpus: sha256.to_owned(),
            ..Edition::default()
        };
        assert!(edition("corpus-6fdacb43bbc72fa1.json").names(sha256));
        assert!(!edition("corpus-6fdacb43bbc72fa2.json").names(sha256));
        assert!(edition("corpus.json").names(sha256));
        for (other, verified_articles) in [(sha256, "all"), ("6fdacb43bbc72fa1d1", ""), ("", "")] {
            let mut edition = edition("corpus.json");
            edition.keep_verified_only(other);
            assert_eq!(edition.verified_articles, verified_articles, "{other}");
        }
    }

    #[test]
    fn a_manifest_names_a_corpus_in_the_root_of_the_site() {
        for corpus in
            ["../../etc/passwd", "https://evil.example/x.json", "//127.0.0.1:1/x.json", "a/b.json", "a?b"]
        {
            let edition = Edition { corpus: corpus.to_owned(), ..Edition::default() };
            assert!(Edition::read(&serde_json::to_string(&edition).unwrap()).is_err(), "{corpus}");
        }
    }

    #[test]
    fn what_is_no_manifest_is_named() {
        assert!(Edition::read("<!doctype html>").unwrap_err().starts_with("edition.json: "));
        let written = serde_json::to_string(&Edition { name: "x".to_owned(), ..Edition::default() }).unwrap();
        assert_eq!(Edition::read(&written).unwrap().corpus_file(), "corpus.json");
    }
}
