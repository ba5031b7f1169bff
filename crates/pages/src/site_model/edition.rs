//! The edition of a site: the names of its current data files.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// File in the root of a site that holds its [`Edition`]. Its name is fixed, so caches must revalidate it each time.
pub const EDITION_FILE: &str = "edition.json";

/// Names of the current data files of a site. Pages name none of these files, so that a page stays unchanged while its content
/// does. All files named here are named by the hash of their content.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edition {
    /// Name of the edition, which changes with any of the fields below.
    #[serde(rename = "edition")]
    pub name: String,
    /// Path of the corpus below the base path; empty for `corpus.json`.
    pub corpus: String,
    /// Size of the corpus in bytes, uncompressed: a client that cannot hold so many need not fetch it. 0 if unknown.
    #[serde(default)]
    pub corpus_bytes: usize,
    /// Name of the search index, from which the names of its files follow; empty in a site in one file, which has none.
    pub index: String,
    /// The verified articles, in the format of [`super::VerifiedArticles::to_attribute`].
    #[serde(rename = "attested")]
    pub verified_articles: String,
    /// SHA-256 of the corpus to which `verified_articles` applies, in lower-case hexadecimal. If it is empty, no article counts
    /// as verified.
    #[serde(default, rename = "attests")]
    pub verified_corpus: String,
}

/// Error of [`Edition::parse`].
#[derive(Debug, Error)]
pub enum EditionError {
    /// The text is not JSON of this form.
    #[error("{EDITION_FILE}: {0}")]
    Json(#[from] serde_json::Error),
    /// The named corpus is not a file in the root of the site.
    #[error("{EDITION_FILE}: not the name of a corpus: {0}")]
    CorpusName(String),
}

impl Edition {
    /// Parses the text of `edition.json`.
    ///
    /// # Errors
    /// [`EditionError`] if it is not JSON of this form, or names a corpus outside the root of the site.
    pub fn parse(text: &str) -> Result<Edition, EditionError> {
        let edition = serde_json::from_slice::<Edition>(text.as_bytes())?;
        match edition.names_file_in_root() {
            true => Ok(edition),
            false => Err(EditionError::CorpusName(edition.corpus)),
        }
    }

    /// Creates an edition from the fields of the object in `edition.json`, for programs without a JSON reader. `field` returns
    /// a text by its name. The size of the corpus is left out. `None` if a field is missing, or the named corpus is not a
    /// file in the root of the site.
    pub fn from_fields(field: impl Fn(&str) -> Option<String>) -> Option<Edition> {
        let edition = Edition {
            name: field("edition")?,
            corpus: field("corpus")?,
            corpus_bytes: 0,
            index: field("index")?,
            verified_articles: field("attested")?,
            verified_corpus: field("attests").unwrap_or_default(),
        };
        edition.names_file_in_root().then_some(edition)
    }

    fn names_file_in_root(&self) -> bool {
        self.corpus.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'))
    }

    /// True if a corpus with that SHA-256 is the one that is named: its file name ends with the first digits. A file name
    /// without a hash fits any corpus.
    pub fn is_corpus(&self, sha256: &str) -> bool {
        self.hash_prefix().is_none_or(|prefix| sha256.starts_with(prefix))
    }

    /// Clears the verified articles unless they apply to the corpus with that SHA-256.
    pub fn keep_verified_only(&mut self, sha256: &str) {
        if self.verified_corpus != sha256 {
            self.verified_articles.clear();
        }
    }

    fn hash_prefix(&self) -> Option<&str> {
        self.corpus.strip_prefix("corpus-")?.strip_suffix(".json")
    }

    /// Path of the corpus below the base path.
    pub fn corpus_file(&self) -> &str {
        if self.corpus.is_empty() { "corpus.json" } else { &self.corpus }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edition_matches_only_the_corpus_of_its_hash() {
        let sha256 = "6fdacb43bbc72fa1d0";
        let edition = |corpus: &str| Edition {
            corpus: corpus.to_owned(),
            verified_articles: "all".to_owned(),
            verified_corpus: sha256.to_owned(),
            ..Edition::default()
        };
        assert!(edition("corpus-6fdacb43bbc72fa1.json").is_corpus(sha256));
        assert!(!edition("corpus-6fdacb43bbc72fa2.json").is_corpus(sha256));
        assert!(edition("corpus.json").is_corpus(sha256));
        for (other, verified_articles) in [(sha256, "all"), ("6fdacb43bbc72fa1d1", ""), ("", "")] {
            let mut edition = edition("corpus.json");
            edition.keep_verified_only(other);
            assert_eq!(edition.verified_articles, verified_articles, "{other}");
        }
    }

    #[test]
    fn edition_rejects_a_corpus_outside_the_site_root() {
        for corpus in
            ["../../etc/passwd", "https://evil.example/x.json", "//127.0.0.1:1/x.json", "a/b.json", "a?b"]
        {
            let edition = Edition { corpus: corpus.to_owned(), ..Edition::default() };
            assert!(Edition::parse(&serde_json::to_string(&edition).unwrap()).is_err(), "{corpus}");
        }
    }

    #[test]
    fn fields_of_the_json_object_make_the_same_edition_as_its_text() {
        let text = r#"{"edition": "e", "corpus": "corpus-1.json", "corpus_bytes": 7, "index": "i", "attested": "a b",
            "attests": "6f"}"#;
        let object: serde_json::Value = serde_json::from_str(text).unwrap();
        let field = |name: &str| Some(object.get(name)?.as_str()?.to_owned());
        let parsed = Edition::parse(text).unwrap();
        assert_eq!(Edition::from_fields(field), Some(Edition { corpus_bytes: 0, ..parsed }));
        for absent in ["edition", "corpus", "index", "attested"] {
            assert_eq!(Edition::from_fields(|name| field(name).filter(|_| name != absent)), None, "{absent}");
        }
        let outside =
            |name: &str| field(name).map(|text| if name == "corpus" { "../x".to_owned() } else { text });
        assert_eq!(Edition::from_fields(outside), None);
    }

    #[test]
    fn edition_error_names_the_file() {
        assert!(Edition::parse("<!doctype html>").unwrap_err().to_string().starts_with("edition.json: "));
        let written = serde_json::to_string(&Edition { name: "x".to_owned(), ..Edition::default() }).unwrap();
        assert_eq!(Edition::parse(&written).unwrap().corpus_file(), "corpus.json");
    }
}
