//! One spelling for each syllable.
//!
//! Vietnamese spells the same syllable in several ways: the tone on either letter of an open *oa, oe, uy* (hòa, hoà),
//! *i* or *y* at the end (kì, kỳ), and the marks composed or not, in any order. [`canonical`] chooses one, so that two
//! spellings of a syllable are equal strings. Words that are not Vietnamese syllables keep their letters.
//!
//! - The tone is put where the newer rule puts it: on the letter with a shape mark, else before a final consonant on
//!   the last vowel, else in *oa, oe, uy* on the second vowel, else on the first of two and the middle of three vowels.
//! - *qu* and *gi* before a vowel are consonants (quý, giá), but not in thuý, gì, gìn.
//! - *y* becomes *i* where it is the only vowel after a consonant and ends the syllable (kỳ, sỹ, mỹ, tỷ), and where it
//!   is the only vowel after *qu* (quý, quýt). Alone it is another word (y tế, ý kiến) and is kept.
//!
//! ```
//! use thidua_core::text::syllable::canonical;
//! assert_eq!(canonical("hòa"), canonical("hoà"));
//! assert_eq!(canonical("TỶ"), "tỉ");
//! ```

use super::case::lower;
use super::letter::{
    Tone, is_invisible, is_mark, is_vowel, plain, split_tone, vietnamese, with_shape, with_tone,
};

/// Returns the canonical spelling of a word, in lower case and composed.
pub fn canonical(word: &str) -> String {
    spell(word, true)
}

/// Returns the canonical spelling, but keeps a final *y*: for the beginning of a longer word ("quy" of "quyết").
pub fn canonical_beginning(word: &str) -> String {
    spell(word, false)
}

fn spell(word: &str, y_to_i: bool) -> String {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return word.to_owned();
    }
    let mut letters = letters(word);
    let mut tones = letters.iter().filter_map(|(_, tone)| *tone);
    let (tone, more) = (tones.next(), tones.next());
    if more.is_none()
        && let Some(rhyme) = Rhyme::of(&letters)
    {
        for (letter, old) in &mut letters {
            if y_to_i && rhyme.y_is_i && *letter == 'y' {
                *letter = 'i';
            }
            if rhyme.tone_at.is_some() {
                *old = None;
            }
        }
        if let Some((_, slot)) = rhyme.tone_at.and_then(|pos| letters.get_mut(pos)) {
            *slot = tone;
        }
    }
    letters.into_iter().map(|(letter, tone)| with_tone(letter, tone)).collect()
}

/// Letters of a word, in lower case and without tone, each with its tone.
fn letters(word: &str) -> Vec<(char, Option<Tone>)> {
    let mut letters: Vec<(char, Option<Tone>)> = Vec::with_capacity(word.len());
    for c in word.chars().map(lower) {
        if is_invisible(c) {
            continue;
        }
        if !is_mark(c) {
            letters.push(split_tone(vietnamese(c)));
        } else if let Some((letter, tone)) = letters.last_mut() {
            match Tone::of_mark(c).filter(|_| is_vowel(*letter)) {
                Some(new) => *tone = Some(new),
                None => *letter = with_shape(*letter, c).unwrap_or(*letter),
            }
        }
    }
    letters
}

/// Properties of a syllable that follow from its vowels.
struct Rhyme {
    /// Index of the letter that carries the tone. `None` where the rules give none.
    tone_at: Option<usize>,
    /// True if *y* is a spelling of *i*.
    y_is_i: bool,
}

impl Rhyme {
    /// `None` where the word has no vowel or several groups of vowels: then it is not a Vietnamese syllable.
    fn of(letters: &[(char, Option<Tone>)]) -> Option<Rhyme> {
        let is_vowel_at = |pos: usize| letters.get(pos).is_some_and(|(letter, _)| is_vowel(*letter));
        let first = (0..letters.len()).find(|pos| is_vowel_at(*pos))?;
        let onset: String = letters.iter().take(first + 1).map(|(letter, _)| *letter).collect();
        let is_glide = matches!(onset.as_str(), "qu" | "gi") && is_vowel_at(first + 1);
        let start = if is_glide { first + 1 } else { first };
        let vowels: Vec<char> =
            letters.iter().skip(start).map(|(letter, _)| *letter).take_while(|c| is_vowel(*c)).collect();
        let end = start + vowels.len();
        if (end..letters.len()).any(is_vowel_at) {
            return None;
        }
        let has_coda = end < letters.len();
        let shaped = vowels.iter().rposition(|vowel| plain(*vowel) != *vowel);
        let tone_at = match (shaped, vowels.as_slice()) {
            (Some(pos), _) => Some(pos),
            (None, vowels) if has_coda => vowels.len().checked_sub(1),
            (None, ['o', 'a' | 'e'] | ['u', 'y'] | [_, _, _]) => Some(1),
            (None, [_] | [_, _]) => Some(0),
            _ => None,
        };
        let lone_y = vowels == ['y'] && start > 0 && (!has_coda || onset == "qu");
        Some(Rhyme { tone_at: tone_at.map(|pos| start + pos), y_is_i: lone_y })
    }
}
