//! Numbers spelled out: "hai đợt", "hơn một nghìn công nhân", "ba mươi lăm suất quà", "hàng chục".
//!
//! Small words of Vietnamese are other words too: "năm" is five and a year, "một" is one and "a", "ba" a father. So a
//! spelled number counts only right before the noun of a unit, "một" only with a scale word, "năm" only with a scale
//! word or behind one that gives or has.

use crate::domain::Decimal;
use crate::text::phrase::{is_word_char, next_char, phrase_at, phrase_before, prev_char};

/// The digits as they are spelled, "lăm", "mốt" and "tư" behind tens included.
const DIGITS: [(&str, u32); 13] = [
    ("một", 1),
    ("mốt", 1),
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("tư", 4),
    ("năm", 5),
    ("lăm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("bẩy", 7),
    ("tám", 8),
    ("chín", 9),
];

/// Words before "năm" that make it five.
const HAVING: [&str; 8] = ["có", "gồm", "với", "tặng", "trao", "cho", "đạt", "được"];

/// A spelled number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spelled {
    pub value: u32,
    /// Where it ends, in bytes.
    pub end: usize,
    /// Whether it needs a scale word behind it to be a number.
    pub needs_scale: bool,
}

/// The spelled number below a hundred that starts at byte `at`, the beginning of a word.
pub(super) fn at(line: &str, at: usize) -> Option<Spelled> {
    if prev_char(line, at).is_some_and(is_word_char) {
        return None;
    }
    if let Some(ten) = phrase_at(line, at, "mười") {
        let unit =
            behind(line, ten).filter(|(digit, _)| *digit > 1 || phrase_at(line, ten + 1, "một").is_some());
        let (value, end) = unit.map_or((10, ten), |(digit, end)| (10 + digit, end));
        return Some(Spelled { value, end, needs_scale: false });
    }
    let (word, digit, end) =
        digit_at(line, at).filter(|(word, ..)| !matches!(*word, "mốt" | "lăm" | "tư"))?;
    if let Some(tens) = spaced(line, end, "mươi") {
        let (value, end) =
            behind(line, tens).map_or((digit * 10, tens), |(unit, end)| (digit * 10 + unit, end));
        return Some(Spelled { value, end, needs_scale: false });
    }
    let has = HAVING.iter().any(|word| phrase_before(line, at.saturating_sub(1), word).is_some());
    let needs_scale = word == "một" || (word == "năm" && !has);
    Some(Spelled { value: digit, end, needs_scale })
}

/// Where words begin that may spell a number, in bytes.
pub(super) fn beginnings(line: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    line.char_indices().filter_map(move |(at, c)| {
        let begins = !is_word_char(before)
            && matches!(c, 'm' | 'h' | 'b' | 't' | 'n' | 's' | 'c' | 'M' | 'H' | 'B' | 'T' | 'N' | 'S' | 'C');
        before = c;
        begins.then_some(at)
    })
}

impl Spelled {
    /// The number as a decimal.
    pub fn decimal(self) -> Decimal {
        Decimal::from(self.value)
    }
}

fn behind(line: &str, at: usize) -> Option<(u32, usize)> {
    let start = (next_char(line, at) == Some(' ')).then_some(at + 1)?;
    digit_at(line, start).map(|(_, digit, end)| (digit, end))
}

fn digit_at(line: &str, at: usize) -> Option<(&'static str, u32, usize)> {
    DIGITS.iter().find_map(|(word, digit)| Some((*word, *digit, phrase_at(line, at, word)?)))
}

fn spaced(line: &str, at: usize, word: &str) -> Option<usize> {
    (next_char(line, at) == Some(' ')).then(|| phrase_at(line, at + 1, word)).flatten()
}
