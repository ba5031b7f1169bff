//! The number of a quantity with its scale words: `3.015 triệu`, `1 tỷ 200 triệu`, `2 triệu rưỡi`.

use super::super::phrase::{is_word_char, next_char, phrase_at, prev_char};
use crate::domain::{Decimal, Lang};
use crate::text::number::{Numeral, numerals};

/// Words that multiply the number before them.
const SCALES: [(&str, u32); 8] = [
    ("chục", 10),
    ("trăm", 100),
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("vạn", 10_000),
    ("triệu", 1_000_000),
    ("tỷ", 1_000_000_000),
    ("tỉ", 1_000_000_000),
];

/// Whether `word` (lower case) is a scale word.
pub fn is_scale_word(word: &str) -> bool {
    SCALES.iter().any(|(scale, _)| *scale == word)
}

/// A number, scaled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    /// The number, its scale words multiplied in.
    pub value: Decimal,
    /// The product of its scale words, where it has any.
    pub scale: Option<Decimal>,
    /// Where its last word ends, in bytes.
    pub end: usize,
}

/// The numerals of a line by their places.
pub(super) struct Numerals<'a> {
    line: &'a str,
    found: Vec<Numeral>,
}

impl<'a> Numerals<'a> {
    pub fn new(line: &'a str) -> Self {
        Self { line, found: numerals(line, Lang::Vi) }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Numeral> {
        self.found.iter()
    }

    /// The numeral that starts at byte `start`.
    pub fn at(&self, start: usize) -> Option<&Numeral> {
        self.found.get(self.index_of(start)?)
    }

    fn index_of(&self, start: usize) -> Option<usize> {
        self.found.binary_search_by_key(&start, |n| n.range.start).ok()
    }

    /// The amount whose number starts at byte `start`; `None` where none does, or where it overflows.
    pub fn amount(&self, start: usize) -> Option<Amount> {
        let first = self.scaled(start)?;
        let Some(mut scale) = first.scale else { return Some(first) };
        let mut sum = first;
        while next_char(self.line, sum.end) == Some(' ')
            && let Some(next) = self.scaled(sum.end + 1)
            && let Some(smaller) = next.scale.filter(|s| *s < scale)
        {
            sum = Amount { value: sum.value.checked_add(next.value)?, end: next.end, ..sum };
            scale = smaller;
        }
        Some(sum)
    }

    /// The amount at byte `start`, behind the dash or word of a range.
    pub fn upper_amount(&self, start: usize) -> Option<Amount> {
        let numeral = self.at(start).filter(|n| self.free_behind(n) && !self.is_spaced_group(n))?;
        self.amount(numeral.range.start)
    }

    /// One number with the scale words that follow it at once.
    fn scaled(&self, start: usize) -> Option<Amount> {
        let numeral = self.at(start)?;
        with_scale(self.line, numeral.value?, numeral.range.end)
    }

    /// Whether a numeral is a number of its own: not part of a word, date, time, fraction or code, and not a
    /// group of a number that is split by spaces (`4 750`).
    pub fn stands_alone(&self, numeral: &Numeral) -> bool {
        self.free_before(numeral) && self.free_behind(numeral) && !self.is_spaced_group(numeral)
    }

    /// Whether nothing before a numeral makes it part of a word, date or code.
    pub fn free_before(&self, numeral: &Numeral) -> bool {
        let start = numeral.range.start;
        let before = self.line.get(..start).unwrap_or_default();
        match prev_char(self.line, start) {
            Some('/' | ':' | '-' | '–' | '−' | '+' | '#' | '№' | '^' | '_' | '=') => false,
            Some('.' | ',') => {
                before.chars().rev().nth(1).is_some_and(|c| is_word_char(c) && !c.is_ascii_digit())
            }
            Some(c) => !is_word_char(c),
            None => true,
        }
    }

    /// Whether nothing behind a numeral makes it part of a word, date or code.
    pub fn free_behind(&self, numeral: &Numeral) -> bool {
        let end = numeral.range.end;
        let after = self.line.get(end..).unwrap_or_default();
        match next_char(self.line, end) {
            Some('/' | ':') => !after.chars().nth(1).is_some_and(|c| c.is_ascii_digit()),
            Some('+') => false,
            Some('đ' | 'Đ') => phrase_at(self.line, end, "đ").is_some(),
            Some('v' | 'V') => ["vnđ", "vnd"].iter().any(|money| phrase_at(self.line, end, money).is_some()),
            Some(c) => !is_word_char(c),
            None => true,
        }
    }

    fn is_spaced_group(&self, numeral: &Numeral) -> bool {
        let joins = |first: &Numeral, second: &Numeral| {
            first.range.len() <= 3
                && second.range.len() == 3
                && self.line.get(first.range.end..second.range.start) == Some(" ")
        };
        let Some(index) = self.index_of(numeral.range.start) else { return false };
        let before = index.checked_sub(1).and_then(|i| self.found.get(i));
        before.is_some_and(|before| joins(before, numeral))
            || self.found.get(index + 1).is_some_and(|after| joins(numeral, after))
    }
}

/// A number that ends at byte `end`, with the scale words that follow it at once.
pub(super) fn with_scale(line: &str, mut value: Decimal, mut end: usize) -> Option<Amount> {
    let mut scale = None;
    while let Some((factor, after)) = scale_at(line, end) {
        value = value.checked_mul(factor)?;
        scale = Some(scale.unwrap_or(Decimal::from(1)).checked_mul(factor)?);
        end = after;
    }
    if let Some(whole) = scale
        && let Some(after) = spaced(line, end, "rưỡi")
    {
        value = value.checked_add(whole.checked_div(Decimal::from(2))?)?;
        end = after;
    }
    Some(Amount { value, scale, end })
}

fn scale_at(line: &str, at: usize) -> Option<(Decimal, usize)> {
    SCALES.iter().find_map(|(word, factor)| Some((Decimal::from(*factor), spaced(line, at, word)?)))
}

fn spaced(line: &str, at: usize, word: &str) -> Option<usize> {
    (next_char(line, at) == Some(' ')).then(|| phrase_at(line, at + 1, word)).flatten()
}
