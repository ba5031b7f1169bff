//! Rules about shares: a figure that is part of another has its unit, is not above it, and all exact shares together are
//! not above it.

use std::collections::BTreeMap;

use super::graph::ids_on_cycles;
use crate::collections::collect_set;
use crate::corpus::fact_path::FactPath;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{IdKind, ProblemCode, ProblemValue, quote};
use crate::domain::{Comparator, Corpus, Decimal, Figure};

/// A figure with its indexes in the document.
struct IndexedFigure<'a> {
    article: usize,
    index: usize,
    figure: &'a Figure,
}

impl IndexedFigure<'_> {
    fn path(&self) -> FactPath {
        FactPath::figure(self.article, self.index)
    }

    fn part_of_path(&self) -> FactPath {
        self.path().field("part_of")
    }
}

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let all_figures = corpus.articles.iter().flat_map(|a| &a.figures);
    let wholes = collect_set(all_figures.filter_map(|f| f.part_of.as_deref()));
    let mut by_id: BTreeMap<&str, IndexedFigure<'_>> = BTreeMap::new();
    for (article, a) in corpus.articles.iter().enumerate() {
        let figures = a.figures.iter().enumerate();
        for (index, figure) in figures.filter(|(_, f)| f.part_of.is_some() || wholes.contains(f.id.as_str()))
        {
            by_id.entry(figure.id.as_str()).or_insert(IndexedFigure { article, index, figure });
        }
    }
    let edges = by_id.iter().filter_map(|(id, part)| Some((*id, part.figure.part_of.as_deref()?))).collect();
    let on_cycles = ids_on_cycles(&edges);
    // Sum of the exact shares of each whole; `None` for one of more than 28 digits.
    let mut sums: BTreeMap<&str, Option<Decimal>> = BTreeMap::new();
    for (id, part) in &by_id {
        let Some(whole_id) = part.figure.part_of.as_deref() else { continue };
        let Some(whole) = by_id.get(whole_id) else {
            let code = ProblemCode::UnknownReference { kind: IdKind::Figure, id: whole_id.to_owned() };
            problems.push(Problem::error(part.part_of_path(), code));
            continue;
        };
        if on_cycles.contains(id) {
            problems.push(Problem::error(part.part_of_path(), ProblemCode::ShareOfItself));
            continue;
        }
        if whole.article != part.article {
            problems.push(
                Problem::error(part.part_of_path(), ProblemCode::ShareAcrossArticles).found(quote(whole_id)),
            );
        }
        if whole.figure.unit != part.figure.unit {
            problems.push(
                Problem::error(part.part_of_path(), ProblemCode::ShareUnitDiffers)
                    .expected(&whole.figure.unit)
                    .found(&part.figure.unit),
            );
            continue;
        }
        if part.figure.comparator == Comparator::Eq {
            let sum = sums.entry(whole_id).or_insert(Some(Decimal::ZERO));
            *sum = sum.and_then(|sum| sum.checked_add(part.figure.value));
        }
    }
    for (whole_id, sum) in sums {
        let Some(whole) = by_id.get(whole_id) else { continue };
        let Some(limit) = upper_limit(whole.figure) else { continue };
        if sum.is_none_or(|sum| sum > limit) {
            problems.push(
                Problem::error(whole.path(), ProblemCode::SharesExceedWhole(whole_id.to_owned()))
                    .expected(ProblemValue::AtMost(limit))
                    .found(sum.map_or(ProblemValue::SumOverflow, ProblemValue::from)),
            );
        }
    }
}

/// The highest value that a whole can have. `None` where its words state no upper limit.
fn upper_limit(whole: &Figure) -> Option<Decimal> {
    match whole.comparator {
        Comparator::Eq | Comparator::Lt | Comparator::Le | Comparator::ApproxBelow => Some(whole.value),
        Comparator::Range => whole.value_to,
        Comparator::Gt | Comparator::Ge | Comparator::Approx => None,
    }
}
