//! The Vietnamese alphabetical order of names: a ă â b c d đ e ê … y z.
//!
//! As in the Unicode Collation Algorithm with the Vietnamese rules of CLDR, letters are compared first, then tones
//! (ngang, huyền, hỏi, ngã, sắc, nặng), then case. Numbers are compared by value, and come before letters. Quotation
//! marks and brackets are ignored; other signs count as a space.
//!
//! ```
//! use thidua_core::text::sorted_by_name;
//! let names = ["Quận 10", "Đống Đa", "Ba Đình", "Ân Thi", "Quận 2", "Đan Phượng", "Ăn Mòn"];
//! let sorted = sorted_by_name(names, |name| *name);
//! assert_eq!(sorted, ["Ăn Mòn", "Ân Thi", "Ba Đình", "Đan Phượng", "Đống Đa", "Quận 2", "Quận 10"]);
//! ```

use super::case::lower;
use super::letter::{Tone, is_invisible, is_mark, split_shape, split_tone, vietnamese};
use super::nfc::nfc;
use crate::collections::sort_by_key;

/// Sort key of a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CollationKey {
    letters: Vec<CollationWeight>,
    /// Tone of every letter, or [`FOREIGN`].
    tones: Vec<u8>,
    is_upper: Vec<bool>,
}

/// First level of comparison.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum CollationWeight {
    Space,
    /// Number of digits without leading zeros, and these digits.
    Number(usize, String),
    /// Position of a letter in the alphabet: four positions for each of a to z, for the shapes of a vowel and for đ.
    Letter(u32),
}

/// Returns the sort key of `name`.
pub fn collation_key(name: &str) -> CollationKey {
    let mut key = CollationKey { letters: Vec::new(), tones: Vec::new(), is_upper: Vec::new() };
    let composed = nfc(name);
    let mut rest = composed.trim().chars().peekable();
    while let Some(c) = rest.next() {
        if is_invisible(c) || is_mark(c) || is_enclosing(c) {
            continue;
        }
        if c.is_ascii_digit() {
            let mut digits = String::from(c);
            while let Some(next) = rest.next_if(char::is_ascii_digit) {
                digits.push(next);
            }
            let digits = digits.trim_start_matches('0').to_owned();
            key.letters.push(CollationWeight::Number(digits.len(), digits));
            continue;
        }
        let small = lower(c);
        if !small.is_alphanumeric() {
            if key.letters.last() != Some(&CollationWeight::Space) && !key.letters.is_empty() {
                key.letters.push(CollationWeight::Space);
            }
            continue;
        }
        let letter = vietnamese(small);
        let (toneless, tone) = split_tone(letter);
        key.letters.push(CollationWeight::Letter(alphabet_position(toneless)));
        key.tones.push(if letter == small || letter == 'đ' { tone_rank(tone) } else { FOREIGN });
        key.is_upper.push(small != c);
    }
    if key.letters.last() == Some(&CollationWeight::Space) {
        key.letters.pop();
    }
    key
}

/// Sorts `items` by their names in alphabetical order. The sort is stable.
pub fn sorted_by_name<T, N: AsRef<str>>(
    items: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> N,
) -> Vec<T> {
    let mut keyed: Vec<(CollationKey, T)> =
        items.into_iter().map(|item| (collation_key(name(&item).as_ref()), item)).collect();
    sort_by_key(&mut keyed, |(key, _)| key.clone());
    keyed.into_iter().map(|(_, item)| item).collect()
}

/// Returns whether a character is a quotation mark or a bracket.
fn is_enclosing(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '(' | ')' | '[' | ']')
}

/// Position of a lower-case letter without tone in the alphabet. Letters of other alphabets follow in the order of
/// Unicode.
fn alphabet_position(letter: char) -> u32 {
    let (base, shape) = match letter {
        'đ' => ('d', 1),
        _ => match split_shape(letter) {
            (base, None) => (base, 0),
            // The breve comes before the circumflex, and the circumflex before the horn.
            (base, Some('\u{306}')) => (base, 1),
            (base, Some('\u{302}')) => (base, 2),
            (base, Some(_)) => (base, 3),
        },
    };
    match base {
        'a'..='z' => (u32::from(base) - u32::from('a')) * 4 + shape,
        other => 4 * 26 + u32::from(other),
    }
}

/// Position of a tone in the order of tones.
fn tone_rank(tone: Option<Tone>) -> u8 {
    match tone {
        None => 0,
        Some(Tone::Grave) => 1,
        Some(Tone::Hook) => 2,
        Some(Tone::Tilde) => 3,
        Some(Tone::Acute) => 4,
        Some(Tone::Dot) => 5,
    }
}

/// Rank of a letter with a mark of another language: after all tones.
const FOREIGN: u8 = 6;

#[cfg(test)]
mod tests {
    use super::*;

    fn is_sorted(names: &[&str]) {
        for pair in names.windows(2) {
            assert!(collation_key(pair[0]) < collation_key(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn collation_follows_the_alphabet_then_tones() {
        let alphabet = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z";
        is_sorted(&alphabet.split(' ').collect::<Vec<_>>());
        is_sorted(&["ma", "Ma", "mà", "mả", "mã", "má", "mạ", "man", "mán", "măn"]);
        is_sorted(&["Hoà an", "Hoà bình", "Hòa bình", "Hoài Đức", "Hoàn Kiếm"]);
    }

    #[test]
    fn collation_sorts_numbers_by_value_before_letters() {
        is_sorted(&["Quận 2", "Quận 10", "Quận 10 A", "Quận 100", "Quận Ba Đình", "Quận2"]);
        assert_eq!(collation_key("Tổ 007"), collation_key("Tổ 7"));
    }

    #[test]
    fn collation_sorts_spaces_first_and_ignores_quotation_marks() {
        is_sorted(&[
            "An",
            "An Giang",
            "Anh",
            "“Lao động giỏi”",
            "Lao động - sáng tạo",
            "Lao động (sáng) toàn",
        ]);
    }

    #[test]
    fn collation_ignores_normal_form() {
        assert_eq!(collation_key("vie\u{323}\u{302}c"), collation_key("việc"));
    }
}
