//! Rules about sources: the words with which a newspaper asks to be named have its name, and no other site than its own.

use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::Corpus;
use crate::text::lowercase;

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    for (s, source) in corpus.sources.iter().enumerate() {
        let attribution = lowercase(&folded(&source.attribution.vi));
        let path = |field: &'static str| FactPath::item("sources", s).field(field);
        if !attribution.contains(&lowercase(&folded(&source.name))) {
            problems.push(
                Problem::error(path("name"), ProblemCode::NotInAttribution)
                    .expected(quote(&source.attribution.vi))
                    .found(quote(&source.name)),
            );
        }
        let named = attribution.split(|c: char| !is_host_char(c)).find(|word| is_host(word));
        let (Some(named), Some(site)) = (named, &source.site) else { continue };
        if named.trim_start_matches("www.") != lowercase(site).trim_start_matches("www.") {
            problems.push(
                Problem::error(path("site"), ProblemCode::NotInAttribution)
                    .expected(quote(named))
                    .found(quote(site)),
            );
        }
    }
}

fn is_host_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
}

/// Returns whether a word is the name of a host: parts joined by full stops, the last of letters.
fn is_host(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    parts.len() > 1
        && parts.iter().all(|part| !part.is_empty())
        && parts.last().is_some_and(|last| last.len() > 1 && last.bytes().all(|b| b.is_ascii_lowercase()))
}
