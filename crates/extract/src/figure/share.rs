//! Shares: "trong đó" makes a figure a share of the one before it, if both have the same unit.

use thidua_core::domain::{Comparator, Decimal};
use thidua_core::text::quantity::Quantity;

use super::LineFigure;
use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;

/// Returns whether words such as "trong đó" are between a quantity and the previous one, in one sentence.
pub(super) fn is_share(
    view: &AnalyzedLine<'_>,
    context: &Context,
    quantity: &Quantity,
    index: usize,
) -> bool {
    let sentence = view.sentence(quantity.range.start);
    let previous = index.checked_sub(1).and_then(|i| view.quantities().get(i));
    let from = previous.map_or(sentence.start, |q| q.range.end).max(sentence.start);
    let (from, to) = (view.word_from(from), view.word_to(quantity.range.start));
    context.vocabulary.shares.first(view.text(), &view.words, from, to).is_some()
}

/// Returns for each figure of a line the index of the figure of which it is a share. Figures that follow a share in its
/// sentence and have the same unit are shares of the same whole, as long as the shares do not exceed it.
pub(crate) fn shares(view: &AnalyzedLine<'_>, figures: &[LineFigure]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = Vec::with_capacity(figures.len());
    let mut open: Option<(usize, Decimal)> = None;
    for (index, figure) in figures.iter().enumerate() {
        let sentence = view.sentence(figure.quantity.range.start);
        if figure.is_share {
            let mut before = figures.iter().enumerate().take(index).rev();
            open = before
                .find(|(_, whole)| {
                    whole.quantity.unit == figure.quantity.unit
                        && whole.quantity.range.start >= sentence.start
                })
                .map(|(whole, _)| (whole, Decimal::ZERO));
        }
        let part = open.and_then(|(whole, sum)| {
            let of = figures.get(whole)?;
            let sum = sum.checked_add(figure.quantity.value)?;
            let exact = |f: &LineFigure| matches!(f.quantity.comparator, Comparator::Eq);
            let fits = of.quantity.unit == figure.quantity.unit
                && of.quantity.unit.is_some()
                && of.quantity.range.start >= sentence.start
                && sum <= of.quantity.value
                && (exact(of) || exact(figure));
            fits.then_some((whole, sum))
        });
        // "412/530 công đoàn cơ sở": the whole follows.
        let of_next = figures.get(index + 1).filter(|next| {
            let between = figure.quantity.range.end..next.quantity.range.start;
            view.text().get(between) == Some("/")
        });
        if of_next.is_some() {
            found.push(Some(index + 1));
            continue;
        }
        open = part.or(open.filter(|(whole, _)| {
            figures.get(*whole).is_some_and(|f| f.quantity.range.start >= sentence.start)
        }));
        found.push(part.map(|(whole, _)| whole));
    }
    found
}
