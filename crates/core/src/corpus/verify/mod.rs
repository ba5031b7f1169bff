//! Verification: every fact is printed in its source text, on its line, in the recorded words.
//!
//! Comparison is exact after folding (NFC, white space as one space). Nothing fuzzier is used, because a fuzzy match would
//! move a figure to another sentence. Numbers, bound words and units are read from the *line*, not from the recorded phrase,
//! so that a phrase that was cut short is detected. What cannot be checked is an error: a missing text, a number that cannot
//! be read.

mod article;
mod broken_line;
mod completeness;
mod context;
mod digest;
mod figure;
mod head;
mod label;
mod period;
mod person;
mod phase;
mod report;
mod source;

use std::collections::BTreeSet;

use super::fact_path::FactPath;
use super::problem::{Problem, has_errors, sort_problems};
use super::problem_code::ProblemCode;
use crate::domain::{ArticleId, Corpus};

use article::ArticleCheck;
use context::CorpusContext;

pub use report::{ArticleReport, VerificationReport, VerifiedCounts};
pub use source::SourceTexts;

/// Checks every article of `corpus` against its source text.
pub fn verify(corpus: &Corpus, sources: &SourceTexts) -> VerificationReport {
    verify_with_marks(corpus, sources, &BTreeSet::new())
}

/// Checks every article of `corpus` against its source text. An article whose text is missing counts as verified if it is
/// one of `marked`: those whose entry in an earlier attestation fits ([`AttestationCheck::verified`]).
///
/// [`AttestationCheck::verified`]: super::AttestationCheck::verified
pub fn verify_with_marks(
    corpus: &Corpus,
    sources: &SourceTexts,
    marked: &BTreeSet<ArticleId>,
) -> VerificationReport {
    let mut problems = Vec::new();
    let mut articles = Vec::new();
    let context = CorpusContext::new(corpus);
    for (a, article) in corpus.articles.iter().enumerate() {
        let path = FactPath::article(a);
        let file = format!("{}.txt", article.text.file_stem);
        let mut kept = false;
        let (counts, found) = match sources.get(&article.text.file_stem) {
            Err(ProblemCode::SourceTextMissing) if marked.contains(&article.id) => {
                kept = true;
                (VerifiedCounts::of(article), Vec::new())
            }
            Ok(text) => ArticleCheck::new(&context, article, path, file, text).run(),
            Err(code) => {
                let problem = Problem::error(path.field("text").field("file_stem"), code)
                    .hint("nothing of this article is verified without it");
                (VerifiedCounts::default(), vec![problem.in_file(&file, None)])
            }
        };
        articles.push(ArticleReport {
            id: article.id.to_string(),
            sha256: article.text.sha256.clone(),
            verified: !has_errors(&found),
            kept,
            counts,
        });
        problems.extend(found);
    }
    sort_problems(&mut problems);
    let counts = articles.iter().fold(VerifiedCounts::default(), |sum, article| sum + article.counts);
    VerificationReport { problems, counts, articles }
}

/// Returns warnings of what the texts print and the corpus does not hold: numbers with a unit that are no fact and are not
/// left out on purpose, quoted campaigns without a mention, paragraphs without a digest. Articles whose text is missing are
/// passed over.
pub fn completeness(corpus: &Corpus, sources: &SourceTexts) -> Vec<Problem> {
    let context = CorpusContext::new(corpus);
    let mut problems = Vec::new();
    for (a, article) in corpus.articles.iter().enumerate() {
        let file = format!("{}.txt", article.text.file_stem);
        if let Ok(text) = sources.get(&article.text.file_stem) {
            let check = ArticleCheck::new(&context, article, FactPath::article(a), file, text);
            problems.extend(check.missing_facts());
        }
    }
    sort_problems(&mut problems);
    problems
}
