//! Mutation test: every kind of single change to two corpora whose texts are there, and how many of them are noticed.
//!
//! `cargo test -p thidua-core mutation -- --nocapture` prints the table. Kinds whose change the print decides must be
//! errors; of the others it is counted how many are a doubt. The bundled corpus is skipped, aloud, where its texts are
//! not there.

#![allow(
    clippy::string_slice,
    reason = "places come from searches in the same text; a test that panics has failed"
)]

mod article_kinds;
mod bench;
mod change;
mod corpus_kinds;
mod figure_kinds;

use std::fmt::Write as _;

use bench::{Bench, Mutant, Verdict};

/// What decides whether a change is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// The print, or the rest of the corpus.
    ByPrint,
    /// Words near by, which may mean something else.
    InPart,
    /// Nothing in the text: a person confirms it.
    Not,
}

/// A kind of change, with every mutant of it.
pub struct Kind {
    name: &'static str,
    decided: Decided,
    mutants: fn(&Bench) -> Vec<Mutant>,
}

/// Kinds whose change must be an error.
pub const fn d(name: &'static str, mutants: fn(&Bench) -> Vec<Mutant>) -> Kind {
    Kind { name, decided: Decided::ByPrint, mutants }
}

/// Kinds whose change may be a doubt.
pub const fn p(name: &'static str, mutants: fn(&Bench) -> Vec<Mutant>) -> Kind {
    Kind { name, decided: Decided::InPart, mutants }
}

/// Kinds that only a person can decide.
pub const fn n(name: &'static str, mutants: fn(&Bench) -> Vec<Mutant>) -> Kind {
    Kind { name, decided: Decided::Not, mutants }
}

/// Mutants of one kind: tried, noticed as an error, noticed as a doubt.
#[derive(Debug, Clone, Copy, Default)]
struct Tally([usize; 3]);

/// At least this share of the changes that the print decides is an error, in percent.
const LEAST: usize = 97;

/// Most mutants of one kind and corpus; more are tried evenly. `ALL=1` tries all of them.
const LIMIT: usize = 10;

/// Verdicts of mutants with their numbers, worked out on two threads.
fn verdicts(bench: &Bench, mut mutants: Vec<(usize, Mutant)>) -> Vec<(usize, Verdict)> {
    let second = mutants.split_off(mutants.len() / 2);
    let judge = |mutants: Vec<(usize, Mutant)>| -> Vec<(usize, Verdict)> {
        mutants.into_iter().map(|(i, mutant)| (i, bench.verdict(mutant))).collect()
    };
    std::thread::scope(|scope| {
        let second = scope.spawn(|| judge(second));
        let mut all = judge(mutants);
        all.extend(second.join().unwrap());
        all
    })
}

#[test]
fn mutations_that_the_print_decides_are_errors() {
    let benches: Vec<Bench> = Bench::bundled().into_iter().chain([Bench::second()]).collect();
    if benches.len() < 2 {
        eprintln!("SKIPPED: the bundled corpus, because its texts (../shared/seeds) are not here");
    }
    let only = std::env::var("KIND").ok();
    let mut table = String::new();
    let (mut sum, mut all) = (Tally::default(), Tally::default());
    let kinds = figure_kinds::KINDS.iter().chain(article_kinds::KINDS).chain(corpus_kinds::KINDS);
    let limit = if std::env::var("ALL").is_ok() { usize::MAX } else { LIMIT };
    for kind in kinds.filter(|kind| only.as_ref().is_none_or(|only| kind.name.contains(only.as_str()))) {
        let mut tally = Tally::default();
        for bench in &benches {
            let mut mutants: Vec<(usize, Mutant)> = (kind.mutants)(bench).into_iter().enumerate().collect();
            let step = mutants.len().div_ceil(limit).max(1);
            mutants.retain(|(i, _)| i % step == 0);
            for (i, verdict) in verdicts(bench, mutants) {
                tally.0[0] += 1;
                match verdict {
                    Verdict::Error => tally.0[1] += 1,
                    Verdict::Doubt => tally.0[2] += 1,
                    Verdict::Missed => {}
                }
                if verdict != Verdict::Error && (kind.decided == Decided::ByPrint || only.is_some()) {
                    writeln!(table, "  missed: {} {} {i}: {verdict:?}", bench.name, kind.name).unwrap();
                }
            }
        }
        let [tried, errors, doubts] = tally.0;
        writeln!(table, "{:?} | {} | {tried} | {errors} | {doubts}", kind.decided, kind.name).unwrap();
        for (i, count) in tally.0.into_iter().enumerate() {
            all.0[i] += count;
            if kind.decided == Decided::ByPrint {
                sum.0[i] += count;
            }
        }
    }
    let [tried, errors, doubts] = sum.0;
    eprintln!("decided | kind | tried | errors | doubts\n{table}");
    eprintln!(
        "decided by the print: {tried} tried, {errors} errors, {doubts} doubts; all kinds: {:?}",
        all.0
    );
    for bench in &benches {
        let problems: Vec<String> = bench.problems().iter().map(ToString::to_string).collect();
        assert_eq!(problems, Vec::<String>::new(), "false alarms on the {} corpus", bench.name);
    }
    assert!(errors * 100 >= tried * LEAST, "{errors} of {tried} changes that the print decides are errors");
}
