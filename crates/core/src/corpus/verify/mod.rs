//! Whether every fact stands in its source text, on its line, in these words.
//!
//! Comparison is exact after folding (NFC, white space as one space): nothing fuzzier, because a fuzzy match moves
//! a figure to the sentence of another. Numbers, bound words and units are read from the *line*, not from the
//! recorded phrase, so that a phrase that was cut short is found out. It fails closed: what cannot be checked — a
//! missing text, a number that cannot be read — is an error.

mod article;
mod broken_line;
mod digest;
mod figure;
mod period;
mod report;
mod source;

use std::collections::BTreeMap;

use super::problem::{Problem, sort};
use crate::domain::Corpus;
use article::ArticleCheck;
use source::SourceText;

pub use report::{ArticleAttestation, ArticleReport, Attestation, VerificationReport, VerifiedCounts};
pub use source::SourceTexts;

/// Checks every article of `corpus` against its source text.
pub fn verify(corpus: &Corpus, sources: &SourceTexts) -> VerificationReport {
    let mut problems = Vec::new();
    let mut articles = Vec::new();
    for (a, article) in corpus.articles.iter().enumerate() {
        let path = format!("articles[{a}]");
        let file = format!("{}.txt", article.text.file_stem);
        let (counts, found) = match sources.get(&article.text.file_stem) {
            Ok(text) => ArticleCheck::new(corpus, article, path, file, text).run(),
            Err(reason) => {
                let problem = Problem::error(format!("{path}.text.file_stem"), reason)
                    .hint("nothing of this article is verified without it");
                (VerifiedCounts::default(), vec![problem.at(&file, None)])
            }
        };
        articles.push(ArticleReport {
            id: article.id.to_string(),
            sha256: article.text.sha256.clone(),
            verified: !super::has_errors(&found),
            counts,
        });
        problems.extend(found);
    }
    sort(&mut problems);
    let counts = articles.iter().fold(VerifiedCounts::default(), |sum, article| sum + article.counts);
    VerificationReport { problems, counts, articles }
}

/// The texts of a set of sources, folded once.
type Texts = BTreeMap<String, Result<SourceText, String>>;
