//! The Vietnamese alphabetical order of names: a ă â b c d đ e ê … y z.
//!
//! As in the Unicode Collation Algorithm with the Vietnamese rules of CLDR: letters are compared first, then tones (ngang,
//! huyền, hỏi, ngã, sắc, nặng), then case. Numbers are compared by value, and stand before letters. Quotation marks and brackets
//! do not count; other signs count as a space.
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

/// Where a name stands among others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CollationKey {
    letters: Vec<CollationWeight>,
    /// The tone of every letter, and marks of other languages.
    tones: Vec<u8>,
    is_upper: Vec<bool>,
}

/// What is compared first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum CollationWeight {
    Space,
    /// The digits of a number without leading zeros, fewer before more.
    Number(usize, String),
    /// The place of a letter in the alphabet: four for each of a to z, for the shapes of a vowel and for đ.
    Letter(u32),
}

/// The key by which `name` is ordered.
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

/// `items` in the alphabetical order of their names; equal names stay in the order in which they stand.
pub fn sorted_by_name<T, N: AsRef<str>>(
    items: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> N,
) -> Vec<T> {
    let mut keyed: Vec<(CollationKey, T)> =
        items.into_iter().map(|item| (collation_key(name(&item).as_ref()), item)).collect();
    sort_by_key(&mut keyed, |(key, _)| key.clone());
    keyed.into_iter().map(|(_, item)| item).collect()
}

/// Quotation marks and brackets, which stand around a name or a part of it.
fn is_enclosing(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '(' | ')' | '[' | ']')
}

/// The place of a small letter without tone in the alphabet; letters that it does not have follow in their own order.
fn alphabet_position(letter: char) -> u32 {
    let (base, shape) = match letter {
        'đ' => ('d', 1),
        _ => match split_shape(letter) {
            (base, None) => (base, 0),
            // The breve stands before the circumflex, and the circumflex before the horn.
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

/// The place of a tone.
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

/// Behind all tones: a mark of another language.
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
    fn letters_stand_in_the_order_of_the_alphabet_and_tones_after_letters() {
        let alphabet = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z";
        is_sorted(&alphabet.split(' ').collect::<Vec<_>>());
        is_sorted(&["ma", "Ma", "mà", "mả", "mã", "má", "mạ", "man", "mán", "măn"]);
        is_sorted(&["Hoà an", "Hoà bình", "Hòa bình", "Hoài Đức", "Hoàn Kiếm"]);
    }

    #[test]
    fn numbers_stand_by_value_and_before_letters() {
        is_sorted(&["Quận 2", "Quận 10", "Quận 10 A", "Quận 100", "Quận Ba Đình", "Quận2"]);
        assert_eq!(collation_key("Tổ 007"), collation_key("Tổ 7"));
    }

    #[test]
    fn spaces_stand_before_letters_and_quotation_marks_do_not_count() {
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
    fn decomposed_names_stand_where_composed_ones_do() {
        assert_eq!(collation_key("vie\u{323}\u{302}c"), collation_key("việc"));
    }
}
