//! Several printed numbers of one unit in the words of a heading: each once, or the lowest and the highest of many.

use thidua_core::domain::{Comparator, Decimal, Figure, Lang, Unit};
use thidua_core::text::lowercase;
use thidua_i18n::charts::common;
use thidua_i18n::charts::quantities::unit_name;
use thidua_i18n::sentences;

use super::grouping::distinct;
use super::quantity::{Quantity, number_words, quantity_words};

/// Number of numbers that a heading lists.
pub(super) const MAX_LISTED: usize = 4;

/// A figure with the unit in which it counts.
pub(super) type Counted<'a> = (&'a Figure, &'a Unit);

/// Every printed number once, with the unit after the last: `trên 7, 12 và 95 cá nhân`. Without `unit` the numbers alone.
pub(super) fn number_list(counted: &[Counted<'_>], unit: bool, lang: Lang) -> String {
    let mut words = distinct(counted.iter().map(|(figure, of)| number_words(figure, of, lang)));
    if let Some((figure, of)) = counted.iter().rev().find(|_| unit)
        && let Some(at) = words.iter().position(|word| *word == number_words(figure, of, lang))
    {
        words.remove(at);
        words.push(quantity_words(figure, of, lang));
    }
    sentences::list(&words, lang)
}

/// Words that begin a complement, so that the noun of an English phrase stands before them.
const COMPLEMENTS: [&str; 12] =
    ["to", "of", "for", "by", "in", "with", "at", "from", "on", "who", "that", "which"];

/// True if the unit is the noun of `subject`, so that the numbers after it need none: `dự án vay vốn: 15 và 21`. A unit in a
/// complement is not ("người có sáng kiến: 5 sáng kiến").
pub(super) fn names_unit(subject: &str, unit: &Unit, lang: Lang) -> bool {
    let (subject, unit) = (lowercase(subject), lowercase(unit_name(unit, lang)));
    let words = |text: &'_ str| -> Vec<String> {
        text.split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (subject, unit) = (words(&subject), words(&unit));
    let noun = subject.iter().position(|word| COMPLEMENTS.contains(&word.as_str())).unwrap_or(subject.len());
    let ends_in_unit = lang == Lang::En && subject.get(..noun).is_some_and(|phrase| phrase.ends_with(&unit));
    !unit.is_empty() && (subject.starts_with(&unit) || ends_in_unit)
}

/// Number of different numbers.
pub(super) fn distinct_count(counted: &[Counted<'_>], lang: Lang) -> usize {
    distinct(counted.iter().map(|(figure, unit)| number_words(figure, unit, lang))).len()
}

/// ` (3 số liệu)`, to follow a list in which some number stands for more than one of `counted`, so that it is not taken for a
/// single figure; otherwise empty.
pub(super) fn count_suffix(counted: &[Counted<'_>], lang: Lang) -> String {
    if distinct_count(counted, lang) == counted.len() {
        return String::new();
    }
    format!(" ({})", sentences::figures(counted.len(), lang))
}

/// `6 số liệu cấp quận, thấp nhất trên 7 cá nhân, cao nhất 95 cá nhân`; if all numbers are equal, that number. `place` may be
/// empty. Without `unit` the numbers alone.
pub(super) fn extremes(counted: &[Counted<'_>], place: &str, unit: bool, lang: Lang) -> String {
    let number = format!("{} {place}", sentences::figures(counted.len(), lang));
    let number = number.trim_end();
    let words = |counted: Option<&Counted<'_>>| {
        counted.map_or_else(String::new, |(figure, of)| match unit {
            true => quantity_words(figure, of, lang),
            false => number_words(figure, of, lang),
        })
    };
    if distinct_count(counted, lang) < 2 {
        return common::all_equal(number, &words(counted.first()), lang);
    }
    let (least, most) = (counted.iter().min_by_key(|c| size(c)), counted.iter().max_by_key(|c| size(c)));
    common::lowest_and_highest(number, &words(least), &words(most), lang)
}

/// Sort key: the printed number, then its bound; of equal numbers "less than" comes first and "more than" last.
pub(super) fn size((figure, _): &Counted<'_>) -> (Decimal, u8) {
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
