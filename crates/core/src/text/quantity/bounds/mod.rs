//! Bound words and signs around a number: the comparator that they state, or that it is uncertain.

mod words;

use crate::domain::Comparator;
use crate::text::phrase::{is_word_char, next_char, phrase_end, phrase_start, prev_char};
use crate::text::syllable::canonical;

use words::{
    BEYOND, COMPOUNDS, EXCEEDING, FIELDS, HAVING, LEADING, LOCATED, NEGATIONS, RANKED, SIGNS, TRAILING,
    UNCERTAIN, UNCERTAIN_BEHIND, VEHICLES,
};

/// Most words between a quantity and its trailing bound.
const TRAILING_WORDS: usize = 12;
/// Most words of a phrase in the tables.
const LONGEST: usize = 4;

/// A bound word found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BoundWord {
    pub word: &'static str,
    pub comparator: Comparator,
    /// Byte where it starts if it is before the number, where it ends if it is after it.
    pub edge: usize,
}

/// A bound whose meaning is not certain: the byte where it starts, or where it ends if it is after the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UncertainBound(pub usize);

/// Returns whether "trên" at byte `start` means on or in, judging by the noun after the number that ends at byte `end` and
/// by the verb before: "trên 4 phương diện", "làm việc trên 68 tàu".
pub(super) fn is_located(line: &str, start: usize, end: usize) -> bool {
    if phrase_end(line, start, "trên").is_none() {
        return false;
    }
    let noun = if next_char(line, end) == Some(' ') { end + 1 } else { end };
    let verb = skip_space_back(line, start);
    let is_led = || HAVING.iter().any(|having| phrase_start(line, verb, having).is_some());
    let begins_line = verb == 0;
    let is_vehicle = VEHICLES.iter().any(|vehicle| phrase_end(line, noun, vehicle).is_some());
    FIELDS.iter().any(|field| phrase_end(line, noun, field).is_some())
        || (is_vehicle && !begins_line && !is_led())
        || LOCATED.iter().any(|located| phrase_start(line, verb, located).is_some())
}

/// Returns the comparator that a bound word or sign (lower case) states. `None` for other words.
pub fn comparator_of(word: &str) -> Option<Comparator> {
    let mut all = LEADING.iter().chain(SIGNS).chain(TRAILING).chain([&BEYOND]);
    all.find(|(w, _)| *w == word).map(|(_, comparator)| *comparator)
}

/// Returns whether a text ends with a word or sign that bounds, or may bound, a number after it.
pub fn ends_with_bound(text: &str) -> bool {
    let followed = format!("{text} ");
    !matches!(nearest(&followed, followed.len()), Ok(None))
}

/// Returns the bound word or sign that ends at byte `start` or before one space there. Two of them for one number are
/// uncertain.
pub(super) fn leading(line: &str, start: usize) -> Result<Option<BoundWord>, UncertainBound> {
    let Some(bound) = nearest(line, start)? else { return Ok(None) };
    let words = words_before(line, skip_space_back(line, bound.edge));
    let negated = words.first().is_some_and(|(_, word)| NEGATIONS.contains(&word.as_str()));
    let is_sign = !bound.word.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/'));
    let touched = prev_char(line, bound.edge)
        .is_some_and(|c| "-–—−/_'’·".contains(c) || (is_sign && (c.is_alphanumeric() || is_operator(c))));
    let operator =
        prev_char(line, skip_space_back(line, bound.edge)).is_some_and(|c| is_operator(c) || c == '/');
    match nearest(line, bound.edge) {
        Err(uncertain) if is_sign || negated => Err(uncertain),
        Ok(Some(outer)) => Err(UncertainBound(outer.edge)),
        _ if negated || touched || operator => Err(UncertainBound(bound.edge)),
        _ => Ok(Some(bound)),
    }
}

fn nearest(line: &str, start: usize) -> Result<Option<BoundWord>, UncertainBound> {
    let end = skip_space_back(line, start);
    let Some(before) = line.get(..end) else { return Ok(None) };
    if let Some((word, comparator)) = SIGNS.iter().find(|(sign, _)| before.ends_with(sign)) {
        return Ok(Some(BoundWord { word, comparator: *comparator, edge: end - word.len() }));
    }
    if let Some(edge) = uncertain_sign(line, before, end < start) {
        return Err(UncertainBound(edge));
    }
    if end == start {
        return Ok(None);
    }
    let words = words_before(line, end);
    let at_table = |word: &str| LEADING.iter().find(|(leading, _)| *leading == word);
    for count in (1..=words.len()).rev() {
        let Some(phrase) = words.get(..count) else { continue };
        let edge = phrase.last().map_or(end, |(pos, _)| *pos);
        let joined = phrase.iter().rev().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ");
        let outer = words.get(count).map_or("", |(_, word)| word.as_str());
        let is_compound = COMPOUNDS.iter().any(|(word, before)| *word == joined && before.contains(&outer));
        if is_compound {
            continue;
        }
        if let Some((word, comparator)) = at_table(&joined) {
            return Ok(Some(BoundWord { word, comparator: *comparator, edge }));
        }
        if joined == BEYOND.0 && HAVING.contains(&outer) {
            return Ok(Some(BoundWord { word: BEYOND.0, comparator: BEYOND.1, edge }));
        }
        let is_excess = EXCEEDING.contains(&joined.as_str()) && !is_share(line, start);
        if is_excess || UNCERTAIN.contains(&joined.as_str()) {
            return Err(UncertainBound(edge));
        }
    }
    // "hơn/kém 250": two words for one number.
    match words.first() {
        Some((edge, word)) if word.contains('/') && word.split('/').any(|part| at_table(part).is_some()) => {
            Err(UncertainBound(*edge))
        }
        _ => Ok(None),
    }
}

/// Start of a sign directly before a number whose meaning as a bound is not certain: "± 250", "&gt; 250".
fn uncertain_sign(line: &str, before: &str, is_spaced: bool) -> Option<usize> {
    let sign = before.chars().next_back()?;
    let edge = before.len() - sign.len_utf8();
    let outer = line.get(..edge)?.trim_end().chars().next_back();
    let is_uncertain = match sign {
        '+' => outer.is_some(),
        '=' => outer.is_some_and(is_operator),
        ';' => is_entity(before),
        // "+/- 250".
        '-' | '–' | '−' if before.get(..edge).is_some_and(|outer| outer.ends_with("+/")) => true,
        sign => is_operator(sign),
    };
    (is_uncertain && (is_spaced || sign != '+')).then_some(edge)
}

/// Returns whether the number at byte `start` is a percentage or part of a ratio: "15%", "14/14".
fn is_share(line: &str, start: usize) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || ",.".contains(c);
    let after = line.get(start..).map_or("", |number| number.trim_start_matches(is_part));
    after.trim_start().starts_with(['%', '/'])
}

/// Returns whether a text ends with an HTML character reference: "&gt;".
fn is_entity(text: &str) -> bool {
    let tail: Vec<char> = text.chars().rev().take(9).collect();
    tail.iter().position(|c| *c == '&').is_some_and(|pos| {
        pos > 1 && tail.iter().take(pos).skip(1).all(|c| c.is_ascii_alphanumeric() || *c == '#')
    })
}

/// Returns whether a character is a sign of arithmetic or comparison.
fn is_operator(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '±' | '∓' | '×' | '÷' | '^' | '¬' | '~' | '～' | '+')
        || matches!(c, '\u{2200}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}')
}

/// Words that end at byte `end`, the nearest first, with the byte where each starts. One space is between them.
fn words_before(line: &str, end: usize) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    let mut end = end;
    while words.len() <= LONGEST {
        let Some(rest) = line.get(..end) else { break };
        // "trên/dưới" is one word, "trên / dưới" is three.
        let length: usize =
            rest.chars().rev().take_while(|c| is_word_char(*c) || *c == '/').map(char::len_utf8).sum();
        let start = end - length;
        let Some(word) = line.get(start..end).filter(|word| !word.is_empty() && word.len() < 40) else {
            break;
        };
        let key = word.split('/').map(canonical).collect::<Vec<_>>().join("/");
        words.push((start, key));
        if prev_char(line, start) != Some(' ') {
            break;
        }
        end = start - 1;
    }
    words
}

/// Returns the bound word after a quantity that ends at byte `from`: in the same clause, before any other number, and
/// not part of a "từ … trở lên" about something else. `is_from` is true if "từ" is before the quantity.
pub(super) fn trailing(line: &str, from: usize, is_from: bool) -> Result<Option<BoundWord>, UncertainBound> {
    let mut pos = from;
    for count in 0..TRAILING_WORDS {
        if next_char(line, pos) != Some(' ') {
            return Ok(None);
        }
        pos += 1;
        for (word, comparator) in TRAILING {
            if let Some(edge) = phrase_end(line, pos, word) {
                return Ok(Some(BoundWord { word, comparator: *comparator, edge }));
            }
        }
        if count == 0
            && let Some(edge) = UNCERTAIN_BEHIND.iter().find_map(|word| phrase_end(line, pos, word))
        {
            return Err(UncertainBound(edge));
        }
        let Some(rest) = line.get(pos..) else { return Ok(None) };
        let ends = |c: char| c.is_numeric() || " ,;.:()|!?…".contains(c);
        let word = rest.split(ends).next().unwrap_or(rest);
        let key = canonical(word);
        let ranks = key == "từ" || (RANKED.contains(&key.as_str()) && !is_from);
        if word.is_empty() || ranks {
            return Ok(None);
        }
        pos += word.len();
    }
    Ok(None)
}

/// Returns `pos`, or the byte before it if that is a space.
pub(super) fn skip_space_back(line: &str, pos: usize) -> usize {
    if prev_char(line, pos) == Some(' ') { pos - 1 } else { pos }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Comparator::{Approx, Ge, Gt, Lt};

    #[test]
    fn bound_words_are_unique_and_canonical() {
        let words: Vec<&str> =
            LEADING.iter().chain(TRAILING).map(|(word, _)| *word).chain(UNCERTAIN.iter().copied()).collect();
        for (i, phrase) in words.iter().enumerate() {
            assert!(!words[..i].contains(phrase), "{phrase} stands twice");
            for word in phrase.split([' ', '/']).filter(|word| !word.is_empty()) {
                assert_eq!(word, canonical(word));
            }
            assert!(phrase.split(' ').count() <= LONGEST, "{phrase}");
        }
        let parts = COMPOUNDS.iter().flat_map(|(word, before)| before.iter().chain([word])).chain(HAVING);
        for word in parts.chain(NEGATIONS).chain(RANKED) {
            assert_eq!(*word, canonical(word));
        }
    }

    #[test]
    fn longest_bound_word_wins_regardless_of_case_and_tone_placement() {
        for (line, word, comparator) in [
            ("không dưới 5", "không dưới", Ge),
            ("dưới 5", "dưới", Lt),
            ("trên dưới 5", "trên dưới", Approx),
            ("trên/dưới 5", "trên/dưới", Approx),
            ("có Tối thiểu là 5", "tối thiểu là", Ge),
            ("≥5", "≥", Ge),
            (">= 5", ">=", Ge),
            ("khỏang 5", "khoảng", Approx),
            ("LÊN TỚI HƠN 5", "hơn", Gt),
            ("có ngòai 5", "ngoài", Gt),
        ] {
            let bound = leading(line, line.len() - 1).unwrap().unwrap();
            assert_eq!((bound.word, bound.comparator), (word, comparator), "{line}");
        }
        for line in ["đạt 5", "cơm trên5", "tiến độ 5", "mầm non 5", "tại ngân hàng 5", "+ 5"]
        {
            assert_eq!(leading(line, line.len() - 1), Ok(None), "{line}");
        }
    }

    #[test]
    fn uncertain_bounds_are_reported() {
        for line in [
            "± 5",
            "±5",
            "lên tới 5",
            "Ngoài 5",
            "hàng 5",
            "không gần 5",
            "ít nhất trên 5",
            "khoảng ~5",
            "=> 5",
            "> = 5",
            "&gt; 5",
            "có + 5",
            "hơn/kém 5",
            "chưa 5",
            "hơn hơn 5",
        ] {
            assert!(leading(line, line.len() - 1).is_err(), "{line}");
        }
    }
}
