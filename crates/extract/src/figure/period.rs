//! Period of a figure: the nearest date before it in its sentence, else after it, else an earlier one of its line.

use std::ops::Range;

use thidua_core::domain::Edtf;
use thidua_core::text::lowercase;
use thidua_core::text::printed_date::PrintedDate;
use thidua_core::text::quantity::Quantity;

use crate::analyzed_line::AnalyzedLine;
use crate::context::Context;
use crate::header::period_in_words;

/// Returns the printed period of a figure, without a date where only words are printed ("5 năm qua").
pub(super) fn period(
    view: &AnalyzedLine<'_>,
    context: &Context,
    quantity: &Quantity,
) -> Option<(Range<usize>, Option<Edtf>)> {
    let sentence = view.sentence(quantity.range.start);
    let of = |date: &PrintedDate| (date.range.clone(), Some(date.value));
    let usable = |date: &&PrintedDate| {
        let words = lowercase(view.get(&date.range));
        // A date in a name is not the period of a figure outside of it. A date in speech is the period of figures in
        // the same speech.
        let in_name = view
            .quote_at(date.range.start)
            .is_some_and(|q| q.closed && q.inner.len() < 200 && !q.inner.contains(&quantity.range.start));
        !words.starts_with("nhiệm k") && !in_name && !view.is_compared(date)
    };
    let within = |date: &&PrintedDate| sentence.contains(&date.range.start);
    let before = |date: &&PrintedDate| date.range.end <= quantity.range.start;
    let dates = || view.dates.iter().filter(usable);
    if let Some(date) = dates().filter(within).rfind(before) {
        return Some(of(date));
    }
    if let Some(range) = period_in_words(view, context, sentence.start..quantity.range.start) {
        return Some((range, None));
    }
    let year_like = |date: &&PrintedDate| date.value.to_string().len() <= 9;
    // After the figure only if there is no other quantity and no new clause in between.
    let next = view.quantities().iter().map(|q| q.range.start).find(|pos| *pos >= quantity.range.end);
    let rest = view.get(&(quantity.range.end..sentence.end));
    let clause = rest.find([',', ';']).map_or(sentence.end, |pos| quantity.range.end + pos);
    let near =
        |date: &&PrintedDate| date.range.start < clause && next.is_none_or(|next| date.range.start < next);
    if let Some(date) = dates().filter(within).filter(|d| !before(d)).filter(near).find(year_like) {
        return Some(of(date));
    }
    // An earlier sentence gives the period only where it begins with its date: "Năm 2023, …".
    let opens = |date: &&PrintedDate| {
        let sentence = view.sentence(date.range.start);
        view.word_from(date.range.start).saturating_sub(view.word_from(sentence.start)) <= 3
    };
    if let Some(date) = dates().filter(before).filter(opens).rfind(year_like) {
        return Some(of(date));
    }
    period_in_words(view, context, 0..sentence.start).map(|range| (range, None))
}
