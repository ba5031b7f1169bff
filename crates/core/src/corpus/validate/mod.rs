//! Validation of a corpus without its source texts: ids, references, order, consistency, safe text.
//!
//! Every rule is checked and every problem is reported, so that one run is enough to correct a file.

mod articles;
mod campaigns;
mod figures;
mod file_stems;
mod graph;
mod ids;
mod labels;
mod phases;
mod references;
mod repeats;
mod shares;
mod sources;
mod strings;
mod units;

pub(super) use campaigns::number_beside_name;

use super::fact_path::FactPath;
use super::problem::{Problem, sort_problems};
use super::problem_code::{ProblemCode, ProblemValue, quote};
use crate::domain::Corpus;
use crate::parallel::join;

/// Returns the problems of ids: malformed ids, duplicates, references and redirects to nothing. These would break the pages
/// of a site. It is a part of [`validate`] that is small enough for the page, which loads a corpus that was validated when
/// the site was built.
pub fn validate_links(corpus: &Corpus) -> Vec<Problem> {
    let mut problems = Vec::new();
    ids::check(corpus, &mut problems);
    references::check(corpus, &mut problems);
    problems
}

/// Returns whether an address is http or https, has a host, and holds no character that HTML or XML would have to escape.
pub fn is_web_address(url: &str) -> bool {
    articles::is_web_address(url)
}

/// Returns every problem of a corpus, sorted by path. A corpus without errors may go into a
/// [`Catalogue`](super::Catalogue).
pub fn validate(corpus: &Corpus) -> Vec<Problem> {
    let check_strings = || {
        let mut problems = Vec::new();
        strings::check(corpus, &mut problems);
        problems
    };
    let (mut problems, others) = join(check_strings, || validate_facts(corpus));
    problems.extend(others);
    sort_problems(&mut problems);
    problems
}

/// Every rule but those about strings in general.
pub(super) fn validate_facts(corpus: &Corpus) -> Vec<Problem> {
    let mut problems = validate_links(corpus);
    units::check(corpus, &mut problems);
    if let Some(licence) = corpus.licence.as_ref().filter(|l| !articles::is_web_address(&l.url)) {
        problems.push(
            Problem::error(FactPath::document().field("licence").field("url"), ProblemCode::NotAWebAddress)
                .expected(ProblemValue::WebAddressForm)
                .found(quote(&licence.url)),
        );
    }
    let names = articles::campaign_names(corpus);
    let units = labels::UnitNames::new(&corpus.units);
    for (a, article) in corpus.articles.iter().enumerate() {
        articles::check(&names, article, a, &mut problems);
        phases::check(&names, article, a, &mut problems);
        for (f, figure) in article.figures.iter().enumerate() {
            figures::check(corpus, figure, [a, f], &mut problems);
            labels::check(&units, figure, FactPath::figure(a, f), &mut problems);
        }
    }
    campaigns::check(corpus, &mut problems);
    sources::check(corpus, &mut problems);
    repeats::check(corpus, &mut problems);
    file_stems::check(corpus, &mut problems);
    shares::check(corpus, &mut problems);
    problems
}
