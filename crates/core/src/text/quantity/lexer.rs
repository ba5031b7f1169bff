//! Numerals and number words of a line.
//!
//! Small number words have other meanings: "năm" is five and year, "tư" four and private, "không" zero and not.
//! [`tokens`] leaves out words that cannot belong to a number in their context. The rest may still not be a number; the
//! grammar in [`super::value`] decides.

use std::ops::Range;

use super::nouns::UnitNouns;
use super::value::NumberPart;
use super::words::{NumberWord, number_word};
use crate::domain::Lang;
use crate::text::letter::is_mark;
use crate::text::parse_number;
use crate::text::phrase::{chars_after, chars_before, is_word_char, next_char, prev_char};
use crate::text::printed_date::PrintedDate;
use crate::text::syllable::canonical;

/// A numeral or number word of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NumberToken {
    /// Range in the line, in bytes.
    pub range: Range<usize>,
    pub part: NumberPart,
}

impl NumberToken {
    pub fn is_numeral(&self) -> bool {
        matches!(self.part, NumberPart::Numeral { .. })
    }

    pub fn word(&self) -> Option<NumberWord> {
        match self.part {
            NumberPart::Word(word) => Some(word),
            NumberPart::Numeral { .. } => None,
        }
    }
}

/// Words before "năm" with the meaning of year.
const BEFORE_YEAR: [&str; 16] = [
    "mỗi", "hằng", "hàng", "từng", "cả", "trong", "đầu", "cuối", "giữa", "qua", "nửa", "các", "những",
    "nhiều", "theo", "sang",
];

/// Words before "lẻ" with another meaning.
const BEFORE_RETAIL: [&str; 6] = ["bán", "mua", "khách", "riêng", "nhỏ", "tiền"];

/// Words before a number word that is a rank: "giải ba", "giải nhất, nhì, ba".
const BEFORE_RANK: [&str; 3] = ["giải", "nhất", "nhì"];

/// Words before "tư" with another meaning.
const BEFORE_PRIVATE: [&str; 16] = [
    "đầu", "thứ", "vật", "gia", "riêng", "công", "tương", "suy", "tâm", "ưu", "vô", "tháng", "ngã", "thông",
    "lao", "hạng",
];

/// Returns the numerals and number words of `line` outside `dates`, from left to right.
pub(super) fn tokens(line: &str, dates: &[PrintedDate], nouns: &UnitNouns) -> Vec<NumberToken> {
    let found = candidates(line, dates);
    let mut kept: Vec<NumberToken> = Vec::with_capacity(found.len());
    let mut found = found.into_iter().peekable();
    while let Some(token) = found.next() {
        let next = found.peek().filter(|next| is_joined(line, &token, next));
        let before = kept.last().filter(|before| is_joined(line, before, &token));
        if belongs(line, before, &token, next, nouns) {
            kept.push(token);
        }
    }
    kept
}

/// Returns whether exactly one space is between two tokens.
pub(super) fn is_joined(line: &str, first: &NumberToken, second: &NumberToken) -> bool {
    line.get(first.range.end..second.range.start) == Some(" ")
}

/// The word before byte `pos` and a space, in canonical spelling. Empty where there is no space.
pub(super) fn word_before(line: &str, pos: usize) -> String {
    let Some(rest) = line.get(..pos).and_then(|rest| rest.strip_suffix(' ')) else { return String::new() };
    let length: usize =
        chars_before(line, rest.len()).take_while(|c| is_word_char(*c)).map(char::len_utf8).sum();
    rest.get(rest.len() - length..).map_or_else(String::new, canonical)
}

/// The word that ends at byte `end`, in canonical spelling.
fn word_before_end(line: &str, end: usize) -> String {
    let length: usize = chars_before(line, end).take_while(|c| is_word_char(*c)).map(char::len_utf8).sum();
    line.get(end.saturating_sub(length)..end).map_or_else(String::new, canonical)
}

/// Returns whether "năm" at byte `pos` means year because of the word before it.
pub(super) fn is_year_word(line: &str, pos: usize) -> bool {
    BEFORE_YEAR.contains(&word_before(line, pos).as_str())
}

/// Returns whether a number word at byte `start` is the name of a prize: "giải ba", "giải nhất, nhì, ba".
fn is_rank(line: &str, start: usize) -> bool {
    let bare = line.get(..start).map_or(start, |before| before.trim_end_matches([',', ' ']).len());
    let word = word_before_end(line, bare);
    let is_list = bare + 2 == start && word != "giải";
    BEFORE_RANK.contains(&word.as_str()) && (bare + 1 == start || is_list)
}

/// Returns every run of digits and every number word.
fn candidates(line: &str, dates: &[PrintedDate]) -> Vec<NumberToken> {
    let mut found = Vec::new();
    let mut dates = dates.iter().peekable();
    let mut pos = 0;
    while let Some(c) = next_char(line, pos) {
        let start = pos;
        if c.is_numeric() {
            pos = numeral_end(line, start);
            while dates.next_if(|date| date.range.end <= start).is_some() {}
            let in_date = dates.peek().is_some_and(|date| date.range.contains(&start));
            let is_superscript =
                matches!(c, '¹' | '²' | '³') && prev_char(line, start).is_some_and(char::is_alphabetic);
            if !in_date
                && !is_superscript
                && let Some(printed) = line.get(start..pos)
            {
                found.push(NumberToken { range: start..pos, part: numeral(printed) });
            }
        } else if is_word_char(c) {
            pos = word_end(line, start);
            let touches_digit = prev_char(line, start).is_some_and(is_word_char)
                || next_char(line, pos).is_some_and(is_word_char);
            while dates.next_if(|date| date.range.end <= start).is_some() {}
            let in_date = dates.peek().is_some_and(|date| date.range.contains(&start));
            if !touches_digit
                && !in_date
                && let Some(word) = line.get(start..pos).and_then(number_word)
            {
                found.push(NumberToken { range: start..pos, part: NumberPart::Word(word) });
            }
        } else {
            pos += c.len_utf8();
        }
    }
    found
}

/// End of the run of digits that starts at byte `start`: digits of any script, with points and commas between them.
fn numeral_end(line: &str, start: usize) -> usize {
    let mut pos = start;
    while let Some(c) = next_char(line, pos) {
        let after = pos + c.len_utf8();
        let is_sign = matches!(c, '.' | ',') && next_char(line, after).is_some_and(char::is_numeric);
        if !c.is_numeric() && !is_sign {
            break;
        }
        pos = after;
    }
    pos
}

fn word_end(line: &str, start: usize) -> usize {
    let is_inside = |c: &char| (is_word_char(*c) || is_mark(*c)) && !c.is_numeric();
    start + chars_after(line, start).take_while(is_inside).map(char::len_utf8).sum::<usize>()
}

fn numeral(printed: &str) -> NumberPart {
    let is_plain = printed.bytes().all(|b| b.is_ascii_digit()) && !printed.starts_with('0');
    NumberPart::Numeral {
        value: parse_number(printed, Lang::Vi),
        plain_digits: if is_plain { printed.len() } else { 0 },
    }
}

/// Returns whether a number word can belong to a number, given its neighbours that are joined by one space.
fn belongs(
    line: &str,
    before: Option<&NumberToken>,
    token: &NumberToken,
    next: Option<&NumberToken>,
    nouns: &UnitNouns,
) -> bool {
    let Some(word) = token.word() else { return true };
    // "10 tư vấn viên": the noun of a unit begins here.
    if before.is_some_and(|before| nouns.unit_at(line, before.range.end).is_some()) {
        return false;
    }
    if before.is_none() && next.is_none() && is_rank(line, token.range.start) {
        return false;
    }
    let after_numeral = before.is_some_and(NumberToken::is_numeral);
    let next_word = next.and_then(NumberToken::word);
    match word {
        // "5 năm" are years, "5 năm 250" is not certain.
        NumberWord::Digit(5) if after_numeral => next.is_some(),
        NumberWord::Digit(5) if before.is_none() => {
            let opens_other = next.is_some_and(NumberToken::is_numeral)
                || matches!(
                    next_word,
                    Some(NumberWord::Digit(_) | NumberWord::Ten | NumberWord::Twenty | NumberWord::Vague)
                );
            !(opens_other && is_year_word(line, token.range.start))
        }
        NumberWord::Final(1 | 4) if after_numeral => next.is_some(),
        NumberWord::Odd if after_numeral => {
            next.is_some() || line.get(token.range.clone()).is_some_and(|word| canonical(word) != "linh")
        }
        // Without a number before it: "lẻ năm sáng kiến". A capital letter makes it a name: "Mê Linh".
        NumberWord::Odd if before.is_none() => {
            let start = token.range.start;
            let is_name = next_char(line, start).is_some_and(char::is_uppercase);
            next.is_some() && !is_name && !BEFORE_RETAIL.contains(&word_before(line, start).as_str())
        }
        // "đầu tư hai tỷ".
        NumberWord::Final(1 | 4) if before.is_none() => {
            next.is_some() && !BEFORE_PRIVATE.contains(&word_before(line, token.range.start).as_str())
        }
        NumberWord::Zero => before.is_some() || next.is_some(),
        NumberWord::Abbreviation => after_numeral,
        _ => true,
    }
}
