//! English numbers: digits with scale words, number words, and the bound words around them.

use std::ops::Range;

use super::{NumberForm, StatedNumber};
use crate::domain::{Comparator, Decimal, Lang};
use crate::text::lowercase;
use crate::text::number::numerals;

/// Number words below a hundred.
const ONES: [(&str, u32); 27] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Words that multiply the number before them.
const SCALES: [(&str, u32); 5] = [
    ("hundred", 100),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("dozen", 12),
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Bound words before a number. Of words that both match, the longer one is meant.
const LEADING: [(&str, Comparator); 30] = [
    ("more than", Comparator::Gt),
    ("over", Comparator::Gt),
    ("above", Comparator::Gt),
    ("exceeding", Comparator::Gt),
    ("at least", Comparator::Ge),
    ("a minimum of", Comparator::Ge),
    ("minimum of", Comparator::Ge),
    ("no fewer than", Comparator::Ge),
    ("not fewer than", Comparator::Ge),
    ("no less than", Comparator::Ge),
    ("not less than", Comparator::Ge),
    ("fewer than", Comparator::Lt),
    ("less than", Comparator::Lt),
    ("under", Comparator::Lt),
    ("below", Comparator::Lt),
    ("at most", Comparator::Le),
    ("up to", Comparator::Le),
    ("a maximum of", Comparator::Le),
    ("maximum of", Comparator::Le),
    ("no more than", Comparator::Le),
    ("not more than", Comparator::Le),
    ("about", Comparator::Approx),
    ("around", Comparator::Approx),
    ("approximately", Comparator::Approx),
    ("roughly", Comparator::Approx),
    ("some", Comparator::Approx),
    ("nearly", Comparator::ApproxBelow),
    ("almost", Comparator::ApproxBelow),
    ("close to", Comparator::ApproxBelow),
    ("just under", Comparator::ApproxBelow),
];

/// Bound words behind a number.
const TRAILING: [(&str, Comparator); 4] = [
    ("or more", Comparator::Ge),
    ("or above", Comparator::Ge),
    ("or fewer", Comparator::Le),
    ("or less", Comparator::Le),
];

/// More letters than any bound word has, with the spaces and the letter beside it.
const LONGEST: usize = 24;

/// A word or number of an English text.
struct Token {
    range: Range<usize>,
    kind: TokenKind,
}

enum TokenKind {
    Numeral(Option<Decimal>),
    /// In lower case.
    Word(String),
}

impl Token {
    fn word(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Word(word) => Some(word),
            TokenKind::Numeral(_) => None,
        }
    }

    fn ones(&self) -> Option<u32> {
        lookup(&ONES, self.word()?)
    }

    fn scale(&self) -> Option<u32> {
        lookup(&SCALES, self.word()?)
    }

    fn is_month(&self) -> bool {
        self.word().is_some_and(|word| MONTHS.contains(&word))
    }
}

fn lookup(table: &[(&str, u32)], word: &str) -> Option<u32> {
    table.iter().find(|(key, _)| *key == word).map(|(_, value)| *value)
}

/// Numerals and words of a text, from left to right.
fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = numerals(text, Lang::En)
        .into_iter()
        .map(|numeral| Token { range: numeral.range, kind: TokenKind::Numeral(numeral.value) })
        .collect();
    let mut start = None;
    for (pos, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphabetic(), start) {
            (true, None) => start = Some(pos),
            (false, Some(from)) => {
                start = None;
                let word = text.get(from..pos).map(lowercase).unwrap_or_default();
                found.push(Token { range: from..pos, kind: TokenKind::Word(word) });
            }
            _ => {}
        }
    }
    crate::collections::sort_by_key(&mut found, |token| token.range.start);
    found
}

/// Returns the numbers of an English text, from left to right.
pub(super) fn stated_numbers(text: &str) -> Vec<StatedNumber> {
    let tokens = tokens(text);
    let joined = |i: usize| {
        let gap = tokens.get(i).zip(tokens.get(i + 1)).map(|(a, b)| a.range.end..b.range.start);
        gap.and_then(|gap| text.get(gap)).is_some_and(|gap| matches!(gap, " " | "-"))
    };
    let mut found: Vec<StatedNumber> = Vec::new();
    let mut i = 0;
    let mut after_day = false;
    while let Some(token) = tokens.get(i) {
        let (value, form, count) = match &token.kind {
            TokenKind::Numeral(value) => {
                let by_month = i.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(Token::is_month)
                    || tokens.get(i + 1).is_some_and(Token::is_month);
                let is_part = by_month || after_day;
                after_day = by_month && value.is_some_and(|value| value < Decimal::from(32));
                let mut count = 1;
                let mut value = *value;
                while joined(i + count - 1)
                    && let Some(scale) = tokens.get(i + count).and_then(Token::scale)
                {
                    value = value.and_then(|value| value.checked_mul(scale.into()));
                    count += 1;
                }
                (value, if is_part { NumberForm::DatePart } else { NumberForm::Digits }, count)
            }
            TokenKind::Word(_) => {
                after_day = false;
                let Some((value, count)) = number_words(&tokens, i, &joined) else {
                    i += 1;
                    continue;
                };
                (Some(value), NumberForm::Words, count)
            }
        };
        let end = tokens.get(i + count - 1).map_or(token.range.end, |last| last.range.end);
        let range = token.range.start..end;
        let comparator = bound(text, &range);
        found.push(StatedNumber { range, value, comparator, form });
        i += count;
    }
    found
}

/// Reads the number words from token `start` on. Returns the value and the number of tokens; `None` for other words, and
/// for "one" and "a" alone.
fn number_words(tokens: &[Token], start: usize, joined: &impl Fn(usize) -> bool) -> Option<(Decimal, usize)> {
    let word = |i: usize| tokens.get(i).and_then(Token::word);
    let is_article = matches!(word(start), Some("a" | "an"));
    let mut i = start;
    let (mut total, mut current) = (0_u64, 0_u64);
    if is_article {
        joined(start).then_some(())?;
        tokens.get(start + 1)?.scale()?;
        current = 1;
        i += 1;
    }
    let mut end = start;
    while let Some(token) = tokens.get(i) {
        if let Some(ones) = token.ones() {
            // "twenty one", "hundred five"; "two three" are two numbers.
            let fits = current == 0
                || current.is_multiple_of(100)
                || (current % 100 >= 20 && current.is_multiple_of(10) && ones < 10);
            if !fits {
                break;
            }
            current += u64::from(ones);
        } else if let Some(scale) = token.scale() {
            if i == start {
                return None;
            }
            if scale < 1_000 {
                current = current.max(1).checked_mul(scale.into())?;
            } else {
                total = total.checked_add(current.max(1).checked_mul(scale.into())?)?;
                current = 0;
            }
        } else if token.word() == Some("and") && i > start && (current.is_multiple_of(100)) {
            let goes_on = joined(i - 1) && joined(i) && tokens.get(i + 1).and_then(Token::ones).is_some();
            if !goes_on {
                break;
            }
            i += 1;
            continue;
        } else {
            break;
        }
        end = i + 1;
        if !joined(i) {
            break;
        }
        i += 1;
    }
    let value = total.checked_add(current)?;
    let count = end.checked_sub(start)?;
    (count > 0 && (value > 1 || count > 1))
        .then(|| value.to_string().parse().ok().map(|value| (value, count)))?
}

/// Returns the comparator that the words around a number state.
fn bound(text: &str, range: &Range<usize>) -> Comparator {
    let reversed: String = text.get(..range.start).unwrap_or_default().chars().rev().take(LONGEST).collect();
    let before = lowercase(&reversed.chars().rev().collect::<String>());
    let before = before.trim_end();
    let ends_with =
        |words: &str| before.strip_suffix(words).is_some_and(|rest| !rest.ends_with(char::is_alphabetic));
    let leading = LEADING.iter().filter(|(words, _)| ends_with(words)).max_by_key(|(words, _)| words.len());
    let behind: String = text.get(range.end..).unwrap_or_default().chars().take(LONGEST).collect();
    let behind = lowercase(&behind);
    let behind = behind.trim_start();
    let trailing = TRAILING.iter().find(|(words, _)| {
        behind.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    });
    // "Over 5 years" is the time that something took.
    let is_time = ["year", "month", "week", "day"].iter().any(|word| behind.starts_with(word));
    let leading = leading.filter(|(words, _)| !is_time || *words != "over");
    leading.or(trailing).map_or(Comparator::Eq, |(_, comparator)| *comparator)
}
