//! Words of Vietnamese numbers.

use crate::text::case::lower;
use crate::text::syllable::canonical;

/// Meaning of a word in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberWord {
    /// A digit from one to nine: "một" … "chín".
    Digit(u32),
    /// A digit that is used only after tens: "mốt", "tư", "lăm", "nhăm".
    Final(u32),
    /// "không".
    Zero,
    /// "mười": ten.
    Ten,
    /// "mươi": tens, after a digit.
    Tens,
    /// "hăm": twenty, before a digit.
    Twenty,
    /// "linh", "lẻ": empty tens.
    Odd,
    /// "chục", "trăm", "nghìn" …: multiplies the number before it.
    Scale(u32),
    /// "rưỡi": half of the scale before it.
    Half,
    /// "vài", "dăm", "mấy": some, of unknown number.
    Vague,
    /// "tr": an abbreviated scale with an uncertain meaning.
    Abbreviation,
}

/// Value of "tỷ".
pub(super) const BILLION: u32 = 1_000_000_000;

/// Words in canonical spelling.
const WORDS: [(&str, NumberWord); 36] = [
    ("một", NumberWord::Digit(1)),
    ("hai", NumberWord::Digit(2)),
    ("ba", NumberWord::Digit(3)),
    ("bốn", NumberWord::Digit(4)),
    ("năm", NumberWord::Digit(5)),
    ("sáu", NumberWord::Digit(6)),
    ("bảy", NumberWord::Digit(7)),
    ("bẩy", NumberWord::Digit(7)),
    ("tám", NumberWord::Digit(8)),
    ("chín", NumberWord::Digit(9)),
    ("mốt", NumberWord::Final(1)),
    ("tư", NumberWord::Final(4)),
    ("lăm", NumberWord::Final(5)),
    ("nhăm", NumberWord::Final(5)),
    ("không", NumberWord::Zero),
    ("mười", NumberWord::Ten),
    ("mươi", NumberWord::Tens),
    ("hăm", NumberWord::Twenty),
    ("linh", NumberWord::Odd),
    ("lẻ", NumberWord::Odd),
    ("lẽ", NumberWord::Odd),
    ("chục", NumberWord::Scale(10)),
    ("trăm", NumberWord::Scale(100)),
    ("nghìn", NumberWord::Scale(1_000)),
    ("ngàn", NumberWord::Scale(1_000)),
    ("vạn", NumberWord::Scale(10_000)),
    ("triệu", NumberWord::Scale(1_000_000)),
    ("tỉ", NumberWord::Scale(BILLION)),
    ("rưỡi", NumberWord::Half),
    ("rưởi", NumberWord::Half),
    ("vài", NumberWord::Vague),
    ("dăm", NumberWord::Vague),
    ("mấy", NumberWord::Vague),
    ("tr", NumberWord::Abbreviation),
    ("trđ", NumberWord::Abbreviation),
    ("trd", NumberWord::Abbreviation),
];

/// Longest number word in bytes, composed, in any case.
const LONGEST: usize = 10;

/// Returns the meaning of a number word, in any case and tone placement. `None` for other words.
pub(super) fn number_word(printed: &str) -> Option<NumberWord> {
    let first = lower(printed.chars().next()?);
    if printed.len() > LONGEST || !"bchklmnrstvd".contains(first) {
        return None;
    }
    let key = canonical(printed);
    WORDS.iter().find(|(word, _)| *word == key).map(|(_, meaning)| *meaning)
}

/// Returns whether `word` (lower case) is a scale word.
pub fn is_scale_word(word: &str) -> bool {
    matches!(number_word(word), Some(NumberWord::Scale(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_are_canonical_and_their_first_letters_listed() {
        for (word, meaning) in WORDS {
            assert_eq!(canonical(word), word);
            assert_eq!(number_word(word), Some(meaning), "{word}");
            assert_eq!(number_word(&word.to_uppercase()), Some(meaning), "{word}");
        }
        assert_eq!(number_word("TỶ"), Some(NumberWord::Scale(BILLION)));
        assert_eq!(number_word("trịêu"), Some(NumberWord::Scale(1_000_000)));
        assert_eq!(number_word("tỷ lệ"), None);
    }
}
