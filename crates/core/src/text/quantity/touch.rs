//! Characters that touch a number.
//!
//! Separators are listed. Every other character that touches a number makes it part of something else: a code, a date,
//! a misread or oddly grouped number.

use std::ops::Range;

use crate::text::phrase::{chars_after, chars_before, next_char, phrase_end, prev_char};

/// Bound signs that may touch a number.
const BOUNDS: &str = "<>≤≥⩽⩾≦≧~∼～≈≃≅≒≲";

/// Returns whether a number can begin at byte `start`, judging by the character before it.
pub(super) fn is_free_before(line: &str, start: usize) -> bool {
    let Some(sign) = prev_char(line, start) else { return true };
    let before = prev_char(line, start - sign.len_utf8());
    match sign {
        ' ' => true,
        '(' | '[' | '{' | '“' | '«' => !before.is_some_and(char::is_numeric),
        '"' | '\'' | '‘' | '’' | '”' => before.is_none_or(|c| matches!(c, ' ' | '(' | '[' | '“')),
        '|' => line.starts_with('|') && !before.is_some_and(char::is_numeric),
        sign if BOUNDS.contains(sign) => !before.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Returns whether a number can end at byte `end`, judging by the character after it.
pub(super) fn is_free_after(line: &str, end: usize) -> bool {
    let Some(sign) = next_char(line, end) else { return true };
    let after = next_char(line, end + sign.len_utf8());
    let at_end = !after.is_some_and(char::is_alphanumeric);
    match sign {
        ' ' | '“' | '«' => true,
        '%' | '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '}' | '”' | '»' | '"' | '\'' | '‘'
        | '’' => at_end,
        '|' => line.starts_with('|') && !after.is_some_and(char::is_numeric),
        'đ' | 'Đ' => phrase_end(line, end, "đ").is_some(),
        'v' | 'V' => ["vnđ", "vnd"].iter().any(|money| phrase_end(line, end, money).is_some()),
        _ => false,
    }
}

/// Returns whether a number word can end at byte `end`: "3 triệu/người" is three million.
pub(super) fn word_is_free_after(line: &str, end: usize) -> bool {
    match next_char(line, end) {
        Some('/') => !next_char(line, end + 1).is_some_and(char::is_numeric),
        _ => is_free_after(line, end),
    }
}

/// Most characters that [`unspaced`] reads in each direction.
const REACH: usize = 40;

/// Range without spaces around `start..end`, without punctuation and brackets at its ends.
pub(super) fn unspaced(line: &str, start: usize, end: usize) -> Range<usize> {
    let is_edge = |c: &char| " ().,;:!?…“”\"|[]".contains(*c);
    let lead: Vec<char> = chars_before(line, start).take(REACH).take_while(|c| *c != ' ').collect();
    let outer = lead.iter().rev().take_while(|c| is_edge(c)).count();
    let from = start - lead.iter().take(lead.len() - outer).map(|c| c.len_utf8()).sum::<usize>();
    let tail: Vec<char> = chars_after(line, end).take(REACH).take_while(|c| *c != ' ').collect();
    let outer = tail.iter().rev().take_while(|c| is_edge(c)).count();
    let to = end + tail.iter().take(tail.len() - outer).map(|c| c.len_utf8()).sum::<usize>();
    from..to
}
