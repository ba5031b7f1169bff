//! Rules against repeats: no quantity is held by two figures, and no lines of a text by two articles.

use std::collections::BTreeMap;

use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{Article, Corpus};

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    // Articles of each text.
    let mut by_text: BTreeMap<&str, Vec<&Article>> = BTreeMap::new();
    for (a, article) in corpus.articles.iter().enumerate() {
        let earlier = by_text.entry(article.text.sha256.as_str()).or_default();
        if let Some(other) =
            earlier.iter().find(|other| other.id != article.id && share_lines(other, article))
        {
            let code = ProblemCode::SameTextTwice(other.id.to_string());
            let path = FactPath::article(a).field("text");
            problems.push(Problem::error(path, code).hint("keep one of them"));
        }
        earlier.push(article);
        check_figures(article, a, problems);
    }
}

/// Returns whether a line belongs to both articles.
fn share_lines(one: &Article, other: &Article) -> bool {
    let [first, last] = one.text.lines;
    // A range of lines may be as long as a number allows, so that only one that is no longer than a text is looked at.
    (first..=last).take(100_000).any(|line| one.text.contains(line) && other.text.contains(line))
}

fn check_figures(article: &Article, index: usize, problems: &mut Vec<Problem>) {
    let mut seen: BTreeMap<(u32, String), &str> = BTreeMap::new();
    for (f, figure) in article.figures.iter().enumerate() {
        let words = folded(&figure.as_written);
        if let Some(first) =
            seen.get(&(figure.line, words.clone())).filter(|first| **first != figure.id.as_str())
        {
            let code = ProblemCode::FigureStatedTwice((*first).to_owned());
            let path = FactPath::figure(index, f).field("as_written");
            problems.push(Problem::error(path, code).found(quote(&words)));
        } else {
            seen.entry((figure.line, words)).or_insert(figure.id.as_str());
        }
    }
}
