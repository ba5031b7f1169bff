//! Several printed numbers of one unit in the words of a heading: each said once, lowest and highest of many.

use super::names::{figures, list, pick};
use super::quantity::{Quantity, number_words, quantity_words};
use thidua_core::domain::{Comparator, Decimal, Figure, Lang, Unit};

/// Up to so many numbers are listed.
pub(super) const SPELLED_OUT: usize = 4;

/// A figure with the unit in which it counts.
pub(super) type Counted<'a> = (&'a Figure, &'a Unit);

/// Items each once, in the order in which they first appear.
pub(super) fn distinct<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

/// Every printed number once, the unit behind the last: `trên 7, 12 và 95 cá nhân`. Without `unit` the numbers alone.
pub(super) fn numbers(counted: &[Counted<'_>], unit: bool, lang: Lang) -> String {
    let mut words = distinct(counted.iter().map(|(figure, of)| number_words(figure, of, lang)));
    if let Some((figure, of)) = counted.iter().rev().find(|_| unit)
        && let Some(at) = words.iter().position(|word| *word == number_words(figure, of, lang))
    {
        words.remove(at);
        words.push(quantity_words(figure, of, lang));
    }
    list(&words, lang)
}

/// How many numbers a list of them has.
pub(super) fn different(counted: &[Counted<'_>], lang: Lang) -> usize {
    distinct(counted.iter().map(|(figure, unit)| number_words(figure, unit, lang))).len()
}

/// ` (3 số liệu)` behind a list in which some number stands for more than one of `counted`, so that it is not taken for
/// a single figure; else nothing.
pub(super) fn how_many(counted: &[Counted<'_>], lang: Lang) -> String {
    if different(counted, lang) == counted.len() {
        return String::new();
    }
    format!(" ({})", figures(counted.len(), lang))
}

/// `6 số liệu, thấp nhất trên 7 cá nhân, cao nhất 95 cá nhân`; where all say the same, that.
pub(super) fn extremes(counted: &[Counted<'_>], lang: Lang) -> String {
    let number = figures(counted.len(), lang);
    let words = |counted: Option<&Counted<'_>>| {
        counted.map_or_else(String::new, |(figure, unit)| quantity_words(figure, unit, lang))
    };
    if different(counted, lang) < 2 {
        let each = pick(lang, "đều", "each");
        return format!("{number}, {each} {}", words(counted.first()));
    }
    let (least, most) = (counted.iter().min_by_key(|c| size(c)), counted.iter().max_by_key(|c| size(c)));
    let (least, most) = (words(least), words(most));
    match lang {
        Lang::Vi => format!("{number}, thấp nhất {least}, cao nhất {most}"),
        Lang::En => format!("{number}, lowest {least}, highest {most}"),
    }
}

/// By the printed number; of equal numbers "less than" comes first and "more than" last, as what they bound does.
fn size((figure, _): &Counted<'_>) -> (Decimal, u8) {
    let quantity = Quantity::of(figure);
    let rank = match quantity.comparator {
        Comparator::Lt => 0,
        Comparator::ApproxBelow => 1,
        Comparator::Le => 2,
        Comparator::Approx => 3,
        Comparator::Eq => 4,
        Comparator::Ge => 5,
        Comparator::Gt => 6,
        Comparator::Range => 7,
    };
    (quantity.greatest(), rank)
}
