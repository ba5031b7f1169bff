//! Result of verification, and the attestation that is published with the site.

use std::ops::{Add, AddAssign};

use serde::{Deserialize, Serialize};

use crate::corpus::problem::{Problem, has_errors};
use crate::domain::SCHEMA_VERSION;

/// Numbers of verified facts by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct VerifiedCounts {
    /// Quantities.
    pub figures: usize,
    /// Names of campaigns.
    pub mentions: usize,
    /// Dated phases of campaigns.
    pub phases: usize,
    /// People, authors included.
    pub people: usize,
    /// Paragraphs of digests whose numbers are all on their line.
    pub digests: usize,
}

impl VerifiedCounts {
    /// The sum over all kinds.
    pub fn total(self) -> usize {
        self.figures + self.mentions + self.phases + self.people + self.digests
    }
}

impl Add for VerifiedCounts {
    type Output = VerifiedCounts;

    fn add(mut self, other: VerifiedCounts) -> VerifiedCounts {
        self += other;
        self
    }
}

impl AddAssign for VerifiedCounts {
    fn add_assign(&mut self, other: VerifiedCounts) {
        self.figures += other.figures;
        self.mentions += other.mentions;
        self.phases += other.phases;
        self.people += other.people;
        self.digests += other.digests;
    }
}

/// Result of verification for one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArticleReport {
    /// The article's id.
    pub id: String,
    /// The recorded SHA-256 of its source text.
    pub sha256: String,
    /// True if every fact of the article is in that text.
    pub verified: bool,
    /// Numbers of the facts that are.
    #[serde(flatten)]
    pub counts: VerifiedCounts,
}

/// Result of verification for a corpus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerificationReport {
    /// Every problem, sorted by path.
    pub problems: Vec<Problem>,
    /// Numbers of verified facts of all articles.
    pub counts: VerifiedCounts,
    /// One report for each article, in the order of the corpus.
    pub articles: Vec<ArticleReport>,
}

impl VerificationReport {
    /// Returns whether there is no error.
    pub fn is_verified(&self) -> bool {
        !has_errors(&self.problems) && self.articles.iter().all(|a| a.verified)
    }

    /// Returns the attestation of this report. `corpus_sha256` is the digest of the published document; `None` where the
    /// corpus was merged from a folder.
    pub fn attestation(&self, corpus_sha256: Option<String>) -> Attestation {
        let attest = |article: &ArticleReport| ArticleAttestation {
            id: article.id.clone(),
            sha256: article.sha256.clone(),
            figures: article.counts.figures,
            mentions: article.counts.mentions,
            phases: article.counts.phases,
            people: article.counts.people,
            verified: article.verified,
        };
        Attestation {
            schema_version: SCHEMA_VERSION,
            corpus_sha256,
            articles: self.articles.iter().map(attest).collect(),
        }
    }
}

/// Published with a site: the source texts in which its facts were found, and the numbers of facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// The version of the corpus format.
    pub schema_version: u32,
    /// SHA-256 of the corpus document; `None` where it was merged from a folder.
    pub corpus_sha256: Option<String>,
    /// One entry for each article, in the order of the corpus.
    pub articles: Vec<ArticleAttestation>,
}

/// One article of an [`Attestation`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleAttestation {
    /// The article's id.
    pub id: String,
    /// SHA-256 of the source text.
    pub sha256: String,
    /// Number of verified figures.
    pub figures: usize,
    /// Number of verified mentions.
    pub mentions: usize,
    /// Number of verified phases.
    pub phases: usize,
    /// Number of verified people, authors included.
    pub people: usize,
    /// True if every fact is verified.
    pub verified: bool,
}
