//! Whether a corpus hangs together, without its source texts: ids, references, order, consistency, safe text.
//!
//! Every rule is checked and every problem reported, so that one run is enough to mend a file.

mod articles;
mod figures;
mod file_stems;
mod graph;
mod ids;
mod references;
mod shares;
mod strings;
mod units;

use super::problem::{Problem, quote, sort};
use crate::domain::Corpus;
use crate::parallel::join;

/// The problems that would send a reader astray: ids that are malformed, given twice or lead nowhere. A part of
/// [`validate`], small enough for the page, which is given a corpus that was validated when the site was built.
pub fn validate_links(corpus: &Corpus) -> Vec<Problem> {
    let mut problems = Vec::new();
    ids::check(corpus, &mut problems);
    references::check(corpus, &mut problems);
    problems
}

/// Every problem of a corpus, sorted by place. An empty list, or one without errors, means that it may go into a
/// [`Catalogue`](super::Catalogue).
pub fn validate(corpus: &Corpus) -> Vec<Problem> {
    let texts = || {
        let mut problems = Vec::new();
        strings::check(corpus, &mut problems);
        problems
    };
    let (mut problems, others) = join(texts, || validate_things(corpus));
    problems.extend(others);
    sort(&mut problems);
    problems
}

/// The problems of everything but texts as such.
fn validate_things(corpus: &Corpus) -> Vec<Problem> {
    let mut problems = validate_links(corpus);
    units::check(corpus, &mut problems);
    if let Some(licence) = corpus.licence.as_ref().filter(|l| !articles::is_web_address(&l.url)) {
        problems.push(
            Problem::error("licence.url", "not the address of a web page")
                .expected("http:// or https://, a host, no spaces")
                .found(quote(&licence.url)),
        );
    }
    let names = articles::names(corpus);
    for (a, article) in corpus.articles.iter().enumerate() {
        let path = format!("articles[{a}]");
        articles::check(&names, article, &path, &mut problems);
        for (f, figure) in article.figures.iter().enumerate() {
            figures::check(corpus, figure, format_args!("{path}.figures[{f}]"), &mut problems);
        }
    }
    file_stems::check(corpus, &mut problems);
    shares::check(corpus, &mut problems);
    problems
}
