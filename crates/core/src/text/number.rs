//! Printed numbers: digits with the group and decimal separators of a language.
//!
//! In Vietnamese `3.015` is three thousand and fifteen, and `1,2` is one and two tenths. A run of digits and separators
//! is read as a whole or not at all: `3.01.5` is not a number, and neither is `4.0`, because the meaning of its
//! separator is not certain.

use std::ops::Range;

use crate::domain::{Decimal, Lang};

/// A run of digits with the separators between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// Range in the text, in bytes.
    pub range: Range<usize>,
    /// Value. `None` where the separators make no number.
    pub value: Option<Decimal>,
}

/// A well-formed printed number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedNumber {
    /// Range in the text, in bytes.
    pub range: Range<usize>,
    /// Value.
    pub value: Decimal,
}

/// Returns every run of digits in `text`, including malformed ones and digits inside words ("Covid-19", "4G").
pub fn numerals(text: &str, lang: Lang) -> Vec<Numeral> {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let sign = |i: usize| matches!(bytes.get(i), Some(b'.' | b','));
    let mut found = Vec::new();
    let mut pos = 0;
    while pos < bytes.len() {
        let start = pos;
        while digit(pos) || (pos > start && sign(pos) && digit(pos + 1)) {
            pos += 1;
        }
        if pos > start {
            let value = text.get(start..pos).and_then(|run| parse_number(run, lang));
            found.push(Numeral { range: start..pos, value });
        } else {
            pos += 1;
        }
    }
    found
}

/// Returns every well-formed number in `text`.
///
/// ```
/// use thidua_core::domain::Lang;
/// use thidua_core::text::numbers;
/// let values: Vec<String> = numbers("4.750 lượt, 1,2 tỉ", Lang::Vi).iter().map(|n| n.value.to_string()).collect();
/// assert_eq!(values, ["4750", "1.2"]);
/// ```
pub fn numbers(text: &str, lang: Lang) -> Vec<PrintedNumber> {
    numerals(text, lang)
        .into_iter()
        .filter_map(|n| Some(PrintedNumber { value: n.value?, range: n.range }))
        .collect()
}

/// Parses a text that is one number in the notation of `lang`. It is the inverse of
/// [`format_number`](super::format_number). `None` for anything else, and for more than 28 digits.
pub fn parse_number(text: &str, lang: Lang) -> Option<Decimal> {
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let (negative, text) = text.strip_prefix('−').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = text.split_once(point).map_or((text, None), |(w, f)| (w, Some(f)));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let groups: Vec<&str> = whole.split(group).collect();
    let well_grouped = match groups.as_slice() {
        [] | [_] => true,
        [first, rest @ ..] => {
            first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|g| g.len() == 3)
        }
    };
    if !well_grouped || !groups.iter().all(|g| all_digits(g)) || !fraction.is_none_or(all_digits) {
        return None;
    }
    let whole = groups.concat();
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let fraction = fraction.unwrap_or_default().trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    let minus = if negative && (whole != "0" || !fraction.is_empty()) { "-" } else { "" };
    format!("{minus}{whole}{point}{fraction}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::format_number;
    use proptest::prelude::*;

    fn vi(text: &str) -> Option<String> {
        parse_number(text, Lang::Vi).map(|n| n.to_string())
    }

    #[test]
    fn separators_depend_on_the_language() {
        assert_eq!(vi("3.015").as_deref(), Some("3015"));
        assert_eq!(vi("1,2").as_deref(), Some("1.2"));
        assert_eq!(vi("1.234.567,50").as_deref(), Some("1234567.5"));
        assert_eq!(vi("06").as_deref(), Some("6"));
        assert_eq!(parse_number("3,015", Lang::En).unwrap().to_string(), "3015");
    }

    #[test]
    fn malformed_digit_runs_are_not_numbers() {
        for text in
            ["", "3.01.5", "4.0", "0.500", "1.2345", "1,2,3", "1.234,", ",5", "1 234", "12a", "1,2.345"]
        {
            assert_eq!(vi(text), None, "{text}");
        }
    }

    #[test]
    fn malformed_digit_run_is_reported_whole() {
        let found = numerals("bản 3.01.5, lần 2.", Lang::Vi);
        let values: Vec<_> = found.iter().map(|n| n.value.map(|v| v.to_string())).collect();
        assert_eq!(values, [None, Some("2".to_owned())]);
    }

    proptest! {
        #[test]
        fn printed_decimal_is_read_back(mantissa in any::<i64>(), scale in 0u32..8, english in any::<bool>()) {
            let divisor: Decimal = format!("1{}", "0".repeat(scale as usize)).parse().unwrap();
            let number = mantissa.to_string().parse::<Decimal>().unwrap().checked_div(divisor).unwrap();
            let lang = if english { Lang::En } else { Lang::Vi };
            prop_assert_eq!(parse_number(&format_number(number, lang), lang), Some(number));
        }

        #[test]
        fn any_text_is_read_without_panic(text in "[0-9.,/−đ %-]{0,40}|.{0,40}") {
            for n in numerals(&text, Lang::Vi) {
                prop_assert!(text.get(n.range).is_some());
            }
        }
    }
}
