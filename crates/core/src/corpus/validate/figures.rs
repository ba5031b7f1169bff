//! Rules about single figures: numbers, the bound word and its comparator, the order of levels.

use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::{Problem, Severity};
use crate::corpus::problem_code::{ProblemCode, ProblemValue, quote};
use crate::domain::{Comparator, Corpus, Decimal, Dimension, Figure, GuessedField, Level};
use crate::text::quantity::comparator_of;

/// Checks figure `index` of article `article`.
pub(super) fn check(
    corpus: &Corpus,
    figure: &Figure,
    [article, index]: [usize; 2],
    problems: &mut Vec<Problem>,
) {
    let path = |field: &'static str| FactPath::figure(article, index).field(field);
    check_bound(figure, path, problems);
    check_numbers(corpus, figure, path, problems);
    if !figure.levels.is_sorted_by(|a, b| a < b) {
        let names = |levels: &[Level]| levels.iter().map(|level| level.slug()).collect::<Vec<_>>().join(", ");
        let mut sorted = figure.levels.clone();
        sorted.sort();
        sorted.dedup();
        problems.push(
            Problem::error(path("levels"), ProblemCode::LevelsOutOfOrder)
                .expected(names(&sorted))
                .found(names(&figure.levels)),
        );
    }
    check_confirmed(&figure.confirmed, &GuessedField::ALL, path("confirmed"), problems);
    if figure.when.is_some() && figure.when_as_written.is_none() {
        problems.push(
            Problem::error(path("when"), ProblemCode::PeriodWithoutWords)
                .hint("fill in when_as_written, or leave when null"),
        );
    }
}

/// Checks the confirmed fields of a fact: each of `allowed`, in order and once.
pub(super) fn check_confirmed(
    confirmed: &[GuessedField],
    allowed: &[GuessedField],
    path: FactPath,
    problems: &mut Vec<Problem>,
) {
    let is_allowed = confirmed.iter().all(|field| allowed.contains(field));
    if is_allowed && confirmed.is_sorted_by(|a, b| a < b) {
        return;
    }
    let names = |fields: &mut dyn Iterator<Item = &GuessedField>| {
        fields.map(|field| field.slug()).collect::<Vec<_>>().join(", ")
    };
    problems.push(
        Problem::error(path, ProblemCode::ConfirmedOutOfOrder)
            .expected(names(&mut allowed.iter().filter(|field| confirmed.contains(field))))
            .found(names(&mut confirmed.iter())),
    );
}

fn check_bound(figure: &Figure, path: impl Fn(&'static str) -> FactPath, problems: &mut Vec<Problem>) {
    match (figure.comparator, figure.word.as_deref().map(folded)) {
        (Comparator::Eq, Some(word)) => problems
            .push(Problem::error(path("word"), ProblemCode::BoundWordOfExactNumber).found(quote(&word))),
        (Comparator::Eq | Comparator::Range, None) => {}
        (Comparator::Range, Some(word)) if comparator_of(&word).is_some() => {}
        (comparator, Some(word)) => {
            let stated = comparator_of(&word);
            if stated != Some(comparator) {
                let found = stated.map_or(ProblemValue::UnknownBoundWord, |stated| stated.slug().into());
                problems.push(
                    Problem::error(path("word"), ProblemCode::BoundWordContradictsComparator(word))
                        .expected(comparator.slug())
                        .found(found),
                );
            }
        }
        (comparator, None) => {
            problems.push(Problem::error(path("word"), ProblemCode::NoBoundWord(comparator)));
        }
    }
    match (figure.comparator, figure.value_to) {
        (Comparator::Range, None) => {
            problems.push(Problem::error(path("value_to"), ProblemCode::RangeWithoutUpperEnd));
        }
        (Comparator::Range, Some(to)) if to < figure.value => problems.push(
            Problem::error(path("value_to"), ProblemCode::RangeReversed)
                .expected(ProblemValue::AtLeast(figure.value))
                .found(to),
        ),
        (Comparator::Range, Some(_)) | (_, None) => {}
        (_, Some(to)) => problems.push(
            Problem::error(path("value_to"), ProblemCode::UpperEndWithoutRange).expected("null").found(to),
        ),
    }
}

fn check_numbers(
    corpus: &Corpus,
    figure: &Figure,
    path: impl Fn(&'static str) -> FactPath,
    problems: &mut Vec<Problem>,
) {
    let dimension = corpus.units.iter().find(|u| u.id == figure.unit).map(|u| u.dimension);
    for (field, value) in [("value", Some(figure.value)), ("value_to", figure.value_to)] {
        let Some(value) = value else { continue };
        if value.is_negative() {
            problems.push(Problem::error(path(field), ProblemCode::NegativeQuantity).found(value));
        }
        if dimension == Some(Dimension::Count) && value.rounded(0) != value {
            problems.push(Problem::error(path(field), ProblemCode::FractionalCount).found(value));
        }
        if dimension == Some(Dimension::Percent) && value > Decimal::HUNDRED {
            problems.push(
                Problem::error(path(field), ProblemCode::PercentAboveHundred)
                    .found(value)
                    .severity(Severity::Warning),
            );
        }
    }
}
