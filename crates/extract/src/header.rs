//! Head of an article: date, newspaper, and the period that the article reports on.

use std::ops::Range;

use thidua_core::domain::Edtf;
use thidua_core::text::lowercase;
use thidua_core::text::printed_date::{PrintedDate, dates};

use super::analyzed_line::AnalyzedLine;
use super::context::Context;
use super::lines::TextLine;
use super::segmentation::LineRole;
use super::vocabulary::Newspaper;

/// Date of publication on a line: the first date with a day and a time, else the first with a day.
pub(super) fn published(line: &TextLine) -> Option<(Range<usize>, Edtf)> {
    let dates = dates(&line.text);
    let length = |date: &&PrintedDate| date.value.to_string().len();
    let timed = dates.iter().find(|date| length(date) == "2022-09-06T22:25".len());
    let date = timed.or_else(|| dates.iter().find(|date| length(date) >= "2022-09-06".len()))?;
    Some((date.range.clone(), date.value))
}

/// Period that the article reports on: the year in its first paragraphs, else a period in words.
pub(super) fn covers(view: &AnalyzedLine<'_>, context: &Context) -> Option<(Range<usize>, Option<Edtf>)> {
    if !matches!(view.role, LineRole::Paragraph | LineRole::Boxed) {
        return None;
    }
    let year = view.dates.iter().find(|date| {
        let words = lowercase(view.get(&date.range));
        let until = words.starts_with("nhiệm k")
            || view.text().get(..date.range.start).is_some_and(|t| lowercase(t).trim_end().ends_with("đến"));
        !until && !view.is_compared(date) && date.value.to_string().len() <= 9
    });
    if let Some(year) = year {
        return Some((year.range.clone(), Some(year.value)));
    }
    period_in_words(view, context, 0..view.text().len()).map(|range| (range, None))
}

/// Range of a period in words, without a date, within `bytes`: "5 năm qua", "năm học vừa qua".
pub(super) fn period_in_words(
    view: &AnalyzedLine<'_>,
    context: &Context,
    bytes: Range<usize>,
) -> Option<Range<usize>> {
    let (text, words) = (view.text(), view.words.as_slice());
    for pos in view.word_from(bytes.start)..view.word_to(bytes.end) {
        let in_date =
            view.words.get(pos).is_some_and(|w| view.dates.iter().any(|d| d.range.contains(&w.range.start)));
        let number = view.key(pos).bytes().all(|b| b.is_ascii_digit()) && view.key(pos).len() <= 2;
        let from = if number { pos + 1 } else { pos };
        let Some(hit) = context.vocabulary.period_phrases.longest_at(text, words, from).filter(|_| !in_date)
        else {
            continue;
        };
        // "năm" alone needs its number; "sáu tháng đầu năm" is enough.
        let spans_words = hit.to - hit.from >= 2;
        let sensible = if number { view.gap(pos) == " " } else { spans_words && view.key(from) != "tháng" };
        let dated = view
            .dates
            .iter()
            .any(|d| view.words.get(hit.to - 1).is_some_and(|w| d.range.contains(&w.range.start)));
        if sensible && !dated {
            return Some(view.word_range(pos, hit.to));
        }
    }
    None
}

/// Newspaper that a line names: by its initials before the lead, or by its host in a notice.
pub(super) fn newspaper<'a>(line: &TextLine, context: &'a Context) -> Option<(Range<usize>, &'a Newspaper)> {
    let text = line.text.as_str();
    context.vocabulary.newspapers.iter().find_map(|paper| {
        let mark = format!("({})", paper.initials);
        if text.starts_with(&mark) {
            return Some((1..1 + paper.initials.len(), paper));
        }
        let notice =
            text.contains('©') || lowercase(text).contains("ghi rõ nguồn") || text.starts_with("Nguồn");
        let pos = text.find(&paper.site).filter(|_| notice)?;
        Some((pos..pos + paper.site.len(), paper))
    })
}
