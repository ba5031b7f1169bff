//! Shares: a figure that is part of another, of one unit, within it, and all exact parts together within it.

use std::collections::BTreeMap;

use super::graph::on_circles;
use crate::collections::collect_set;
use crate::corpus::problem::{Problem, quote};
use crate::domain::{Comparator, Corpus, Decimal, Figure};

/// A figure with its places in the document.
struct Placed<'a> {
    article: usize,
    nth: usize,
    figure: &'a Figure,
}

impl Placed<'_> {
    fn path(&self) -> String {
        format!("articles[{}].figures[{}]", self.article, self.nth)
    }

    fn part_of(&self) -> String {
        format!("{}.part_of", self.path())
    }
}

pub(super) fn check(corpus: &Corpus, problems: &mut Vec<Problem>) {
    let wholes =
        collect_set(corpus.articles.iter().flat_map(|a| &a.figures).filter_map(|f| f.part_of.as_deref()));
    let mut placed: BTreeMap<&str, Placed<'_>> = BTreeMap::new();
    for (article, a) in corpus.articles.iter().enumerate() {
        let figures = a.figures.iter().enumerate();
        for (nth, figure) in figures.filter(|(_, f)| f.part_of.is_some() || wholes.contains(f.id.as_str())) {
            placed.entry(figure.id.as_str()).or_insert(Placed { article, nth, figure });
        }
    }
    let edges = placed.iter().filter_map(|(id, p)| Some((*id, p.figure.part_of.as_deref()?))).collect();
    let circles = on_circles(&edges);
    let mut sums: BTreeMap<&str, Option<Decimal>> = BTreeMap::new();
    for (id, part) in &placed {
        let Some(whole_id) = part.figure.part_of.as_deref() else { continue };
        let Some(whole) = placed.get(whole_id) else {
            problems.push(Problem::error(part.part_of(), format!("there is no figure {}", quote(whole_id))));
            continue;
        };
        if circles.contains(id) {
            problems.push(Problem::error(part.part_of(), "the figure is a share of itself"));
            continue;
        }
        if whole.article != part.article {
            let message = "a share and its whole stand in different articles, which are never compared";
            problems.push(Problem::error(part.part_of(), message).found(quote(whole_id)));
        }
        if whole.figure.unit != part.figure.unit {
            problems.push(
                Problem::error(part.part_of(), "a share is counted in the unit of its whole")
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
        let Some(whole) = placed.get(whole_id) else { continue };
        let Some(limit) = upper_limit(whole.figure) else { continue };
        if sum.is_none_or(|sum| sum > limit) {
            let found = sum.map_or("a sum past all digits".to_owned(), |sum| sum.to_string());
            problems.push(
                Problem::error(
                    whole.path(),
                    format!("the shares of {} are more than the whole", quote(whole_id)),
                )
                .expected(format!("at most {limit}"))
                .found(found),
            );
        }
    }
}

/// The most that a whole can be, where its words say so.
fn upper_limit(whole: &Figure) -> Option<Decimal> {
    match whole.comparator {
        Comparator::Eq | Comparator::Lt | Comparator::Le | Comparator::ApproxBelow => Some(whole.value),
        Comparator::Range => whole.value_to,
        Comparator::Gt | Comparator::Ge | Comparator::Approx => None,
    }
}
