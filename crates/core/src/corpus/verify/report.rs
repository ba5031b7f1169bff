//! What verification found, and the attestation that is published with the site.

use std::ops::{Add, AddAssign};

use serde::{Deserialize, Serialize};

use crate::corpus::problem::{Problem, has_errors};
use crate::domain::SCHEMA_VERSION;

/// How many facts of each kind stand in their source texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct VerifiedCounts {
    /// Quantities.
    pub figures: usize,
    /// Names of campaigns.
    pub mentions: usize,
    /// Dated stretches.
    pub phases: usize,
    /// Persons, authors included.
    pub people: usize,
    /// Paragraphs of digests all of whose numbers stand on their line.
    pub digests: usize,
}

impl VerifiedCounts {
    /// All kinds together.
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

/// What verification found of one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArticleReport {
    /// The article's id.
    pub id: String,
    /// The recorded SHA-256 of its source text.
    pub sha256: String,
    /// Whether every fact of it stands in that text.
    pub verified: bool,
    /// The facts that do.
    #[serde(flatten)]
    pub counts: VerifiedCounts,
}

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerificationReport {
    /// Every problem, sorted by place.
    pub problems: Vec<Problem>,
    /// Verified facts of all articles.
    pub counts: VerifiedCounts,
    /// Article by article, in the order of the corpus.
    pub articles: Vec<ArticleReport>,
}

impl VerificationReport {
    /// Whether nothing is wrong.
    pub fn is_verified(&self) -> bool {
        !has_errors(&self.problems) && self.articles.iter().all(|a| a.verified)
    }

    /// The attestation of this report. `corpus_sha256` is of the bytes of the published document, where there is
    /// one.
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

/// Published with a site: which texts its facts were found in, and how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// The version of the corpus format.
    pub schema_version: u32,
    /// SHA-256 of the corpus document; nothing where it was merged from a folder.
    pub corpus_sha256: Option<String>,
    /// Article by article, in the order of the corpus.
    pub articles: Vec<ArticleAttestation>,
}

/// One article of an [`Attestation`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleAttestation {
    /// The article's id.
    pub id: String,
    /// SHA-256 of the source text.
    pub sha256: String,
    /// Figures that stand in it.
    pub figures: usize,
    /// Mentions that stand in it.
    pub mentions: usize,
    /// Phases that stand in it.
    pub phases: usize,
    /// Persons that stand in it, authors included.
    pub people: usize,
    /// Whether every fact does.
    pub verified: bool,
}
