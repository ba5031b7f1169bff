//! Single dates, of which printed periods are made.

use super::cursor::Cursor;
use crate::domain::Date;

/// Words after which a number of four digits is a year.
const YEAR_WORDS: [&str; 8] =
    ["năm học", "năm", "nhiệm kỳ", "nhiệm kì", "giai đoạn", "niên khóa", "niên khoá", "khóa"];

/// Letters with which a printed date can begin, in both cases. Most words of a line begin with another letter and are
/// skipped.
pub(super) const OPENERS: &str = "tTnNqQgGkKbBsScC";

/// Numbers of months in words.
const MONTH_COUNTS: [(&str, u8); 3] = [("ba", 3), ("sáu", 6), ("chín", 9)];

/// Printed numbers of quarters.
const QUARTERS: [(&str, u8); 8] =
    [("1", 1), ("2", 2), ("3", 3), ("4", 4), ("i", 1), ("ii", 2), ("iii", 3), ("iv", 4)];

/// One printed date. Its year may be printed with the date that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DatePart {
    /// A year, month, day or minute.
    Date(DateFields),
    /// A part of a year, from month to month.
    Interval(Date, Date),
}

/// Printed fields of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct DateFields {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    time: Option<(u8, u8)>,
}

type ParsedPart<'a, T> = Option<(T, Cursor<'a>)>;

impl DatePart {
    pub fn of_year(year: u16) -> Self {
        DatePart::Date(DateFields { year: Some(year), ..DateFields::default() })
    }

    /// First and last date of the part. `None` where its year is not printed or the day does not exist.
    pub fn bounds(self) -> Option<(Date, Date)> {
        let date = match self {
            DatePart::Interval(from, to) => return Some((from, to)),
            DatePart::Date(DateFields { year, month, day, time }) => match (month, day) {
                (None, None) => Date::from_year(year?)?,
                (Some(month), None) => Date::from_month(year?, month)?,
                (Some(month), Some(day)) => {
                    let day = Date::from_day(year?, month, day)?;
                    time.map_or(Some(day), |(hour, minute)| day.with_time(hour, minute))?
                }
                (None, Some(_)) => return None,
            },
        };
        Some((date, date))
    }

    /// Returns the part with the month and year that are printed only in `later`.
    pub fn completed_by(self, later: DatePart) -> Self {
        match (self, later) {
            (DatePart::Date(first), DatePart::Date(later)) => {
                let month = first.month.or_else(|| first.day.and(later.month));
                DatePart::Date(DateFields { year: first.year.or(later.year), month, ..first })
            }
            _ => self,
        }
    }
}

/// Parses a date of any kind. It does not end inside a word or number.
pub(super) fn date_part(cursor: Cursor<'_>) -> ParsedPart<'_, DatePart> {
    let date = |(parts, end)| (DatePart::Date(parts), end);
    let named_year =
        |cursor| year_words(cursor).and_then(four_digits).map(|(y, end)| (DatePart::of_year(y), end));
    let (part, end) = time_then_day(cursor)
        .map(date)
        .or_else(|| day(cursor).map(date))
        .or_else(|| part_of_year(cursor))
        .or_else(|| quarter(cursor))
        .or_else(|| month(cursor).map(date))
        .or_else(|| named_year(cursor))?;
    match part {
        // A period may go on directly after the dash.
        DatePart::Date(_) if end.sign(&['-', '–']).is_some() => Some((part, end)),
        _ => Some((part, end.closed()?)),
    }
}

/// Parses a year of four digits, with or without a word before it.
pub(super) fn year(cursor: Cursor<'_>) -> ParsedPart<'_, u16> {
    four_digits(year_words(cursor).unwrap_or(cursor))
}

fn year_words(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    YEAR_WORDS.iter().find_map(|words| cursor.word(words)?.space())
}

fn four_digits(cursor: Cursor<'_>) -> ParsedPart<'_, u16> {
    cursor.number(4, 4).filter(|(year, _)| (1800..2200).contains(year))
}

/// Parses `22:25`, `22h25`, `22:25:08` or `10:25 PM`. Seconds are not kept.
fn time(cursor: Cursor<'_>) -> ParsedPart<'_, (u8, u8)> {
    let (hour, after) = cursor.small()?;
    let (minute, end) = after.sign(&[':', 'h', 'g'])?.number(2, 2)?;
    let minute = u8::try_from(minute).ok()?;
    let seconds = end.sign(&[':']).and_then(|seconds| seconds.number(2, 2));
    let end = seconds.filter(|(seconds, _)| *seconds < 60).map_or(end, |(_, end)| end);
    let end = end.sign(&['\'', '’']).unwrap_or(end);
    Some(half_of_day(end).map_or(((hour, minute), end), |(half, end)| ((half.hour(hour), minute), end)))
}

/// Half of a day, which is printed after an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HalfOfDay {
    Morning,
    Afternoon,
}

impl HalfOfDay {
    /// Hour from 0 to 23. An hour after 12 is kept: "15:46 PM" is printed too.
    fn hour(self, hour: u8) -> u8 {
        match (self, hour) {
            (HalfOfDay::Morning, 12) => 0,
            (HalfOfDay::Afternoon, 1..=11) => hour + 12,
            _ => hour,
        }
    }
}

/// Parses `AM`, `PM`, `SA` (sáng) or `CH` (chiều). In small letters they could be other words.
fn half_of_day(cursor: Cursor<'_>) -> ParsedPart<'_, HalfOfDay> {
    let start = cursor.space().unwrap_or(cursor);
    let halves = [
        ("AM", HalfOfDay::Morning),
        ("SA", HalfOfDay::Morning),
        ("PM", HalfOfDay::Afternoon),
        ("CH", HalfOfDay::Afternoon),
    ];
    halves.into_iter().find_map(|(word, half)| {
        let is_upper = start.line.get(start.pos..)?.starts_with(word);
        let end = start.word(&word.to_ascii_lowercase()).filter(|_| is_upper)?;
        Some((half, end))
    })
}

/// Parses `22:25 | 06/09/2022`, `22h25 ngày 6/9/2022` or `22:25 thứ ba ngày 6/9/2022`.
fn time_then_day(cursor: Cursor<'_>) -> ParsedPart<'_, DateFields> {
    let (time, after) = time(cursor)?;
    let next = between_time_and_day(after)?;
    let next = weekday(next).and_then(between_time_and_day).unwrap_or(next);
    let (parts, end) = whole_day(next.word("ngày").and_then(Cursor::space).unwrap_or(next))?;
    Some((DateFields { time: Some(time), ..parts }, end))
}

/// Parses the name of a day of the week: "thứ ba", "Thứ 3", "chủ nhật".
fn weekday(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let names = ["hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy", "2", "3", "4", "5", "6", "7"];
    let numbered = || {
        let start = cursor.word("thứ")?.space()?;
        names.iter().find_map(|name| start.word(name))
    };
    cursor.word("chủ nhật").or_else(numbered)
}

fn between_time_and_day(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let comma = cursor.sign(&[',', ';']).unwrap_or(cursor);
    let sign =
        || cursor.space().and_then(|r| r.sign(&['|', '-', '–', '•', '·', '/'])).and_then(Cursor::space);
    sign().or_else(|| comma.space())
}

/// Parses a day with its year, and a time after it if there is one; or a day whose year is printed later. The misprint
/// "tháng 1/1/2022" is a day.
fn day(cursor: Cursor<'_>) -> ParsedPart<'_, DateFields> {
    let named = cursor.word("ngày").and_then(Cursor::space);
    let start = named.or_else(|| cursor.word("tháng")?.space()).unwrap_or(cursor);
    if let Some((parts, end)) = whole_day(start) {
        let later = between_time_and_day(end).and_then(|next| {
            let next = next.word("vào").and_then(Cursor::space).unwrap_or(next);
            time(next.word("lúc").and_then(Cursor::space).unwrap_or(next))
        });
        return Some(
            later.map_or((parts, end), |(time, end)| (DateFields { time: Some(time), ..parts }, end)),
        );
    }
    let (day, after) = named.unwrap_or(cursor).small()?;
    let parts = DateFields { day: Some(day), ..DateFields::default() };
    let in_month = after.sign(&['/']).or_else(|| after.spaced("tháng")).and_then(Cursor::small);
    match in_month {
        Some((month, end)) => Some((DateFields { month: Some(month), ..parts }, end)),
        None => named.map(|_| (parts, after)),
    }
}

/// Parses `06/09/2022`, `6-9-2022`, `6.9.2022`, `6 tháng 9 năm 2022`, `6 tháng 9, 2022` or `2022-09-06`.
fn whole_day(cursor: Cursor<'_>) -> ParsedPart<'_, DateFields> {
    if let Some((year, month)) =
        four_digits(cursor).and_then(|(year, after)| Some((year, after.sign(&['-'])?)))
    {
        let (month, after) = month.number(2, 2)?;
        let (day, end) = after.sign(&['-'])?.number(2, 2)?;
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        return Some((DateFields { year: Some(year), month: Some(month), day: Some(day), time: None }, end));
    }
    let (day, after) = cursor.small()?;
    let with_sign = |sign: char| {
        let (month, after) = after.sign(&[sign])?.small()?;
        Some((month, four_digits(after.sign(&[sign])?)?))
    };
    let in_words = || {
        let (month, after) = after.spaced("tháng")?.small()?;
        let year =
            after.spaced("năm").or_else(|| after.sign(&['/'])).or_else(|| after.sign(&[','])?.space())?;
        Some((month, four_digits(year)?))
    };
    let (month, (year, end)) = ['/', '-', '.'].into_iter().find_map(with_sign).or_else(in_words)?;
    Some((DateFields { year: Some(year), month: Some(month), day: Some(day), time: None }, end))
}

/// Parses `tháng 9/2022`, `tháng 9 năm 2022`, or `tháng 9` whose year is printed later.
fn month(cursor: Cursor<'_>) -> ParsedPart<'_, DateFields> {
    let (month, after) = cursor.word("tháng")?.space()?.small()?;
    let year = after.sign(&['/', '-']).or_else(|| after.spaced("năm")).and_then(four_digits);
    let end = year.map_or(after, |(_, end)| end);
    Some((DateFields { year: year.map(|(y, _)| y), month: Some(month), ..DateFields::default() }, end))
}

/// Parses `quý 1/2025` or `quý II năm 2025`.
fn quarter(cursor: Cursor<'_>) -> ParsedPart<'_, DatePart> {
    let start = cursor.word("quý")?.space()?;
    QUARTERS.iter().find_map(|(name, quarter)| {
        let after = start.word(name)?;
        let (year, end) = after.sign(&['/']).or_else(|| after.spaced("năm")).and_then(four_digits)?;
        Some((span(year, quarter * 3 - 2, quarter * 3)?, end))
    })
}

/// Parses `6 tháng đầu năm 2022` or `sáu tháng cuối năm 2022`.
fn part_of_year(cursor: Cursor<'_>) -> ParsedPart<'_, DatePart> {
    let spelled = || MONTH_COUNTS.iter().find_map(|(word, count)| Some((*count, cursor.word(word)?)));
    let (months, after) = cursor.small().or_else(spelled)?;
    if !(1..=11).contains(&months) {
        return None;
    }
    let (half, first, last) = match after.spaced("tháng đầu") {
        Some(half) => (half, 1, months),
        None => (after.spaced("tháng cuối")?, 13 - months, 12),
    };
    let (year, end) = four_digits(half.word("năm")?.space()?)?;
    Some((span(year, first, last)?, end))
}

fn span(year: u16, first: u8, last: u8) -> Option<DatePart> {
    Some(DatePart::Interval(Date::from_month(year, first)?, Date::from_month(year, last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters_of_all_date_words_are_listed() {
        let months = MONTH_COUNTS.iter().map(|(word, _)| word);
        for word in YEAR_WORDS.iter().chain(months).chain(&["từ", "tháng", "ngày", "quý"]) {
            let first = word.chars().next().unwrap();
            assert!(OPENERS.contains(first) && OPENERS.contains(first.to_ascii_uppercase()), "{word}");
        }
    }
}
