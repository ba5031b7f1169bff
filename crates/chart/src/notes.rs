//! Notes on how to read the marks of a chart: only those that the chart needs.

use thidua_core::domain::{Comparator, Lang};
use thidua_i18n::charts::notes;

use super::panel::MAX_DRAWN_ROWS;
use super::quantity::Quantity;

const LOWER_BOUNDS: [Comparator; 2] = [Comparator::Gt, Comparator::Ge];
const UPPER_BOUNDS: [Comparator; 2] = [Comparator::Lt, Comparator::Le];
const VAGUE: [Comparator; 2] = [Comparator::Approx, Comparator::ApproxBelow];

type Phrase = fn(Lang) -> &'static str;

/// Notes for those comparators that occur in `quantities`.
fn for_comparators(quantities: &[Quantity], notes: &[(&[Comparator], Phrase)], lang: Lang) -> Vec<String> {
    let occurs = |kinds: &[Comparator]| quantities.iter().any(|q| kinds.contains(&q.comparator));
    let needed = notes.iter().filter(|(kinds, _)| occurs(kinds));
    needed.map(|(_, phrase)| phrase(lang).to_owned()).collect()
}

/// Meaning of the ends of bars.
pub(super) fn bounds(quantities: &[Quantity], lang: Lang) -> Vec<String> {
    let all: [(&[Comparator], Phrase); 4] = [
        (&LOWER_BOUNDS, notes::open_arrow),
        (&UPPER_BOUNDS, notes::inward_bracket),
        (&VAGUE, notes::hatched_end),
        (&[Comparator::Range], notes::range_bar),
    ];
    for_comparators(quantities, &all, lang)
}

/// Meaning of the ends of targets: a bound word there sets a floor or a ceiling.
pub(super) fn target_bounds(targets: &[Quantity], lang: Lang) -> Vec<String> {
    let all: [(&[Comparator], Phrase); 2] =
        [(&LOWER_BOUNDS, notes::target_arrow), (&UPPER_BOUNDS, notes::target_bracket)];
    for_comparators(targets, &all, lang)
}

/// Meaning of the signs at dots.
pub(super) fn dot_bounds(quantities: &[Quantity], lang: Lang) -> Vec<String> {
    let all: [(&[Comparator], Phrase); 3] = [
        (&VAGUE, notes::broken_ring),
        (&LOWER_BOUNDS, notes::dot_arrow),
        (&UPPER_BOUNDS, notes::dot_bracket),
    ];
    for_comparators(quantities, &all, lang)
}

/// Note that the picture shows only the first of `rows` rows; `None` if it shows all of them.
pub(super) fn rows_left_out(rows: usize, lang: Lang) -> Option<String> {
    let more = rows.checked_sub(MAX_DRAWN_ROWS).filter(|more| *more > 0)?;
    Some(notes::rows_left_out(MAX_DRAWN_ROWS, more, lang))
}
