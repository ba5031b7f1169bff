//! Verification of printed dates and periods: the recorded words are in the article, and state the recorded dates.

use std::ops::Range;

use super::article::ArticleCheck;
use crate::corpus::fact_path::FactPath;
use crate::corpus::folded;
use crate::corpus::problem::Problem;
use crate::corpus::problem_code::{ProblemCode, quote};
use crate::domain::{Edtf, Lang};
use crate::text::printed_date::PrintedDate;
use crate::text::{match_ranges, numerals};

/// Date that printed words state, read at one range of a line.
#[derive(Debug, PartialEq)]
enum StatedDate {
    None,
    Period(Edtf),
    /// The words cut a date, hold several, or hold a year that is no date.
    Unclear(ProblemCode),
}

impl ArticleCheck<'_> {
    /// Checks a period, whose date and words are at the paths `[date, words]`: on `line`, or anywhere in the article where
    /// that is `None`. Where the words are printed several times, one of them has to state the recorded date.
    pub fn check_period(
        &mut self,
        [date_path, words_path]: [FactPath; 2],
        recorded: Option<Edtf>,
        words: Option<&str>,
        line: Option<u32>,
    ) {
        let Some(words) = words else {
            if recorded.is_some() {
                self.report(line, Problem::error(date_path, ProblemCode::UnverifiableDate));
            }
            return;
        };
        let phrase = folded(words);
        let mut stated: Vec<(u32, StatedDate)> = Vec::new();
        for (number, text) in self.lines().filter(|(number, _)| line.is_none_or(|line| line == *number)) {
            for range in match_ranges(text, &phrase) {
                let dates = self.dates_of(number, text);
                stated.push((number, stated_date(text, &dates, &range)));
            }
        }
        let expected = recorded.map_or(StatedDate::None, StatedDate::Period);
        if stated.iter().any(|(_, date)| *date == expected) {
            return;
        }
        let Some((number, first)) = stated.into_iter().next() else {
            let code = match line {
                Some(_) => ProblemCode::WordsNotOnLine,
                None => ProblemCode::WordsNotInArticle,
            };
            return self.report(line, Problem::error(words_path, code).expected(quote(words)));
        };
        let or_null = |date: Option<Edtf>| date.map_or("null".to_owned(), |d| d.to_string());
        let problem = match first {
            StatedDate::Unclear(code) => Problem::error(words_path, code).found(quote(words)),
            StatedDate::None => Problem::error(date_path, ProblemCode::NoPrintedDate)
                .expected("null")
                .found(or_null(recorded)),
            StatedDate::Period(date) => Problem::error(date_path, ProblemCode::OtherPrintedDate)
                .expected(or_null(Some(date)))
                .found(or_null(recorded)),
        };
        self.report(Some(number), problem);
    }
}

/// Returns the date that the words at `range` of a line state. `dates` are the dates of the line.
fn stated_date(line: &str, dates: &[PrintedDate], range: &Range<usize>) -> StatedDate {
    let Some(words) = line.get(range.clone()) else {
        return StatedDate::Unclear(ProblemCode::WordsMisplaced);
    };
    let touching = || dates.iter().filter(|d| d.range.start < range.end && range.start < d.range.end);
    if let Some(cut) = touching().find(|d| d.range.start < range.start || range.end < d.range.end) {
        let whole = line.get(cut.range.clone()).unwrap_or(words);
        return StatedDate::Unclear(ProblemCode::CutDate(whole.to_owned()));
    }
    let mut inside = touching();
    match (inside.next(), inside.next()) {
        (None, _) if holds_year(words) => StatedDate::Unclear(ProblemCode::UnreadableYear),
        (None, _) => StatedDate::None,
        (Some(date), None) => StatedDate::Period(date.value),
        (Some(_), Some(_)) => StatedDate::Unclear(ProblemCode::SeveralDates),
    }
}

/// Returns whether `words` hold a number of four digits that looks like a year of the last or this millennium.
fn holds_year(words: &str) -> bool {
    numerals(words, Lang::Vi)
        .into_iter()
        .filter_map(|numeral| words.get(numeral.range))
        .any(|digits| digits.len() == 4 && (digits.starts_with('1') || digits.starts_with('2')))
}
