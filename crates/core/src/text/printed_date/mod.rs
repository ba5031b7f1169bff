//! Printed dates and periods, parsed into EDTF.
//!
//! Supported: days (`06/09/2022`, `ngày 6 tháng 9 năm 2022`, with a time before or after), months (`tháng 9/2022`),
//! quarters (`quý 1/2025`), parts of a year (`6 tháng đầu năm 2022`), years (`năm 2022`), school years and terms (`năm
//! học 2019 - 2020`, `nhiệm kỳ 2023-2028`), and periods between two of them (`từ 1/1 đến 30/6/2022`, `năm 2022 và
//! 2023`). A date without its year is not read, because nothing is guessed. A number without a word such as "năm" is
//! not a year.

mod cursor;
mod date_part;

use std::ops::Range;

use super::phrase::{is_word_char, next_char, prev_char};
use crate::domain::{Edtf, Endpoint};

use cursor::Cursor;
use date_part::{DatePart, date_part, year};

/// A date or period found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedDate {
    /// Range in the line, in bytes.
    pub range: Range<usize>,
    /// The date or period.
    pub value: Edtf,
}

/// Longest distance in bytes from the start of a date to its first digit. "từ sáu tháng cuối năm 2022" needs 30.
const REACH: usize = 36;

/// Returns every date in `line`, from left to right, each as long as possible. `line` must be NFC with single spaces.
/// Linear in the length of the line.
///
/// ```
/// use thidua_core::text::printed_date::dates;
/// assert_eq!(dates("phát động năm học 2019 - 2020")[0].value.to_string(), "2019/2020");
/// assert!(dates("trong 5 năm").is_empty());
/// ```
pub fn dates(line: &str) -> Vec<PrintedDate> {
    let mut found: Vec<PrintedDate> = Vec::new();
    let mut digits =
        line.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()).map(|(pos, _)| pos).peekable();
    for (start, _) in line.char_indices() {
        while digits.next_if(|digit| *digit < start).is_some() {}
        let Some(digit) = digits.peek() else { break };
        let after_last = found.last().is_none_or(|last| start >= last.range.end);
        if digit - start < REACH
            && after_last
            && let Some(date) = parse_at(line, start)
        {
            found.push(date);
        }
    }
    found
}

/// Returns the longest date that starts at byte `start` of `line`.
pub fn parse_at(line: &str, start: usize) -> Option<PrintedDate> {
    let opens = next_char(line, start).is_some_and(|c| c.is_ascii_digit() || date_part::OPENERS.contains(c));
    let cut_off = match prev_char(line, start) {
        Some('.' | ',' | '/' | ':' | '-' | '–' | '−') => {
            next_char(line, start).is_some_and(|c| c.is_ascii_digit())
        }
        Some(c) => is_word_char(c),
        None => false,
    };
    if !opens || cut_off {
        return None;
    }
    let cursor = Cursor { line, pos: start };
    let (value, end) = period(cursor).or_else(|| {
        let (part, end) = date_part(cursor)?;
        let (from, to) = part.bounds()?;
        let value = match part {
            DatePart::Date(_) => Edtf::Date(from),
            DatePart::Interval(..) => Edtf::Interval(Endpoint::Date(from), Endpoint::Date(to)),
        };
        Some((value, end))
    })?;
    Some(PrintedDate { range: start..end.pos, value })
}

/// Parses two dates and the sign or word that joins them.
fn period(cursor: Cursor<'_>) -> Option<(Edtf, Cursor<'_>)> {
    let start = cursor.word("từ").and_then(Cursor::space).unwrap_or(cursor);
    two_parts(start).or_else(|| two_years(start))
}

fn two_parts(cursor: Cursor<'_>) -> Option<(Edtf, Cursor<'_>)> {
    let (first, after) = date_part(cursor)?;
    let (second, end) = date_part(joined(after)?)?;
    Some((interval(first.completed_by(second), second)?, end))
}

/// Parses two years joined by a dash, "đến" or a slash, or two consecutive years joined by "và".
fn two_years(cursor: Cursor<'_>) -> Option<(Edtf, Cursor<'_>)> {
    let (first, after) = year(cursor)?;
    let and = after.space().and_then(|r| r.word("và")).and_then(Cursor::space);
    let next = joined(after).or_else(|| after.sign(&['/'])).or(and)?;
    let (second, end) = year(next)?;
    let follows = first.checked_add(1) == Some(second);
    if and.is_some() && !follows {
        return None;
    }
    Some((interval(DatePart::of_year(first), DatePart::of_year(second))?, end.closed()?))
}

fn interval(first: DatePart, second: DatePart) -> Option<Edtf> {
    let (from, _) = first.bounds()?;
    let (_, to) = second.bounds()?;
    let ascends = from.earliest() < to.latest() && from != to;
    ascends.then_some(Edtf::Interval(Endpoint::Date(from), Endpoint::Date(to)))
}

/// Parses a dash, "đến" or a similar word.
fn joined(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let start = cursor.space().unwrap_or(cursor);
    if let Some(after) = start.sign(&['-', '–', '−']) {
        return Some(after.space().unwrap_or(after));
    }
    ["đến", "tới", "đến hết", "tới hết"].iter().rev().find_map(|word| cursor.space()?.word(word)?.space())
}

#[cfg(test)]
mod tests;
