//! Result of verification.

use std::collections::BTreeSet;
use std::ops::{Add, AddAssign};

use serde::{Deserialize, Serialize};

use crate::corpus::attestation::Attestation;
use crate::corpus::problem::{Problem, has_errors};
use crate::domain::{Article, Corpus};

/// Numbers of verified facts by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// The numbers of all facts of an article.
    pub fn of(article: &Article) -> Self {
        Self {
            figures: article.figures.len(),
            mentions: article.mentions.len(),
            phases: article.phases.len(),
            people: article.people.len() + article.byline.len(),
            digests: article.digest.len(),
        }
    }

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
    /// True if the text is not at hand and an earlier attestation of the same facts and text is kept.
    pub kept: bool,
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

    /// Returns the attestation of the verified articles. `corpus` is the one that was verified.
    pub fn attestation(&self, corpus: &Corpus) -> Attestation {
        let verified = self.articles.iter().filter(|report| report.verified);
        let verified: BTreeSet<&str> = verified.map(|report| report.id.as_str()).collect();
        Attestation::of(corpus, |article| verified.contains(article.id.as_str()))
    }
}
