//! Rules about names of source texts: each can be the name of a file on every system, and no two differ only in case.

use std::collections::BTreeMap;

use crate::corpus::fact_path::FactPath;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, ProblemValue, quote};
use crate::domain::{Corpus, FileStemFault, file_stem_fault};
use crate::text::{lowercase, nfc};

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let path = |article: usize| FactPath::article(article).field("text").field("file_stem");
    let mut seen: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (a, article) in corpus.articles.iter().enumerate() {
        let stem = article.text.file_stem.as_str();
        problems.extend(file_stem_fault(stem).map(|fault| fault_problem(fault, stem, path(a))));
        // Several articles may be in one text, under one name in any Unicode normal form.
        let composed = nfc(stem).into_owned();
        let (first, other) = seen.entry(lowercase(&composed)).or_insert_with(|| (a, composed.clone()));
        if *other != composed {
            problems.push(
                Problem::error(path(a), ProblemCode::FileStemsDifferInCase)
                    .found(quote(stem))
                    .hint(format!("the other stands at {}", path(*first))),
            );
        }
    }
}

fn fault_problem(fault: FileStemFault, stem: &str, path: FactPath) -> Problem {
    let problem = Problem::error(path, ProblemCode::FileStem(fault));
    match fault {
        FileStemFault::NotPlain => problem.expected(ProblemValue::FileNameForm).found(quote(stem)),
        FileStemFault::Ends | FileStemFault::Reserved => problem.found(quote(stem)),
        FileStemFault::TooLong => {
            problem.expected(ProblemValue::AtMostBytes).found(ProblemValue::Bytes(stem.len()))
        }
    }
}
