//! Composed form (NFC): a letter and its marks as one character, which is how nearly all Vietnamese text is stored.

use std::borrow::Cow;

use super::case::{lower as lower_case, upper as upper_case};
use super::letter::{Tone, is_mark, is_vowel, split_shape, split_tone, with_shape, with_tone};
use crate::collections::sort_by_key;

/// Composes Vietnamese vowels with the marks that follow them, as Unicode's NFC does. Everything else is unchanged.
///
/// ```
/// assert_eq!(thidua_core::text::nfc("vie\u{323}\u{302}c"), "việc");
/// assert_eq!(thidua_core::text::nfc("vi\u{EA}\u{323}c"), "việc");
/// ```
pub fn nfc(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_mark) {
        return Cow::Borrowed(text);
    }
    let mut composed = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut marks = Vec::new();
    while let Some(letter) = rest.next() {
        marks.clear();
        while let Some(mark) = rest.next_if(|c| class(*c).is_some()) {
            marks.push(mark);
        }
        if !marks.is_empty() && is_vowel(lower_case(letter)) {
            compose(letter, &mut marks, &mut composed);
        } else {
            composed.push(letter);
            composed.extend(&marks);
        }
    }
    Cow::Owned(composed)
}

/// Canonical combining class of a mark that Vietnamese uses. Marks are sorted by it before composition. `None` for
/// other characters.
const fn class(mark: char) -> Option<u8> {
    match mark {
        '\u{31B}' => Some(216),
        '\u{323}' => Some(220),
        '\u{302}' | '\u{306}' => Some(230),
        _ if Tone::of_mark(mark).is_some() => Some(230),
        _ => None,
    }
}

/// Appends `letter` with its marks in canonical order. As many marks are composed as Unicode composes.
fn compose(letter: char, marks: &mut Vec<char>, out: &mut String) {
    let lower = lower_case(letter);
    let is_upper = lower != letter;
    let (shape, tone) = split_tone(lower);
    let (mut current, shape) = split_shape(shape);
    marks.splice(0..0, shape.into_iter().chain(tone.map(Tone::mark)));
    sort_by_key(marks, |mark| class(*mark));

    let mut left: Vec<char> = Vec::new();
    for mark in marks.iter().copied() {
        // A mark that could not be composed blocks later ones of its class.
        let blocked = left.last().is_some_and(|last| class(*last) >= class(mark));
        match join(current, mark).filter(|_| !blocked) {
            Some(joined) => current = joined,
            None => left.push(Tone::of_mark(mark).map_or(mark, Tone::mark)),
        }
    }
    if is_upper {
        out.push(upper_case(current));
    } else {
        out.push(current);
    }
    out.extend(left);
}

/// Unicode's primary composites among Vietnamese letters: a shape mark is composed only with a letter that has no tone
/// or the dot below.
fn join(letter: char, mark: char) -> Option<char> {
    let (shape, tone) = split_tone(letter);
    match (Tone::of_mark(mark), tone) {
        (Some(new), None) => Some(with_tone(shape, Some(new))),
        (None, None | Some(Tone::Dot)) => with_shape(shape, mark).map(|shaped| with_tone(shaped, tone)),
        _ => None,
    }
}
