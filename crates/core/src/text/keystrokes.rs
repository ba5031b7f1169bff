//! Vietnamese typed on a keyboard whose input method is switched off.
//!
//! Telex writes marks with letters (`ddoongj` for "động"), VNI with digits (`d9o65ng`). Marks may be typed directly
//! after their letter or after the whole syllable, as the input methods allow.

use super::case::lower;
use super::letter::{Tone, is_vowel, with_shape, with_tone};
use super::syllable::canonical;

const CIRCUMFLEX: char = '\u{302}';
const BREVE: char = '\u{306}';
const HORN: char = '\u{31B}';

/// Returns the word that raw keystrokes mean, in canonical spelling. `None` where no key of `word` writes a mark.
///
/// ```
/// use thidua_core::text::from_keystrokes;
/// assert_eq!(from_keystrokes("ddoongj").as_deref(), Some("động"));
/// assert_eq!(from_keystrokes("d9o65ng").as_deref(), Some("động"));
/// assert_eq!(from_keystrokes("truong72").as_deref(), Some("trường"));
/// assert_eq!(from_keystrokes("lao"), None);
/// ```
pub fn from_keystrokes(word: &str) -> Option<String> {
    let keys: Vec<char> = word.chars().map(lower).collect();
    if !keys.iter().all(char::is_ascii_alphanumeric) || !keys.iter().any(char::is_ascii_alphabetic) {
        return None;
    }
    let method = if keys.iter().any(char::is_ascii_digit) { vni } else { telex };
    let mut written = TypedWord::default();
    let mut marks = 0;
    for key in keys {
        match method(key, &written).filter(|mark| written.mark(*mark)) {
            Some(_) => marks += 1,
            None => written.letters.push(key),
        }
    }
    (marks > 0).then(|| written.word())
}

/// Effect of a key that does not write its letter.
#[derive(Debug, Clone, Copy)]
enum Diacritic {
    /// Adds a tone to the vowels.
    Tone(Tone),
    /// Changes d to đ.
    Stroke,
    /// Adds a circumflex: to this vowel if there is one, else to the last that takes one.
    Circumflex(Option<char>),
    /// Adds horns to u and o.
    Horn,
    /// Adds a breve to a.
    Breve,
    /// Telex w: adds horns, or else a breve.
    HornOrBreve,
}

fn telex(key: char, written: &TypedWord) -> Option<Diacritic> {
    let has_vowel = written.letters.iter().any(|letter| is_vowel(*letter));
    Some(match key {
        's' if has_vowel => Diacritic::Tone(Tone::Acute),
        'f' if has_vowel => Diacritic::Tone(Tone::Grave),
        'r' if has_vowel => Diacritic::Tone(Tone::Hook),
        'x' if has_vowel => Diacritic::Tone(Tone::Tilde),
        'j' if has_vowel => Diacritic::Tone(Tone::Dot),
        'w' => Diacritic::HornOrBreve,
        'd' => Diacritic::Stroke,
        'a' | 'e' | 'o' => Diacritic::Circumflex(Some(key)),
        _ => return None,
    })
}

fn vni(key: char, written: &TypedWord) -> Option<Diacritic> {
    let has_vowel = written.letters.iter().any(|letter| is_vowel(*letter));
    Some(match key {
        '9' => Diacritic::Stroke,
        _ if !has_vowel => return None,
        '1' => Diacritic::Tone(Tone::Acute),
        '2' => Diacritic::Tone(Tone::Grave),
        '3' => Diacritic::Tone(Tone::Hook),
        '4' => Diacritic::Tone(Tone::Tilde),
        '5' => Diacritic::Tone(Tone::Dot),
        '6' => Diacritic::Circumflex(None),
        '7' => Diacritic::Horn,
        '8' => Diacritic::Breve,
        _ => return None,
    })
}

/// A partly typed word: letters without tone, and the tone.
#[derive(Debug, Default)]
struct TypedWord {
    letters: Vec<char>,
    tone: Option<Tone>,
}

impl TypedWord {
    /// Applies a mark. Returns whether a letter takes it.
    fn mark(&mut self, mark: Diacritic) -> bool {
        match mark {
            Diacritic::Tone(tone) => self.tone.replace(tone).is_none(),
            Diacritic::Stroke => match self.letters.first_mut() {
                Some(first) if *first == 'd' => {
                    *first = 'đ';
                    true
                }
                _ => false,
            },
            Diacritic::Circumflex(vowel) => {
                self.shape(CIRCUMFLEX, |letter| vowel.is_none_or(|vowel| vowel == letter)) > 0
            }
            Diacritic::Horn => self.horns(),
            Diacritic::Breve => self.shape(BREVE, |_| true) > 0,
            Diacritic::HornOrBreve => self.horns() || self.shape(BREVE, |_| true) > 0,
        }
    }

    /// Adds horns to an adjacent u and o, else to the last letter that takes one. The u of qu takes none.
    fn horns(&mut self) -> bool {
        let after_q = self.letters.starts_with(&['q']);
        let pair = self.letters.windows(2).position(|two| two == ['u', 'o']).filter(|_| !after_q);
        match pair.and_then(|pos| self.letters.get_mut(pos..pos + 2)) {
            Some(two) => {
                two.copy_from_slice(&['ư', 'ơ']);
                true
            }
            None => self.shape(HORN, |letter| !(after_q && letter == 'u')) > 0,
        }
    }

    /// Adds a shape mark to the last letter that takes it. Returns the number of letters that took it, 0 or 1.
    fn shape(&mut self, mark: char, is_meant: impl Fn(char) -> bool) -> usize {
        let taking = self.letters.iter_mut().rev().filter(|letter| is_meant(**letter));
        let shaped = taking.filter_map(|letter| with_shape(*letter, mark).map(|shaped| *letter = shaped));
        shaped.take(1).count()
    }

    /// Returns the word, with its tone on the letter that the spelling rules give.
    fn word(&self) -> String {
        let last_vowel = self.letters.iter().rposition(|letter| is_vowel(*letter));
        let letters = self.letters.iter().enumerate();
        let toned = letters.map(|(pos, letter)| {
            let tone = self.tone.filter(|_| Some(pos) == last_vowel);
            with_tone(*letter, tone)
        });
        canonical(&toned.collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telex_and_vni_give_the_same_words() {
        for (telex, vni, word) in [
            ("ddua", "d9ua", "đua"),
            ("ddoongj", "d9o65ng", "động"),
            ("gioir", "gio3i", "giỏi"),
            ("sangs", "sang1", "sáng"),
            ("kieens", "kie61n", "kiến"),
            ("truowngf", "tru7o7ng2", "trường"),
            ("truongwf", "truong72", "trường"),
            ("thuwowngj", "thuong75", "thượng"),
            ("nawm", "na8m", "năm"),
            ("quys", "quy1", "quí"),
            ("quowr", "quo73", "quở"),
            ("thana", "than6", "thân"),
            ("hoaf", "hoa2", "hoà"),
        ] {
            let word = canonical(word);
            assert_eq!(from_keystrokes(telex).as_deref(), Some(word.as_str()), "{telex}");
            assert_eq!(from_keystrokes(vni).as_deref(), Some(word.as_str()), "{vni}");
        }
    }

    #[test]
    fn plain_words_and_numbers_are_unchanged() {
        for word in ["lao", "thi", "cong", "2022", "15", "xanh", "sinh", "", "đua", "động", "-", "r2"] {
            assert_eq!(from_keystrokes(word), None, "{word}");
        }
    }
}
