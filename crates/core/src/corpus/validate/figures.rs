//! Figures, each by itself: numbers that can be, bound words that say what the comparator says, levels in order.

use std::fmt::Arguments;

use crate::corpus::folded;
use crate::corpus::problem::{Problem, Severity, quote};
use crate::domain::{Comparator, Corpus, Decimal, Dimension, Figure};
use crate::text::quantity::comparator_of;

pub(super) fn check(corpus: &Corpus, figure: &Figure, path: Arguments<'_>, problems: &mut Vec<Problem>) {
    bound(figure, path, problems);
    numbers(corpus, figure, path, problems);
    if !figure.levels.is_sorted_by(|a, b| a < b) {
        let names = |levels: &[crate::domain::Level]| {
            levels.iter().map(|level| level.slug()).collect::<Vec<_>>().join(", ")
        };
        let mut sorted = figure.levels.clone();
        sorted.sort();
        sorted.dedup();
        problems.push(
            Problem::error(format!("{path}.levels"), "levels stand in legal order, each once")
                .expected(names(&sorted))
                .found(names(&figure.levels)),
        );
    }
    if figure.when.is_some() && figure.when_as_written.is_none() {
        problems.push(
            Problem::error(format!("{path}.when"), "a period without its printed words")
                .hint("fill in when_as_written, or leave when null"),
        );
    }
}

fn bound(figure: &Figure, path: Arguments<'_>, problems: &mut Vec<Problem>) {
    let word_path = || format!("{path}.word");
    match (figure.comparator, figure.word.as_deref().map(folded)) {
        (Comparator::Eq, Some(word)) => {
            problems
                .push(Problem::error(word_path(), "an exact number has no bound word").found(quote(&word)));
        }
        (Comparator::Eq | Comparator::Range, None) => {}
        (Comparator::Range, Some(word)) if comparator_of(&word).is_some() => {}
        (comparator, Some(word)) => {
            let stated = comparator_of(&word);
            if stated != Some(comparator) {
                let found = stated.map_or("no bound word that is known", Comparator::slug);
                problems.push(
                    Problem::error(
                        word_path(),
                        format!("the word {} does not state the comparator", quote(&word)),
                    )
                    .expected(comparator.slug())
                    .found(found),
                );
            }
        }
        (comparator, None) => {
            let message = format!("the comparator {} needs its printed bound word", comparator.slug());
            problems.push(Problem::error(word_path(), message));
        }
    }
    let to_path = || format!("{path}.value_to");
    match (figure.comparator, figure.value_to) {
        (Comparator::Range, None) => problems.push(Problem::error(to_path(), "a range needs its upper end")),
        (Comparator::Range, Some(to)) if to < figure.value => problems.push(
            Problem::error(to_path(), "a range ends below its start")
                .expected(format!("at least {}", figure.value))
                .found(to),
        ),
        (Comparator::Range, Some(_)) | (_, None) => {}
        (_, Some(to)) => {
            problems
                .push(Problem::error(to_path(), "only a range has an upper end").expected("null").found(to));
        }
    }
}

fn numbers(corpus: &Corpus, figure: &Figure, path: Arguments<'_>, problems: &mut Vec<Problem>) {
    let dimension = corpus.units.iter().find(|u| u.id == figure.unit).map(|u| u.dimension);
    for (field, value) in [("value", Some(figure.value)), ("value_to", figure.value_to)] {
        let Some(value) = value else { continue };
        let path = || format!("{path}.{field}");
        if value.is_negative() {
            problems.push(Problem::error(path(), "a printed quantity is not negative").found(value));
        }
        if dimension == Some(Dimension::Count) && value.rounded(0) != value {
            problems.push(Problem::error(path(), "a count of whole things is a whole number").found(value));
        }
        if dimension == Some(Dimension::Percent) && value > Decimal::HUNDRED {
            problems.push(
                Problem::error(path(), "more than the whole, in percent")
                    .found(value)
                    .severity(Severity::Warning),
            );
        }
    }
}
