//! Names of source texts: each can be the name of a file on every system, and no two differ in case alone.

use std::collections::BTreeMap;

use crate::corpus::problem::{Problem, quote};
use crate::domain::{Corpus, FileStemFault, MAX_FILE_STEM_BYTES, file_stem_fault};
use crate::text::{lowercase, nfc};

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let mut seen: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (a, article) in corpus.articles.iter().enumerate() {
        let path = || format!("articles[{a}].text.file_stem");
        let stem = article.text.file_stem.as_str();
        problems.extend(file_stem_fault(stem).map(|fault| fault_problem(fault, stem, path())));
        // Several articles may stand in one text, under one name in whatever Unicode form.
        let composed = nfc(stem).into_owned();
        let (first, other) = seen.entry(lowercase(&composed)).or_insert_with(|| (a, composed.clone()));
        if *other != composed {
            let message =
                "the name of another source text differs in case only: many disks take both for one file";
            problems.push(
                Problem::error(path(), message)
                    .found(quote(stem))
                    .hint(format!("the other stands at articles[{first}].text.file_stem")),
            );
        }
    }
}

fn fault_problem(fault: FileStemFault, stem: &str, path: String) -> Problem {
    match fault {
        FileStemFault::NotPlain => Problem::error(path, "not the plain name of a file")
            .expected("a name without folders and without .txt, and none of / \\ : * ? \" < > |")
            .found(quote(stem)),
        FileStemFault::Ends => {
            Problem::error(path, "the name of a file has no space at its ends and no point behind it")
                .found(quote(stem))
        }
        FileStemFault::Reserved => {
            Problem::error(path, "Windows reserves this name: no file can have it there").found(quote(stem))
        }
        FileStemFault::TooLong => Problem::error(path, "the name is too long for a file")
            .expected(format!("at most {MAX_FILE_STEM_BYTES} bytes"))
            .found(format!("{} bytes", stem.len())),
    }
}
