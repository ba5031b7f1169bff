//! Numbers that a sentence of ours states, in digits or in words, in either language.
//!
//! Digests, labels and translated headlines are written by people, so that their numbers are compared with the printed
//! ones: "3.015 triệu", "3,015 million" and "three thousand and fifteen million" are one value. Small words that are no
//! counts ("một", "one", "a") state nothing. Days and months of dates are told apart, because the languages write them
//! differently.
//!
//! ```
//! use thidua_core::domain::Lang;
//! use thidua_core::text::quantity::QuantityReader;
//! use thidua_core::text::stated_number::stated_numbers;
//!
//! let reader = QuantityReader::new(&[]);
//! let values = |text: &str, lang| -> Vec<String> {
//!     let numbers = stated_numbers(text, lang, &reader);
//!     numbers.into_iter().filter_map(|n| Some(n.value?.to_string())).collect()
//! };
//! assert_eq!(values("lợi 3.015 triệu đồng", Lang::Vi), ["3015000000"]);
//! assert_eq!(values("no one; twelve thousand, 1.2 billion", Lang::En), ["12000", "1200000000"]);
//! ```

mod english;

use std::ops::Range;

use super::number::numerals;
use super::printed_date::dates;
use super::quantity::{QuantityReader, written_numbers};
use crate::domain::{Comparator, Decimal, Lang};

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedNumber {
    /// Range in the text, in bytes, scale words included.
    pub range: Range<usize>,
    /// Value, with scale words multiplied in. `None` where the separators make no number ("4.0" in Vietnamese).
    pub value: Option<Decimal>,
    /// What the bound word before or behind it states; `Eq` without one. Both ends of a range are `Range`.
    pub comparator: Comparator,
    /// How it is written.
    pub form: NumberForm,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberForm {
    /// In digits.
    Digits,
    /// In words.
    Words,
    /// Day, month or year of a date that has more than a year: languages write these differently.
    DatePart,
}

/// Returns the numbers of a text, from left to right. `text` must be NFC with single spaces; `reader` knows the units of
/// the corpus. Linear in the length of the text.
pub fn stated_numbers(text: &str, lang: Lang, reader: &QuantityReader) -> Vec<StatedNumber> {
    match lang {
        Lang::Vi => vietnamese(text, reader),
        Lang::En => english::stated_numbers(text),
    }
}

fn vietnamese(text: &str, reader: &QuantityReader) -> Vec<StatedNumber> {
    let dates = dates(text);
    let quantities = reader.read_with_dates(text, &dates).quantities;
    let mut found = Vec::new();
    for quantity in &quantities {
        let Some(written) = text.get(quantity.number.clone()) else { continue };
        let has_digits = written.bytes().any(|b| b.is_ascii_digit());
        // "hai" alone may be a part of another word.
        let counts = written.contains(' ') || quantity.unit.is_some();
        if !has_digits && (!counts || quantity.value <= Decimal::from(1)) {
            continue;
        }
        let form = if has_digits { NumberForm::Digits } else { NumberForm::Words };
        for value in [Some(quantity.value), quantity.value_to].into_iter().flatten() {
            found.push(StatedNumber {
                range: quantity.number.clone(),
                value: Some(value),
                comparator: quantity.comparator,
                form,
            });
        }
    }
    let overlaps = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    for numeral in numerals(text, Lang::Vi) {
        if quantities.iter().any(|quantity| overlaps(&quantity.number, &numeral.range)) {
            continue;
        }
        let date = dates.iter().find(|date| overlaps(&date.range, &numeral.range));
        let is_part = date.and_then(|date| text.get(date.range.clone())).is_some_and(holds_more_than_years);
        found.push(StatedNumber {
            range: numeral.range,
            value: numeral.value,
            comparator: Comparator::Eq,
            form: if is_part { NumberForm::DatePart } else { NumberForm::Digits },
        });
    }
    for (range, value) in written_numbers(text) {
        if !found.iter().any(|number| overlaps(&number.range, &range)) {
            let form = NumberForm::Words;
            found.push(StatedNumber { range, value: Some(value), comparator: Comparator::Eq, form });
        }
    }
    crate::collections::sort_by_key(&mut found, |number| number.range.start);
    found
}

/// Returns whether a printed date has a day, month or time: a number of fewer than four digits.
fn holds_more_than_years(date: &str) -> bool {
    numerals(date, Lang::Vi).into_iter().any(|numeral| numeral.range.len() < 4)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::format_count;

    fn read(text: &str, lang: Lang) -> Vec<String> {
        let reader = QuantityReader::new(&[]);
        let describe = |n: StatedNumber| {
            let value = n.value.map_or("?".to_owned(), |value| value.to_string());
            let form = match n.form {
                NumberForm::Digits => "",
                NumberForm::Words => " words",
                NumberForm::DatePart => " date",
            };
            let bound = if n.comparator == Comparator::Eq { "" } else { n.comparator.slug() };
            format!("{bound}{}{value}{form}", if bound.is_empty() { "" } else { " " })
        };
        stated_numbers(text, lang, &reader).into_iter().map(describe).collect()
    }

    #[test]
    fn vietnamese_numbers_are_read_with_scale_bound_and_date() {
        for (text, expected) in [
            ("gần 3,5 tỉ đồng, trên 90%", vec!["approx_below 3500000000", "gt 90"]),
            ("từ 1/7/2022, năm 2023", vec!["1 date", "7 date", "2022 date", "2023"]),
            ("Covid-19, bản 3.01.5", vec!["19", "?"]),
            ("không ai, một nơi", vec![]),
            ("thêm ba mươi", vec!["30 words"]),
        ] {
            assert_eq!(read(text, Lang::Vi), expected, "{text}");
        }
    }

    #[test]
    fn english_numbers_are_read_in_digits_and_words() {
        for (text, expected) in [
            ("nearly 3.5 billion đồng, more than 90%", vec!["approx_below 3500000000", "gt 90"]),
            ("twelve thousand people, two rounds", vec!["12000 words", "2 words"]),
            ("one hundred and five, no one, a million", vec!["105 words", "1000000 words"]),
            ("thirty-seven of 40; the first of them", vec!["37 words", "40"]),
            ("from 1 January to the end of June 2022, in 2023", vec!["1 date", "2022 date", "2023"]),
            ("June 30, 2022; 2022-2023", vec!["30 date", "2022 date", "2022", "2023"]),
            (
                "a minimum of 15, at most 3, 20 or more, no fewer than 7",
                vec!["ge 15", "le 3", "ge 20", "ge 7"],
            ),
            ("thousands of people, hundreds", vec![]),
            ("over 5 years, over 5 units", vec!["5", "gt 5"]),
            ("two hundred thousand and one", vec!["200001 words"]),
            ("version 3,01,5", vec!["?"]),
        ] {
            assert_eq!(read(text, Lang::En), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(
            text in "(two|hundred|and|million|a|one|at least|June|[0-9]{1,5}|[ .,;-]|ba|mươi|tỉ|đ){0,20}|.{0,40}"
        ) {
            for lang in Lang::ALL {
                for number in stated_numbers(&text, lang, &QuantityReader::new(&[])) {
                    prop_assert!(text.get(number.range).is_some());
                }
            }
        }

        #[test]
        fn digits_are_read_back(number in 0u32..2_000_000_000) {
            let text = format!("x {} y", format_count(number as usize, Lang::En));
            prop_assert_eq!(read(&text, Lang::En), [number.to_string()]);
        }
    }
}
