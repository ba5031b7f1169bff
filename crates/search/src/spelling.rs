//! Matching a typed word with the terms of the corpus.
//!
//! A word typed without diacritics means every spelling. A word typed with some of them means the spellings that
//! carry at least those, because marks are typed one after the other: "lao đông" is on its way to "lao động".

use thidua_core::text::letter::{Tone, plain, split_tone};

/// Kind of match between a term and a typed word; greater is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum MatchKind {
    /// Same letters with other marks than typed.
    OtherMarks,
    /// One letter differs.
    Typo,
    /// The term starts with what was typed.
    Prefix,
    /// Same letters with the typed marks and more.
    MoreMarks,
    /// Equal.
    Exact,
}

/// Returns whether the key `term` carries the marks of the key `typed` on their common letters.
pub(super) fn carries_marks(term: &str, typed: &str) -> bool {
    let mut letters = term.chars();
    let shapes_fit = typed.chars().all(|typed| {
        let typed = split_tone(typed).0;
        letters.next().is_some_and(|letter| {
            let letter = split_tone(letter).0;
            letter == typed || plain(letter) == typed
        })
    });
    shapes_fit && tone(typed).is_none_or(|typed| tone(term) == Some(typed))
}

/// First tone of a key. `None` for the level tone.
pub(super) fn tone(key: &str) -> Option<Tone> {
    key.chars().find_map(|letter| split_tone(letter).1)
}

/// Returns whether two folded words differ by one inserted, missing or changed letter, or by two swapped neighbours.
pub(super) fn is_one_edit(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one.as_bytes(), other.as_bytes())
    } else {
        (other.as_bytes(), one.as_bytes())
    };
    let before = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (short.get(before..).unwrap_or_default(), long.get(before..).unwrap_or_default());
    match (short, long) {
        ([], []) => false,
        ([a, b, short @ ..], [c, d, long @ ..]) if a == d && b == c && short == long => true,
        ([_, short_rest @ ..], [_, long_rest @ ..]) if short.len() == long.len() => short_rest == long_rest,
        (short, [_, long_rest @ ..]) => short == long_rest,
        _ => false,
    }
}
