//! Printed periods: the recorded words stand in the article, and say the recorded dates.

use std::ops::Range;

use crate::corpus::folded;
use crate::corpus::problem::{Problem, quote};
use crate::domain::{Edtf, Lang};
use crate::text::printed_date::PrintedDate;
use crate::text::{match_ranges, numerals};

use super::article::ArticleCheck;

/// What printed words say of a date, read at one place of a line.
#[derive(Debug, PartialEq)]
enum Reading {
    Nothing,
    Period(Edtf),
    /// A date reaches over an end of the words, or they hold more than one, or a year that is no date.
    Unclear(String),
}

impl ArticleCheck<'_> {
    /// Checks the period in the fields `(date, words)`: on `line`, or anywhere in the article where none is given.
    /// Of several places of the words one has to say the recorded date.
    pub fn period(
        &mut self,
        (date_path, words_path): (&str, &str),
        stored: Option<Edtf>,
        words: Option<&str>,
        line: Option<u32>,
    ) {
        let Some(words) = words else {
            if stored.is_some() {
                let message = "a date without its printed words cannot be verified";
                self.problem(line, Problem::error(date_path, message));
            }
            return;
        };
        let phrase = folded(words);
        let mut readings: Vec<(u32, Reading)> = Vec::new();
        for (number, text) in self.lines().filter(|(number, _)| line.is_none_or(|line| line == *number)) {
            for place in match_ranges(text, &phrase) {
                let dates = self.dates_of(number, text);
                readings.push((number, read_at(text, &dates, &place)));
            }
        }
        let wanted = stored.map_or(Reading::Nothing, Reading::Period);
        let Some((number, first)) = readings.first() else {
            let message = match line {
                Some(_) => "the words do not stand on this line",
                None => "the words stand on no line of the article",
            };
            return self.problem(line, Problem::error(words_path, message).expected(quote(words)));
        };
        if readings.iter().any(|(_, reading)| *reading == wanted) {
            return;
        }
        let show = |date: Option<Edtf>| date.map_or("null".to_owned(), |d| d.to_string());
        let problem = match first {
            Reading::Unclear(reason) => Problem::error(words_path, reason.as_str()).found(quote(words)),
            Reading::Nothing => Problem::error(date_path, "the printed words hold no date")
                .expected("null")
                .found(show(stored)),
            Reading::Period(date) => Problem::error(date_path, "the printed words say another date")
                .expected(show(Some(*date)))
                .found(show(stored)),
        };
        let number = *number;
        self.problem(Some(number), problem);
    }
}

/// What the words at a place of a line say, where the line holds `dates`.
fn read_at(line: &str, dates: &[PrintedDate], place: &Range<usize>) -> Reading {
    let Some(words) = line.get(place.clone()) else {
        return Reading::Unclear("the words do not stand at their place".to_owned());
    };
    let touching = || dates.iter().filter(|d| d.range.start < place.end && place.start < d.range.end);
    if let Some(cut) = touching().find(|d| d.range.start < place.start || place.end < d.range.end) {
        let whole = line.get(cut.range.clone()).unwrap_or_default();
        return Reading::Unclear(format!("the words cut a date in two: it is printed as {}", quote(whole)));
    }
    let mut inside = touching();
    match (inside.next(), inside.next()) {
        (None, _) if holds_year(words) => {
            Reading::Unclear("the words hold a year that cannot be read as a date".to_owned())
        }
        (None, _) => Reading::Nothing,
        (Some(date), None) => Reading::Period(date.value),
        (Some(_), Some(_)) => Reading::Unclear("the words hold more than one date".to_owned()),
    }
}

/// Whether four digits stand in `words` that look like a year of our times.
fn holds_year(words: &str) -> bool {
    numerals(words, Lang::Vi).into_iter().any(|n| {
        let digits = words.get(n.range).unwrap_or_default();
        digits.len() == 4 && (digits.starts_with('1') || digits.starts_with('2'))
    })
}
