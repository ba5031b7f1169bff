//! Search for phrases in a line, as whole words and whole numbers.
//!
//! Lines and phrases must be folded (NFC, white space as one space). A phrase that starts or ends with a digit is not
//! found inside a longer number, date or time: `2 lượt` is not in `352 lượt`, `.090` is not in `3.090`, and `6/2022` is
//! not in `30/6/2022`.

use std::ops::Range;

use super::case::lower;

/// Returns whether `c` is part of a word: a letter, a digit, or a combining mark.
pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Returns the byte range of every occurrence of `phrase` in `line` that begins and ends at a boundary of words and
/// numbers. Case and marks must be equal. A phrase of several words may begin with the second number of a ratio.
///
/// ```
/// use thidua_core::text::match_ranges;
/// assert_eq!(match_ranges("có 352 lượt, 2 lượt", "2 lượt").len(), 1);
/// assert_eq!(match_ranges("có 78/82 cơ quan", "82 cơ quan").len(), 1);
/// ```
pub fn match_ranges(line: &str, phrase: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let Some(first) = phrase.chars().next() else { return found };
    while let Some(offset) = line.get(from..).and_then(|rest| rest.find(phrase)) {
        let range = from + offset..from + offset + phrase.len();
        from = range.start + first.len_utf8();
        let of_ratio = phrase.contains(' ') && prev_char(line, range.start) == Some('/');
        if (of_ratio || starts_whole(line, range.start)) && ends_whole(line, range.end) {
            found.push(range);
        }
    }
    found
}

/// Returns the byte where `phrase` (lower case) ends, if it begins at byte `pos` of `line` in any case and ends at a
/// word boundary.
pub fn phrase_end(line: &str, pos: usize, phrase: &str) -> Option<usize> {
    let mut printed = line.get(pos..)?.char_indices();
    for expected in phrase.chars() {
        let (_, c) = printed.next()?;
        if lower(c) != expected {
            return None;
        }
    }
    let end = printed.next().map_or(line.len(), |(offset, _)| pos + offset);
    let ends_in_word = phrase.chars().next_back().is_some_and(is_word_char);
    (!ends_in_word || !next_char(line, end).is_some_and(is_word_char)).then_some(end)
}

/// Returns the byte where `phrase` (lower case) starts, if it ends at byte `end` of `line` in any case and starts at a
/// word boundary.
pub fn phrase_start(line: &str, end: usize, phrase: &str) -> Option<usize> {
    let mut printed = line.get(..end)?.char_indices().rev();
    let mut start = end;
    for expected in phrase.chars().rev() {
        let (offset, c) = printed.next()?;
        if lower(c) != expected {
            return None;
        }
        start = offset;
    }
    let starts_in_word = phrase.chars().next().is_some_and(is_word_char);
    (!starts_in_word || !prev_char(line, start).is_some_and(is_word_char)).then_some(start)
}

/// The character before byte `pos`.
pub fn prev_char(line: &str, pos: usize) -> Option<char> {
    step();
    line.get(..pos)?.chars().next_back()
}

/// The character at byte `pos`.
pub fn next_char(line: &str, pos: usize) -> Option<char> {
    step();
    line.get(pos..)?.chars().next()
}

#[cfg(test)]
thread_local! {
    /// Number of characters that this thread has read, so that tests can tell linear from quadratic time.
    pub(super) static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts one character, in tests.
fn step() {
    #[cfg(test)]
    STEPS.set(STEPS.get() + 1);
}

/// The characters before byte `pos`, the nearest first.
pub(super) fn chars_before(line: &str, pos: usize) -> impl Iterator<Item = char> {
    line.get(..pos).into_iter().flat_map(|before| before.chars().rev()).inspect(|_| step())
}

/// The characters from byte `pos` on.
pub(super) fn chars_after(line: &str, pos: usize) -> impl Iterator<Item = char> {
    line.get(pos..).into_iter().flat_map(str::chars).inspect(|_| step())
}

fn starts_whole(line: &str, pos: usize) -> bool {
    let mut before = chars_before(line, pos);
    match (before.next(), next_char(line, pos)) {
        (Some(b), Some('.' | ',' | '/' | ':')) if b.is_ascii_digit() => false,
        (Some(b), Some(c)) if is_word_char(b) => !is_word_char(c),
        (Some('.' | ',' | '/' | ':'), Some(c)) if c.is_ascii_digit() => {
            !before.next().is_some_and(|b| b.is_ascii_digit())
        }
        _ => true,
    }
}

fn ends_whole(line: &str, pos: usize) -> bool {
    let mut after = chars_after(line, pos);
    match (prev_char(line, pos), after.next()) {
        (Some(c), Some(a)) if is_word_char(a) => !is_word_char(c),
        (Some(c), Some('.' | ',' | '/' | ':')) if c.is_ascii_digit() => {
            !after.next().is_some_and(|a| a.is_ascii_digit())
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn match_inside_a_number_or_date_is_ignored() {
        let line = "đạt 3.090 lượt và 352 “Giỏi” (30/6/2022, 22:25), 15,5%";
        for cut in [
            "090 lượt",
            ".090 lượt",
            "2 “Giỏi”",
            "6/2022",
            "30/6",
            "25",
            "22",
            "đạt 3",
            "15",
            "ạt 3.090",
            "lượ",
        ] {
            assert!(match_ranges(line, cut).is_empty(), "{cut}");
        }
        for whole in ["3.090 lượt", "352 “Giỏi”", "30/6/2022", "22:25", "15,5", "15,5%"] {
            assert_eq!(match_ranges(line, whole).len(), 1, "{whole}");
        }
    }

    #[test]
    fn phrases_match_regardless_of_case() {
        assert_eq!(phrase_end("Tối Thiểu 5", 0, "tối thiểu"), Some("Tối Thiểu".len()));
        assert_eq!(phrase_end("tối thiểuu", 0, "tối thiểu"), None);
        assert_eq!(phrase_start("là Trên ", "là Trên".len(), "trên"), Some("là ".len()));
        assert_eq!(phrase_start("mtrên", "mtrên".len(), "trên"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_searched_without_panic(line in ".{0,40}", phrase in ".{0,4}", pos in 0usize..60) {
            for range in match_ranges(&line, &phrase) {
                prop_assert_eq!(line.get(range), Some(phrase.as_str()));
            }
            phrase_end(&line, pos, &phrase);
            phrase_start(&line, pos, &phrase);
        }
    }
}
