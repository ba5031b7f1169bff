//! Figures: the recorded words stand in one place of the line, and the quantity that is printed there is the
//! recorded one in every part.

use std::ops::Range;

use crate::corpus::folded;
use crate::corpus::problem::{Problem, quote};
use crate::domain::{Figure, Level};
use crate::text::quantity::{LineQuantities, Quantity, TouchedNumber, UnreadCause};
use crate::text::{match_ranges, stated_levels};

use super::article::ArticleCheck;

impl<'a> ArticleCheck<'a> {
    pub fn figure(&mut self, path: &str, figure: &'a Figure) {
        if let Some(line) = self.line(path, figure.line) {
            let reading = self.reading_of(figure.line, line);
            match find(line, &reading, figure) {
                Ok((index, printed)) => {
                    self.broken_line(path, figure, line, printed);
                    self.compare(path, figure, printed);
                    self.levels(path, figure, line, &reading.quantities, index);
                }
                Err(problem) => {
                    let path = format!("{path}.as_written");
                    self.problem(Some(figure.line), Problem { path, ..*problem });
                }
            }
        }
        let fields = (format!("{path}.when"), format!("{path}.when_as_written"));
        self.period((&fields.0, &fields.1), figure.when, figure.when_as_written.as_deref(), None);
    }

    fn compare(&mut self, path: &str, figure: &Figure, printed: &Quantity) {
        let or_null = |value: Option<String>| value.unwrap_or("null".to_owned());
        let fields = [
            ("value", printed.value.to_string(), figure.value.to_string()),
            (
                "value_to",
                or_null(printed.value_to.map(|v| v.to_string())),
                or_null(figure.value_to.map(|v| v.to_string())),
            ),
            ("comparator", format!("{:?}", printed.comparator), format!("{:?}", figure.comparator)),
            ("word", or_null(printed.word.map(str::to_owned)), or_null(figure.word.as_deref().map(folded))),
            ("unit", or_null(printed.unit.as_ref().map(ToString::to_string)), figure.unit.to_string()),
        ];
        for (field, expected, found) in fields {
            if expected != found {
                let problem = Problem::error(format!("{path}.{field}"), "not what is printed")
                    .expected(expected)
                    .found(found);
                self.problem(Some(figure.line), problem);
            }
        }
    }

    fn levels(&mut self, path: &str, figure: &Figure, line: &str, on_line: &[Quantity], index: usize) {
        let stated = stated_levels(line, on_line, index);
        if figure.levels.iter().all(|level| stated.contains(level)) {
            return;
        }
        let show = |levels: &mut dyn Iterator<Item = &Level>| {
            let slugs: Vec<&str> = levels.map(|level| level.slug()).collect();
            if slugs.is_empty() { "no level".to_owned() } else { slugs.join(", ") }
        };
        let problem =
            Problem::error(format!("{path}.levels"), "not the levels that are printed with the figure")
                .expected(show(&mut stated.iter()))
                .found(show(&mut figure.levels.iter()));
        self.problem(Some(figure.line), problem);
    }
}

/// The printed quantity that the recorded words hold, with its index among those of the line. Every number that the
/// words touch must stand in them whole.
fn find<'q>(
    line: &str,
    reading: &'q LineQuantities,
    figure: &Figure,
) -> Result<(usize, &'q Quantity), Box<Problem>> {
    let phrase = folded(&figure.as_written);
    let at = |range: &Range<usize>| line.get(range.clone()).map(quote);
    let error = |message: &str, expected: Option<String>, hint: Option<&str>| {
        let hint = hint.map(str::to_owned);
        Box::new(Problem { expected, hint, ..Problem::error("", message).found(quote(&phrase)) })
    };
    let place = match match_ranges(line, &phrase).as_slice() {
        [] => return Err(error("the words do not stand on this line", None, None)),
        [place] => place.clone(),
        _ => {
            let message = "the words are ambiguous: they stand on this line more than once";
            return Err(error(message, None, Some("lengthen the phrase until it is unique")));
        }
    };
    let touched = reading.touched(&place);
    let (index, printed) = match touched.first() {
        Some(TouchedNumber::Quantity(index, quantity)) => (*index, *quantity),
        Some(TouchedNumber::Unread(unread)) => {
            let hint = "compare it with the original; a number is read whole or not at all";
            return Err(error(unread_message(unread.cause), at(&unread.range), Some(hint)));
        }
        None => {
            let hint = "the number may be part of a date or a word, or have separators that make no number";
            return Err(error("no quantity can be read at these words", None, Some(hint)));
        }
    };
    let message = if printed.range.start < place.start {
        "the words leave out the beginning of a quantity, such as its bound word"
    } else if printed.range.start > place.start {
        "the words begin before the quantity"
    } else if printed.range.end > place.end {
        "the words leave out the end of a quantity, such as its unit"
    } else if let Some(cut) = touched.iter().find(|other| other.range().end > place.end) {
        return Err(error("the words leave out the end of another number", at(cut.range()), None));
    } else {
        return Ok((index, printed));
    };
    Err(error(message, at(&printed.range), None))
}

/// Why a quantity is not read.
const fn unread_message(cause: UnreadCause) -> &'static str {
    match cause {
        UnreadCause::Malformed => "no quantity can be read at these words: its signs make no number",
        UnreadCause::Touched => "no quantity can be read at these words: something touches the number",
        UnreadCause::Fraction => "no quantity can be read at these words: it may be a fraction or a date",
        UnreadCause::Unclear => {
            "no quantity can be read at these words: it is not certain which number is meant"
        }
        UnreadCause::Vague => "no quantity can be read at these words: they say some or a few",
        UnreadCause::Bound => {
            "no quantity can be read at these words: it is not certain how they bound the number"
        }
        UnreadCause::Disagreeing => {
            "no quantity can be read at these words: the figures and the words of the sum say different numbers"
        }
    }
}
