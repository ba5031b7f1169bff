//! The words of which Vietnamese numbers are made.

use super::super::case::lower;
use super::super::syllable::canonical;

/// What a word contributes to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A digit from one to nine: "một" … "chín".
    Digit(u32),
    /// A digit that stands behind tens only: "mốt", "tư", "lăm", "nhăm".
    Final(u32),
    /// "không".
    Zero,
    /// "mười": ten.
    Ten,
    /// "mươi": tens, behind a digit.
    Tens,
    /// "hăm": twenty, before a digit.
    Twenty,
    /// "linh", "lẻ": empty tens.
    Odd,
    /// "chục", "trăm", "nghìn" …: multiplies what stands before it.
    Scale(u32),
    /// "rưỡi": half of the scale before it.
    Half,
    /// "vài", "dăm", "mấy": some, nobody knows how many.
    Vague,
    /// "tr": an abbreviated scale whose reading is not certain.
    Abbreviation,
}

/// The value of "tỷ".
pub(super) const BILLION: u32 = 1_000_000_000;

/// The words in canonical spelling.
const WORDS: [(&str, Word); 36] = [
    ("một", Word::Digit(1)),
    ("hai", Word::Digit(2)),
    ("ba", Word::Digit(3)),
    ("bốn", Word::Digit(4)),
    ("năm", Word::Digit(5)),
    ("sáu", Word::Digit(6)),
    ("bảy", Word::Digit(7)),
    ("bẩy", Word::Digit(7)),
    ("tám", Word::Digit(8)),
    ("chín", Word::Digit(9)),
    ("mốt", Word::Final(1)),
    ("tư", Word::Final(4)),
    ("lăm", Word::Final(5)),
    ("nhăm", Word::Final(5)),
    ("không", Word::Zero),
    ("mười", Word::Ten),
    ("mươi", Word::Tens),
    ("hăm", Word::Twenty),
    ("linh", Word::Odd),
    ("lẻ", Word::Odd),
    ("lẽ", Word::Odd),
    ("chục", Word::Scale(10)),
    ("trăm", Word::Scale(100)),
    ("nghìn", Word::Scale(1_000)),
    ("ngàn", Word::Scale(1_000)),
    ("vạn", Word::Scale(10_000)),
    ("triệu", Word::Scale(1_000_000)),
    ("tỉ", Word::Scale(BILLION)),
    ("rưỡi", Word::Half),
    ("rưởi", Word::Half),
    ("vài", Word::Vague),
    ("dăm", Word::Vague),
    ("mấy", Word::Vague),
    ("tr", Word::Abbreviation),
    ("trđ", Word::Abbreviation),
    ("trd", Word::Abbreviation),
];

/// No number word has more bytes, composed, whatever its case.
const LONGEST: usize = 10;

/// The number word that `printed` is, in any case and tone placement.
pub(super) fn number_word(printed: &str) -> Option<Word> {
    let first = lower(printed.chars().next()?);
    if printed.len() > LONGEST || !"bchklmnrstvd".contains(first) {
        return None;
    }
    let key = canonical(printed);
    WORDS.iter().find(|(word, _)| *word == key).map(|(_, meaning)| *meaning)
}

/// Whether `word` (lower case) is a scale word.
pub fn is_scale_word(word: &str) -> bool {
    matches!(number_word(word), Some(Word::Scale(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_canonical_short_and_begin_with_a_known_letter() {
        for (word, meaning) in WORDS {
            assert_eq!(canonical(word), word);
            assert_eq!(number_word(word), Some(meaning), "{word}");
            assert_eq!(number_word(&word.to_uppercase()), Some(meaning), "{word}");
        }
        assert_eq!(number_word("TỶ"), Some(Word::Scale(BILLION)));
        assert_eq!(number_word("trịêu"), Some(Word::Scale(1_000_000)));
        assert_eq!(number_word("tỷ lệ"), None);
    }
}
