//! Dates and intervals in EDTF level 1 (ISO 8601-2:2019), as far as printed dates need it.
//!
//! Supported: `2022`, `2022-09`, `2022-09-06`, `2022-09-06T22:25`, seasons (`2021-21` … `2021-24`), unspecified digits
//! (`202X`, `2022-XX`), qualifiers (`?`, `~`, `%`), intervals (`2019/2020`), and intervals with an open (`2019/..`) or
//! unknown end (`/2020`). Years have four digits. Days are checked against the calendar: there is no 30 February.

use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize, io};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

use super::binary_text;

/// Precision of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A year, or a year with unspecified digits.
    Year,
    /// A month or season.
    Month,
    /// A day.
    Day,
    /// A minute of a day.
    Minute,
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// A date.
    Date(Date),
    /// `..`: the interval has no end.
    Open,
    /// Empty: the end is not known.
    Unknown,
}

/// A date of any [`Precision`]. The fields hold what is written; nothing is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year as four characters, `X` for an unspecified digit.
    year: [u8; 4],
    /// 1–12, a season 21–24, or 0 for `XX`.
    month: Option<u8>,
    /// 1–31, or 0 for `XX`.
    day: Option<u8>,
    /// Hour and minute.
    time: Option<(u8, u8)>,
    /// `?`, `~` or `%`.
    qualifier: Option<char>,
}

/// A date or an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date.
    Date(Date),
    /// From one date to another, both included.
    Interval(Endpoint, Endpoint),
}

/// Error for text that is not a date in EDTF level 1.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{text:?} is not an EDTF date (examples: 2022, 2022-09-06T22:25, 2022-01-01/2022-06-30, 2019/2020)")]
pub struct EdtfError {
    text: String,
}

impl Date {
    /// The date of a year. `None` above 9999.
    pub fn from_year(year: u16) -> Option<Date> {
        Self::parse(&format!("{year:04}"))
    }

    /// The date of a day. `None` where the calendar has no such day.
    pub fn from_day(year: u16, month: u8, day: u8) -> Option<Date> {
        Self::parse(&format!("{year:04}-{month:02}-{day:02}"))
    }

    /// The date of a month. `None` for a number above 12.
    pub fn from_month(year: u16, month: u8) -> Option<Date> {
        if month > 12 {
            return None;
        }
        Self::parse(&format!("{year:04}-{month:02}"))
    }

    /// Adds a time of day. `None` unless this is a plain day and the time exists.
    pub fn with_time(self, hour: u8, minute: u8) -> Option<Date> {
        let whole_day = self.precision() == Precision::Day && self.day != Some(0) && self.qualifier.is_none();
        (whole_day && hour < 24 && minute < 60).then_some(Date { time: Some((hour, minute)), ..self })
    }

    /// Precision of the date.
    pub fn precision(self) -> Precision {
        match (self.month, self.day, self.time) {
            (_, _, Some(_)) => Precision::Minute,
            (_, Some(_), None) => Precision::Day,
            (Some(_), None, None) => Precision::Month,
            (None, None, None) => Precision::Year,
        }
    }

    /// The year, with unspecified digits taken as 0.
    pub fn year(self) -> u16 {
        self.year.iter().fold(0, |sum, b| sum * 10 + u16::from(if *b == b'X' { 0 } else { b - b'0' }))
    }

    /// Month, 1–12. `None` where no month is written.
    pub fn month(self) -> Option<u8> {
        self.month.filter(|m| (1..=12).contains(m))
    }

    /// Day of the month. `None` where no day is written.
    pub fn day(self) -> Option<u8> {
        self.day.filter(|d| *d > 0)
    }

    /// Hour and minute. `None` where no time is written.
    pub fn time(self) -> Option<(u8, u8)> {
        self.time
    }

    /// Returns whether the date is marked as uncertain or approximate.
    pub fn is_qualified(self) -> bool {
        self.qualifier.is_some()
    }

    /// First day that the date can mean, as (year, month, day). For sorting and drawing, not for display.
    pub fn earliest(self) -> (u16, u8, u8) {
        let month = match self.month {
            Some(m @ 1..=12) => m,
            Some(m @ 21..=24) => (m - 21) * 3 + 1,
            _ => 1,
        };
        (self.year(), month, self.day().unwrap_or(1))
    }

    /// Last day that the date can mean, as (year, month, day).
    pub fn latest(self) -> (u16, u8, u8) {
        let year =
            self.year.iter().fold(0, |sum, b| sum * 10 + u16::from(if *b == b'X' { 9 } else { b - b'0' }));
        let month = match self.month {
            Some(m @ 1..=12) => m,
            Some(m @ 21..=24) => (m - 21) * 3 + 3,
            _ => 12,
        };
        (year, month, self.day().unwrap_or_else(|| days_in_month(year, month)))
    }

    fn parse(text: &str) -> Option<Date> {
        let (text, qualifier) = match text.strip_suffix(['?', '~', '%']) {
            Some(rest) => (rest, text.chars().next_back()),
            None => (text, None),
        };
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(parse_time(time)?)),
            None => (text, None),
        };
        let mut parts = date.split('-');
        let year: [u8; 4] = parts.next()?.as_bytes().try_into().ok()?;
        let digits = year.iter().take_while(|b| b.is_ascii_digit()).count();
        if digits < 2 || year.iter().skip(digits).any(|b| *b != b'X') {
            return None;
        }
        let month = optional_two_digits(parts.next())?;
        let day = optional_two_digits(parts.next())?;
        if parts.next().is_some() {
            return None;
        }
        let unspecified_year = digits < 4;
        let plain = month.is_none_or(|m| m <= 12 || ((21..=24).contains(&m) && day.is_none()))
            && !(unspecified_year && month.is_some())
            && !(month == Some(0) && day.is_some_and(|d| d != 0));
        let numeric_year = Date { year, month, day: None, time: None, qualifier: None }.year();
        let days = match month {
            Some(m @ 1..=12) => days_in_month(numeric_year, m),
            _ => 31,
        };
        let day_exists = day.is_none_or(|d| d <= days);
        let time_fits = time.is_none() || (month.is_some_and(|m| m > 0) && day.is_some_and(|d| d > 0));
        (plain && day_exists && time_fits && !(time.is_some() && qualifier.is_some())).then_some(Date {
            year,
            month,
            day,
            time,
            qualifier,
        })
    }
}

fn two_digits(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [b'X', b'X'] => Some(0),
        [a, b] if a.is_ascii_digit() && b.is_ascii_digit() => match (a - b'0') * 10 + (b - b'0') {
            0 => None,
            n => Some(n),
        },
        _ => None,
    }
}

/// Outer `None` for a malformed part, inner `None` for no part.
fn optional_two_digits(part: Option<&str>) -> Option<Option<u8>> {
    match part {
        Some(text) => two_digits(text).map(Some),
        None => Some(None),
    }
}

fn parse_time(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 || !text.bytes().all(|b| b.is_ascii_digit() || b == b':') {
        return None;
    }
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Edtf {
    /// First day that the date or interval can mean. `None` where the start is open or unknown.
    pub fn earliest(self) -> Option<(u16, u8, u8)> {
        match self {
            Edtf::Date(date) | Edtf::Interval(Endpoint::Date(date), _) => Some(date.earliest()),
            Edtf::Interval(..) => None,
        }
    }

    /// Last day that the date or interval can mean. `None` where the end is open or unknown.
    pub fn latest(self) -> Option<(u16, u8, u8)> {
        match self {
            Edtf::Date(date) | Edtf::Interval(_, Endpoint::Date(date)) => Some(date.latest()),
            Edtf::Interval(..) => None,
        }
    }

    /// Every year that the date or interval touches. Empty where an end is open or unknown.
    pub fn years(self) -> std::ops::RangeInclusive<u16> {
        match (self.earliest(), self.latest()) {
            (Some((from, ..)), Some((to, ..))) => from..=to,
            #[allow(clippy::reversed_empty_ranges, reason = "the empty range is what is meant")]
            _ => 1..=0,
        }
    }

    /// Returns whether two dates or intervals have a day in common. Open and unknown ends are unbounded.
    pub fn overlaps(self, other: Edtf) -> bool {
        let starts_before_end = |a: Edtf, b: Edtf| match (a.earliest(), b.latest()) {
            (Some(start), Some(end)) => start <= end,
            _ => true,
        };
        starts_before_end(self, other) && starts_before_end(other, self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for b in self.year {
            write!(f, "{}", char::from(b))?;
        }
        for part in [self.month, self.day].into_iter().flatten() {
            match part {
                0 => f.write_str("-XX")?,
                n => write!(f, "-{n:02}")?,
            }
        }
        if let Some((hour, minute)) = self.time {
            write!(f, "T{hour:02}:{minute:02}")?;
        }
        self.qualifier.map_or(Ok(()), |q| write!(f, "{q}"))
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Endpoint::Date(date) => date.fmt(f),
            Endpoint::Open => f.write_str(".."),
            Endpoint::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Edtf::Date(date) => date.fmt(f),
            Edtf::Interval(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let endpoint = |part: &str| match part {
            "" => Some(Endpoint::Unknown),
            ".." => Some(Endpoint::Open),
            _ => Date::parse(part).map(Endpoint::Date),
        };
        let edtf = match text.split_once('/') {
            None => Date::parse(text).map(Edtf::Date),
            Some((from, to)) => endpoint(from).zip(endpoint(to)).and_then(|ends| match ends {
                (Endpoint::Date(a), Endpoint::Date(b)) if a.earliest() > b.latest() => None,
                (Endpoint::Date(_), _) | (_, Endpoint::Date(_)) => Some(Edtf::Interval(ends.0, ends.1)),
                _ => None,
            }),
        };
        edtf.ok_or_else(|| EdtfError { text: text.chars().take(60).collect() })
    }
}

impl BorshSerialize for Edtf {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        binary_text::write(self, writer)
    }
}

impl BorshDeserialize for Edtf {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        binary_text::read(reader)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <String as Deserialize>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Edtf {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Edtf".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "An EDTF level 1 date or interval: 2022, 2022-09-06T22:25, 2022-01-01/2022-06-30, 2019/2020.",
            "pattern": "^[0-9X]{4}[-0-9XT:?~%]*(/(\\.\\.|[0-9X]{4}[-0-9XT:?~%]*)?)?$|^(\\.\\.)?/[0-9X]{4}[-0-9XT:?~%]*$"
        })
    }
}
