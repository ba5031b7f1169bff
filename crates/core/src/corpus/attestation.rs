//! Attestation: what was found when the facts of articles were checked against their texts, article by article.
//!
//! An entry names the facts and the text by their hashes, so it holds for exactly these facts, whatever else is in the
//! corpus: adding, correcting or removing one article leaves the marks of the others. The text need not be at hand again.
//! Every program that reads an attestation names the marks that no longer hold ([`AttestationCheck::lost`]).

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::verify::VerifiedCounts;
use crate::collections::{collect_map, collect_set, sort_by_key};
use crate::domain::{Article, ArticleId, Corpus, Unit};
use crate::text::sha256;

/// Version of the form of an attestation that this program writes.
pub const ATTESTATION_VERSION: u32 = 2;

/// Articles whose facts stand in their texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// Always [`ATTESTATION_VERSION`].
    pub schema_version: u32,
    /// One entry for each verified article, in the order of the corpus.
    pub articles: Vec<ArticleAttestation>,
}

/// One article of an [`Attestation`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleAttestation {
    /// The article's id.
    pub id: ArticleId,
    /// Hash of its facts ([`facts_sha256`]).
    pub facts_sha256: String,
    /// SHA-256 of its source text, as the corpus records it.
    pub text_sha256: String,
    /// Numbers of the facts that were checked against the text.
    pub checked: VerifiedCounts,
    /// How many guesses there are, and how many of them a person has confirmed.
    pub guesses: GuessCounts,
}

/// Numbers of guesses in an article ([`crate::domain::GuessedField`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GuessCounts {
    /// All guesses.
    pub all: usize,
    /// Those that a person has confirmed.
    pub confirmed: usize,
}

/// Returns the SHA-256 of the facts of an article, in lower-case hexadecimal: of its JSON, and of names and dimensions of
/// the units that its figures count in. Names of campaigns and organisations are not in it; nouns of units are not, because
/// other articles add to them.
pub fn facts_sha256(corpus: &Corpus, article: &Article) -> String {
    let used = collect_set(article.figures.iter().map(|figure| &figure.unit));
    let mut units: Vec<&Unit> = corpus.units.iter().filter(|unit| used.contains(&unit.id)).collect();
    sort_by_key(&mut units, |unit| unit.id.clone());
    let units: Vec<_> =
        units.into_iter().map(|unit| (&unit.id, &unit.vi, &unit.en, unit.dimension)).collect();
    // These types have no maps with other keys than strings: serialisation cannot fail. An empty text fits no entry.
    sha256(&serde_json::to_vec(&(article, units)).unwrap_or_default())
}

impl ArticleAttestation {
    /// Returns the entry of an article whose every fact is verified.
    pub fn of(corpus: &Corpus, article: &Article) -> ArticleAttestation {
        let [confirmed, all] = article.confirmed_guesses();
        ArticleAttestation {
            id: article.id.clone(),
            facts_sha256: facts_sha256(corpus, article),
            text_sha256: article.text.sha256.clone(),
            checked: VerifiedCounts::of(article),
            guesses: GuessCounts { all, confirmed },
        }
    }
}

impl Attestation {
    /// Returns the attestation of those articles of a corpus for which `is_verified` is true.
    ///
    /// ```
    /// use thidua_core::corpus::{Attestation, load};
    ///
    /// let corpus = load(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/corpus.json")))?;
    /// let attestation = Attestation::of(&corpus, |_| true);
    /// let mut changed = corpus.clone();
    /// changed.articles[0].figures[0].value = 7u32.into();
    /// let check = attestation.check(&changed);
    /// assert_eq!(check.lost.len(), 1);
    /// assert_eq!(check.verified.len(), corpus.articles.len() - 1);
    /// # Ok::<(), thidua_core::corpus::LoadError>(())
    /// ```
    pub fn of(corpus: &Corpus, is_verified: impl Fn(&Article) -> bool) -> Attestation {
        let verified = corpus.articles.iter().filter(|article| is_verified(article));
        Attestation {
            schema_version: ATTESTATION_VERSION,
            articles: verified.map(|article| ArticleAttestation::of(corpus, article)).collect(),
        }
    }

    /// Reads an attestation. `corpus_sha256` is the digest of the corpus document in lower-case hexadecimal: an attestation
    /// of version 1 is of a whole document, and is converted if it is of this one.
    ///
    /// # Errors
    /// If it is no attestation, was cut short, is of a later version, or is of version 1 and of another document.
    pub fn read(bytes: &[u8], corpus: &Corpus, corpus_sha256: &str) -> Result<Attestation, AttestationError> {
        let unreadable = |error: serde_json::Error| AttestationError::Unreadable {
            line: error.line(),
            column: error.column(),
        };
        let Version { schema_version } = serde_json::from_slice(bytes).map_err(unreadable)?;
        match schema_version {
            1 => {
                let old: AttestationOfDocument = serde_json::from_slice(bytes).map_err(unreadable)?;
                let verified = old.articles.into_iter().filter(|article| article.verified);
                let verified: BTreeSet<ArticleId> = verified.map(|article| article.id).collect();
                if old.corpus_sha256.as_deref() != Some(corpus_sha256) {
                    return Err(AttestationError::OtherDocument { marks: verified.len() });
                }
                Ok(Attestation::of(corpus, |article| verified.contains(&article.id)))
            }
            ATTESTATION_VERSION => serde_json::from_slice(bytes).map_err(unreadable),
            later => Err(AttestationError::LaterVersion(later)),
        }
    }

    /// Returns the file that is published: indented JSON with a line end.
    pub fn to_json(&self) -> Vec<u8> {
        // No map with other keys than strings: serialisation cannot fail.
        let mut json = serde_json::to_vec_pretty(self).unwrap_or_default();
        json.push(b'\n');
        json
    }

    /// Compares the entries with the articles of a corpus.
    pub fn check(&self, corpus: &Corpus) -> AttestationCheck {
        let by_id = collect_map(corpus.articles.iter().map(|article| (&article.id, article)));
        let mut check = AttestationCheck::default();
        for entry in &self.articles {
            let reason = match by_id.get(&entry.id).copied() {
                None => LossReason::NoSuchArticle,
                Some(article) if article.text.sha256 != entry.text_sha256 => LossReason::TextChanged,
                Some(article) if facts_sha256(corpus, article) != entry.facts_sha256 => {
                    LossReason::FactsChanged
                }
                Some(_) => {
                    check.verified.insert(entry.id.clone());
                    continue;
                }
            };
            check.lost.push(LostMark { id: entry.id.clone(), reason });
        }
        check
    }
}

/// Result of [`Attestation::check`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AttestationCheck {
    /// Articles whose entry fits.
    pub verified: BTreeSet<ArticleId>,
    /// Entries that do not fit, in the order of the attestation.
    pub lost: Vec<LostMark>,
}

/// An entry of an attestation that does not fit the corpus: the article is shown as not verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostMark {
    /// The id of the article.
    pub id: ArticleId,
    /// Why it does not fit.
    pub reason: LossReason,
}

/// Reason why an entry of an attestation does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LossReason {
    /// A fact, or a unit of its figures, is not the one that was checked.
    #[error("its facts have changed")]
    FactsChanged,
    /// The corpus names another source text.
    #[error("its text has changed")]
    TextChanged,
    /// The corpus has no article of this id.
    #[error("the corpus has no such article")]
    NoSuchArticle,
}

impl fmt::Display for LostMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.reason)
    }
}

/// Reason why a file is no attestation that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttestationError {
    /// Not JSON, not an attestation, or cut short.
    #[error("the attestation cannot be read: line {line}, column {column}")]
    Unreadable {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
    },
    /// Written by a later program.
    #[error("the attestation is of version {0}, which this program does not know")]
    LaterVersion(u32),
    /// An attestation of version 1 is of a whole document, and of another one.
    #[error("the attestation is of another state of the corpus; {}", marks_lost(*.marks))]
    OtherDocument {
        /// Number of verified articles in it: the marks that are lost.
        marks: usize,
    },
}

/// Says how many articles lose their marks.
fn marks_lost(marks: usize) -> String {
    if marks == 1 {
        "1 article loses its mark".to_owned()
    } else {
        format!("{marks} articles lose their marks")
    }
}

impl fmt::Display for AttestationCheck {
    /// Names every lost mark with its reason; nothing where none is lost.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.lost.is_empty() {
            return Ok(());
        }
        f.write_str(&marks_lost(self.lost.len()))?;
        for lost in &self.lost {
            write!(f, "\n  {lost}")?;
        }
        Ok(())
    }
}

#[derive(Deserialize)]
struct Version {
    schema_version: u32,
}

/// An attestation of version 1.
#[derive(Deserialize)]
struct AttestationOfDocument {
    corpus_sha256: Option<String>,
    articles: Vec<ArticleOfDocument>,
}

#[derive(Deserialize)]
struct ArticleOfDocument {
    id: ArticleId,
    verified: bool,
}
