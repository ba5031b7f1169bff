//! How a typed word fits a word of the collection.
//!
//! Who types without marks means every spelling; who types some of them means the spellings that carry at least
//! those, because marks are typed one after the other: "lao đông" is on its way to "lao động".

use thidua_core::text::letter::{Tone, plain, split_tone};

/// How well a word of the collection fits a typed one; the best is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum MatchKind {
    /// The same letters with other marks than typed.
    OtherMarks,
    /// One letter differs.
    Typo,
    /// It begins with what is typed.
    Prefix,
    /// The same letters, with the marks typed and more.
    MoreMarks,
    /// The same.
    Exact,
}

/// Whether the word of key `term` carries the marks of the key `typed` on the letters that they share.
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

/// The first tone of a key; none for the level tone.
pub(super) fn tone(key: &str) -> Option<Tone> {
    key.chars().find_map(|letter| split_tone(letter).1)
}

/// Whether two folded words differ by one letter more, less or other, or by two neighbours swapped.
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
