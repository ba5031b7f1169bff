//! Decision whether a printed quantity is a figure.
//!
//! With a known unit it is one, unless it is in a name or an ordinal. Without a unit it must look like a count of
//! something that the vocabulary does not know; ages, hours, codes and addresses do not.

use thidua_core::domain::{Comparator, Decimal, Dimension, Lang};
use thidua_core::text::quantity::{Quantity, UnreadCause, UnreadNumber};
use thidua_core::text::{lowercase, next_char, numerals, prev_char};

use super::LineFigures;
use crate::analyzed_line::AnalyzedLine;
use crate::campaign::LineMention;
use crate::context::Context;
use crate::diagnostic::DiagnosticKind;
use crate::draft::FactReason;
use crate::segmentation::LineRole;

/// Reason why a quantity is not a figure.
pub(super) struct Rejection {
    pub reason: FactReason,
    pub kind: Option<DiagnosticKind>,
}

/// Words that make an ordinal or code of the number after them.
const ALWAYS_NUMBERED: [&str; 10] =
    ["khóa", "khoá", "điều", "khoản", "quyết", "covid", "lầu", "hotline", "top", "đá"];

/// Words that number what follows, even before a noun in small letters: "đợt 2 phong trào", but "mỗi đợt 2 lớp".
const STAGES: [&str; 8] = ["đoạn", "đợt", "quý", "vòng", "kỳ", "lô", "tầng", "lầu"];

/// Words before [`STAGES`] with which they are counted apart from the number.
const EACH: [&str; 7] = ["mỗi", "từng", "một", "các", "mọi", "hai", "ba"];

/// Units of abstract things, of which "một trong 5" names one and counts none.
const ABSTRACT: [&str; 6] = ["content", "round", "goods", "activity", "model", "solution"];

/// Views of a page, printed next to its date.
const PAGE_VIEWS: [&str; 3] = ["lượt xem", "lượt truy cập", "lượt đọc"];

/// Most words of a line with a date and views of the page.
const PAGE_LINE: usize = 14;

/// Returns the rule by which a quantity is a figure, or the reason why it is not.
pub(super) fn rule(
    view: &AnalyzedLine<'_>,
    context: &Context,
    quantity: &Quantity,
    mentions: &[LineMention],
) -> Result<&'static str, Rejection> {
    let start = quantity.range.start;
    let not =
        |rule: &'static str, words: &str| Err(Rejection { reason: FactReason::new(rule, words), kind: None });
    if let Some(not) = name_around(view, start, mentions) {
        return Err(not);
    }
    let number = view.word_from(quantity.number.start);
    let printed = view.words.get(number).map_or("", |word| view.get(&word.range));
    let before = number.checked_sub(1).filter(|_| view.gap(number.saturating_sub(1)) == " ");
    let before_key = before.map_or("", |index| view.key(index));
    let digits = printed.chars().filter(char::is_ascii_digit).count();
    let leads_with_zero = printed.starts_with('0') && digits > 1 && !printed.contains(',');
    if (leads_with_zero && (quantity.unit.is_none() || digits > 2)) || (digits >= 9 && !printed.contains('.'))
    {
        return not("code", printed);
    }
    let ends_in_quote = view.get(&quantity.range).ends_with(['“', '"', '\'', '«', '‘']);
    if quantity.unit.is_some() && !ends_in_quote {
        let before_that = before.and_then(|i| i.checked_sub(1)).map_or("", |i| view.key(i));
        let of_order = ALWAYS_NUMBERED.contains(&before_key) && before_that != "bao";
        // "cụm thi đua số 2", but "tổng số 2.300 đoàn viên".
        let of_number =
            before_key == "số" && !matches!(before_that, "tổng" | "trong" | "của" | "một" | "với");
        if quantity.word.is_none() && (of_order || of_number) && !is_money_or_share(view, quantity) {
            return not("numbered", before_key);
        }
        let stage = STAGES.contains(&before_key) && !EACH.contains(&before_that);
        let numbered = before.is_some()
            && context.vocabulary.numbered.before(view.text(), &view.words, number, 3).is_some();
        let noun = view.word_to(quantity.number.end);
        let names =
            numbered && view.is_capital(noun) && !is_all_capital(view, noun) && !EACH.contains(&before_that);
        if quantity.word.is_none() && (stage || names) && !is_money_or_share(view, quantity) {
            return not("numbered", before_key);
        }
        if is_one_of(view, quantity, number) {
            return not("one-of", printed);
        }
        let views = PAGE_VIEWS.iter().any(|noun| lowercase(view.get(&quantity.range)).ends_with(noun));
        if views && view.words.len() <= PAGE_LINE {
            return not("page-views", printed);
        }
        let counts = context
            .units
            .iter()
            .any(|u| Some(&u.id) == quantity.unit.as_ref() && u.dimension == Dimension::Count);
        if counts && quantity.value.rounded(0) != quantity.value {
            return not("not-whole", printed);
        }
        return Ok("number-and-unit");
    }
    if ends_in_quote {
        let mark = quantity.range.end;
        let is_title =
            mentions.iter().any(|m| m.quoted && m.range.start >= mark && m.range.start <= mark + 4);
        return if is_title { Ok("number-and-title") } else { not("before-a-quote", printed) };
    }
    let last = view.word_to(quantity.range.end);
    let next = view.key(last);
    let gap = view.gap(last.saturating_sub(1));
    let (text, words) = (view.text(), view.words.as_slice());
    let scaled = ["triệu", "tỷ", "tỉ"].iter().any(|scale| view.get(&quantity.range).ends_with(scale));
    if scaled {
        return Ok("number-and-scale");
    }
    if view.role == LineRole::Row {
        return Err(Rejection {
            reason: FactReason::new("table", printed),
            kind: Some(DiagnosticKind::TableNumber),
        });
    }
    if gap == " " && context.vocabulary.measures.longest_at(text, words, last).is_some() {
        return not("measure", next);
    }
    if before.is_some_and(|_| context.vocabulary.numbered.before(text, words, number, 3).is_some()) {
        return not("numbered", before_key);
    }
    if is_one_of(view, quantity, number) {
        return not("one-of", printed);
    }
    if digits == 4 && !printed.contains(['.', ',']) && printed.starts_with(['1', '2']) {
        return not("year", printed);
    }
    if gap != " " || next.is_empty() || context.vocabulary.no_noun.longest_at(text, words, last).is_some() {
        return not("bare", printed);
    }
    if view.is_capital(last) || next.bytes().any(|b| b.is_ascii_digit()) {
        return not("name-or-address", next);
    }
    if before.is_some_and(|index| {
        view.is_capital(index) && !view.sentence(start).contains(&0) || view.is_capital(index) && index > 0
    }) {
        return not("code", before_key);
    }
    Ok("number-and-unknown-word")
}

/// Returns whether a number only says that something is one of so many: "1 trong 5 trụ cột". Of people and their groups so
/// many were recognised, and the number counts them.
fn is_one_of(view: &AnalyzedLine<'_>, quantity: &Quantity, number: usize) -> bool {
    let key = |back: usize| number.checked_sub(back).map_or("", |index| view.key(index));
    let is_one = |word: &str| matches!(word, "một" | "1" | "01");
    let led = (key(1) == "trong" && is_one(key(2)))
        || (matches!(key(1), "số" | "những") && key(2) == "trong" && is_one(key(3)));
    led && quantity.unit.as_ref().is_none_or(|unit| ABSTRACT.contains(&unit.as_str()))
}

/// Returns whether word `index` is printed in capital letters: "CĐCS".
fn is_all_capital(view: &AnalyzedLine<'_>, index: usize) -> bool {
    let word = view.words.get(index).map_or("", |word| view.get(&word.range));
    word.chars().count() > 1 && !word.chars().any(char::is_lowercase)
}

fn is_money_or_share(view: &AnalyzedLine<'_>, quantity: &Quantity) -> bool {
    let words = view.get(&quantity.range);
    ["%", "đồng", "phần trăm", "VNĐ"].iter().any(|end| words.ends_with(end))
}

/// Adds numbers outside quantities and dates with the reasons why they are not figures, and diagnostics for those that
/// seem to count something.
pub(super) fn unread(
    view: &AnalyzedLine<'_>,
    context: &Context,
    mentions: &[LineMention],
    figures: &mut LineFigures,
) {
    for unread in view.reading.unread.iter().filter(|unread| is_doubtful(view, context, mentions, unread)) {
        figures.diagnostics.push((DiagnosticKind::from_cause(unread.cause), unread.range.clone()));
    }
    let text = view.text();
    for numeral in numerals(text, Lang::Vi) {
        let (start, end) = (numeral.range.start, numeral.range.end);
        let quantity = view.quantities().partition_point(|q| q.range.end <= start);
        let in_quantity = view.quantities().get(quantity).is_some_and(|q| q.range.start <= start);
        let date = view.dates.partition_point(|d| d.range.end <= start);
        let in_date = view.dates.get(date).is_some_and(|d| d.range.start <= start);
        if in_quantity || in_date {
            continue;
        }
        let counted = next_char(text, end) == Some(' ') && context.counting.noun_at(text, end).is_some();
        let rule = match (prev_char(text, start), next_char(text, end)) {
            (Some('/'), _) if counted => "ratio",
            (_, Some('/')) | (Some('/'), _) => "date-or-fraction",
            (Some('-' | '–'), _) | (_, Some('-' | '–')) => "code",
            (Some(c), _) | (_, Some(c)) if c.is_alphabetic() => "code",
            _ if numeral.value.is_none() => "malformed",
            _ => "unclear",
        };
        figures.left_out.push((numeral.range.clone(), FactReason::new(rule, view.get(&numeral.range))));
    }
}

/// Returns whether an unread number would be a figure if it could be read.
fn is_doubtful(
    view: &AnalyzedLine<'_>,
    context: &Context,
    mentions: &[LineMention],
    unread: &UnreadNumber,
) -> bool {
    if unread.is_count {
        return name_around(view, unread.number.start, mentions).is_none();
    }
    let is_not_a_figure =
        matches!(unread.cause, UnreadCause::Touched | UnreadCause::RatioOrDate | UnreadCause::Malformed);
    let quantity = Quantity {
        range: unread.range.clone(),
        number: unread.number.clone(),
        comparator: Comparator::Eq,
        word: None,
        value: Decimal::ZERO,
        value_to: None,
        unit: None,
    };
    !is_not_a_figure && rule(view, context, &quantity, mentions).is_ok()
}

/// Returns whether a campaign that is called by its number is not named but counted: "mục tiêu 1 triệu sáng kiến".
fn is_aim(view: &AnalyzedLine<'_>, name: &LineMention, start: usize) -> bool {
    let before = view.word_to(start).checked_sub(1).map_or("", |index| view.key(index));
    !name.quoted
        && name.range.start == start
        && matches!(before, "tiêu" | "có" | "đạt" | "được" | "đủ" | "là")
}

/// Rejection of a number at byte `start` that is part of a name.
fn name_around(view: &AnalyzedLine<'_>, start: usize, mentions: &[LineMention]) -> Option<Rejection> {
    let not = |rule: &'static str, words: &str| {
        Some(Rejection { reason: FactReason::new(rule, words), kind: None })
    };
    let around = mentions.iter().find(|m| m.range.start <= start && start < m.range.end);
    if let Some(name) = around.filter(|name| !is_aim(view, name, start)) {
        return not("in-name", view.get(&name.range));
    }
    let quote = view.quote_at(start).filter(|q| q.closed)?;
    let inner = view.get(&quote.inner);
    let words = view.word_to(quote.inner.end).saturating_sub(view.word_from(quote.inner.start));
    let is_name = words <= 14 && !inner.trim_end().ends_with(['.', '!', '?', ',']) && quote.inner.start > 0;
    is_name.then(|| not("in-quoted-name", inner)).flatten()
}
