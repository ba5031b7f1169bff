//! Head of an article: byline, date, newspaper, and the period that the article reports on.

use std::ops::Range;

use thidua_core::domain::Edtf;
use thidua_core::text::{lowercase, slice};

use super::analyzed_line::AnalyzedLine;
use super::context::Context;
use super::lines::TextLine;
use super::segmentation::LineRole;
use super::vocabulary::Newspaper;

/// Ranges of the authors on a byline, in bytes. Words such as "Bài và ảnh:" are left out.
pub(super) fn authors(line: &TextLine) -> Vec<Range<usize>> {
    let text = line.text.as_str();
    // "Theo Báo …", "Nguồn: …": another newspaper, not an author.
    if ["theo ", "nguồn"].iter().any(|credit| lowercase(text).trim_start().starts_with(credit)) {
        return Vec::new();
    }
    let start = text.find(':').map_or(0, |colon| colon + 1);
    // "Mai Phương (thực hiện)"
    let text = text.get(..text.find(" (").unwrap_or(text.len())).unwrap_or(text);
    let mut found = Vec::new();
    let mut from = start;
    let separators = [" - ", " – ", ", ", "; ", "/", " và ", " & "];
    while from < text.len() {
        let rest = slice(text, from..text.len());
        let next = separators.iter().filter_map(|sign| rest.find(sign).map(|pos| (pos, sign.len()))).min();
        let (length, sign) = next.unwrap_or((rest.len(), 0));
        let name = slice(rest, 0..length);
        let trimmed = name.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        if let Some(offset) = name.find(trimmed).filter(|_| trimmed.chars().any(char::is_alphabetic)) {
            let begin = from + offset;
            found.push(begin..begin + trimmed.len());
        }
        from += length + sign.max(1);
    }
    found
}

/// Range of the author on the line with the date of publication: "Ngọc Trâm | 02/06/2023 10:15".
pub(super) fn author_beside_date(line: &TextLine) -> Option<Range<usize>> {
    let (name, rest) = line.text.split_once(['|', '•', '·'])?;
    let trimmed = name.trim();
    let mut words = trimmed.split(' ');
    let is_name = (2..=4).contains(&words.clone().count())
        && words.all(|word| word.chars().next().is_some_and(char::is_uppercase))
        && trimmed.chars().all(|c| c.is_alphabetic() || c == ' ')
        && rest.contains(|c: char| c.is_ascii_digit());
    // A day of the week is not an author.
    let is_day = ["thứ ", "chủ nhật"].iter().any(|day| lowercase(trimmed).starts_with(day));
    let start = line.text.find(trimmed)?;
    (is_name && !is_day).then_some(start..start + trimmed.len())
}

/// Date of publication on a line: the first date with a day.
pub(super) fn published(view: &AnalyzedLine<'_>) -> Option<(Range<usize>, Edtf)> {
    let date = view.dates.iter().find(|date| date.value.to_string().len() >= 10)?;
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
