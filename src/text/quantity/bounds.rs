//! Bound words, as one table: which printed words say which comparator.

use super::super::phrase::{next_char, phrase_at, phrase_before};
use crate::domain::Comparator;

/// Words that stand before a number, lower case. Of words that both fit, the longer one is meant: "không dưới" is
/// not "dưới".
const LEADING: [(&str, Comparator); 85] = [
    ("trên", Comparator::Gt),
    ("hơn", Comparator::Gt),
    ("nhiều hơn", Comparator::Gt),
    ("cao hơn", Comparator::Gt),
    ("lớn hơn", Comparator::Gt),
    ("quá", Comparator::Gt),
    ("vượt quá", Comparator::Gt),
    (">", Comparator::Gt),
    ("tối thiểu", Comparator::Ge),
    ("tối thiểu là", Comparator::Ge),
    ("ít nhất", Comparator::Ge),
    ("ít nhất là", Comparator::Ge),
    ("chí ít", Comparator::Ge),
    ("thấp nhất", Comparator::Ge),
    ("thấp nhất là", Comparator::Ge),
    ("không dưới", Comparator::Ge),
    ("không ít hơn", Comparator::Ge),
    ("không kém", Comparator::Ge),
    ("không thấp hơn", Comparator::Ge),
    ("từ trên", Comparator::Gt),
    ("≥", Comparator::Ge),
    ("dưới", Comparator::Lt),
    ("ít hơn", Comparator::Lt),
    ("thấp hơn", Comparator::Lt),
    ("nhỏ hơn", Comparator::Lt),
    ("kém hơn", Comparator::Lt),
    ("chưa đến", Comparator::Lt),
    ("chưa tới", Comparator::Lt),
    ("chưa đầy", Comparator::Lt),
    ("chưa được", Comparator::Lt),
    ("chưa đạt", Comparator::Lt),
    ("không đủ", Comparator::Lt),
    ("chưa quá", Comparator::Le),
    ("không đầy", Comparator::Lt),
    ("không đến", Comparator::Lt),
    ("không tới", Comparator::Lt),
    ("<", Comparator::Lt),
    ("tối đa", Comparator::Le),
    ("tối đa là", Comparator::Le),
    ("nhiều nhất", Comparator::Le),
    ("nhiều nhất là", Comparator::Le),
    ("cao nhất", Comparator::Le),
    ("cao nhất là", Comparator::Le),
    ("không quá", Comparator::Le),
    ("không vượt quá", Comparator::Le),
    ("không trên", Comparator::Le),
    ("không hơn", Comparator::Le),
    ("không nhiều hơn", Comparator::Le),
    ("không cao hơn", Comparator::Le),
    ("≤", Comparator::Le),
    ("khoảng", Comparator::Approx),
    ("khoảng chừng", Comparator::Approx),
    ("khoảng trên", Comparator::Gt),
    ("chừng", Comparator::Approx),
    ("ước", Comparator::Approx),
    ("ước tính", Comparator::Approx),
    ("ước khoảng", Comparator::Approx),
    ("ước đạt", Comparator::Approx),
    ("ước có", Comparator::Approx),
    ("ước tính khoảng", Comparator::Approx),
    ("độ chừng", Comparator::Approx),
    ("tầm", Comparator::Approx),
    ("xấp xỉ", Comparator::Approx),
    ("trên dưới", Comparator::Approx),
    ("≈", Comparator::Approx),
    ("ước trên", Comparator::Gt),
    ("ước hơn", Comparator::Gt),
    ("ước gần", Comparator::ApproxBelow),
    ("ước tính trên", Comparator::Gt),
    ("ước tính hơn", Comparator::Gt),
    ("ước tính gần", Comparator::ApproxBelow),
    ("ước đạt trên", Comparator::Gt),
    ("ước đạt hơn", Comparator::Gt),
    ("ước đạt gần", Comparator::ApproxBelow),
    ("khoảng hơn", Comparator::Gt),
    ("khoảng gần", Comparator::ApproxBelow),
    ("ước đạt khoảng", Comparator::Approx),
    ("gần", Comparator::ApproxBelow),
    ("gần như", Comparator::ApproxBelow),
    ("gần đủ", Comparator::ApproxBelow),
    ("gần bằng", Comparator::ApproxBelow),
    ("gần đạt", Comparator::ApproxBelow),
    ("ngót", Comparator::ApproxBelow),
    ("ngót nghét", Comparator::ApproxBelow),
    ("suýt soát", Comparator::ApproxBelow),
];

/// Words that stand behind what is counted.
const TRAILING: [(&str, Comparator); 6] = [
    ("trở lên", Comparator::Ge),
    ("trở xuống", Comparator::Le),
    ("là ít nhất", Comparator::Ge),
    ("là nhiều nhất", Comparator::Le),
    ("là tối thiểu", Comparator::Ge),
    ("là tối đa", Comparator::Le),
];

/// A bound word found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bound {
    pub word: &'static str,
    pub comparator: Comparator,
    /// Where it starts if it leads, where it ends if it trails; in bytes.
    pub edge: usize,
}

/// The comparator that a bound word states; `None` for any other word. The word is lower case.
pub fn comparator_of(word: &str) -> Option<Comparator> {
    LEADING.iter().chain(&TRAILING).find(|(w, _)| *w == word).map(|(_, comparator)| *comparator)
}

/// The bound word that ends right before byte `at`, but for one space; the longest that fits.
pub(super) fn leading(line: &str, at: usize) -> Option<Bound> {
    let end = skip_space_back(line, at);
    LEADING
        .iter()
        .filter(|(word, _)| end < at || !word.chars().all(char::is_alphabetic))
        .filter_map(|&(word, comparator)| {
            phrase_before(line, end, word).map(|edge| Bound { word, comparator, edge })
        })
        .min_by_key(|bound| bound.edge)
}

/// The bound word that trails a quantity ending at byte `from`: in the same clause, before any other number, and
/// not part of a "từ … trở lên" that speaks of something else.
pub(super) fn trailing(line: &str, from: usize) -> Option<Bound> {
    let rest = line.get(from..)?;
    let clause = rest
        .find(|c: char| {
            c.is_ascii_digit() || matches!(c, ',' | ';' | '.' | ':' | '(' | ')' | '|' | '!' | '?' | '…')
        })
        .map_or(line.len(), |offset| from + offset);
    let starts = rest.char_indices().map(|(offset, _)| from + offset).take_while(|at| *at < clause);
    for at in starts.filter(|at| next_char(line, at.saturating_sub(1)) == Some(' ')) {
        if phrase_at(line, at, "từ").is_some() {
            return None;
        }
        for (word, comparator) in TRAILING {
            if let Some(edge) = phrase_at(line, at, word) {
                return Some(Bound { word, comparator, edge });
            }
        }
    }
    None
}

/// Byte `at`, or the byte before it if a space stands there.
pub(super) fn skip_space_back(line: &str, at: usize) -> usize {
    if super::super::phrase::prev_char(line, at) == Some(' ') { at - 1 } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_once_and_is_lower_case() {
        let words: Vec<&str> = LEADING.iter().chain(&TRAILING).map(|(w, _)| *w).collect();
        for (i, word) in words.iter().enumerate() {
            assert_eq!(*word, word.to_lowercase());
            assert!(!words[..i].contains(word), "{word} stands twice");
        }
    }

    #[test]
    fn the_longest_word_wins() {
        for (line, word, comparator) in [
            ("không dưới 5", "không dưới", Comparator::Ge),
            ("dưới 5", "dưới", Comparator::Lt),
            ("trên dưới 5", "trên dưới", Comparator::Approx),
            ("có Tối thiểu là 5", "tối thiểu là", Comparator::Ge),
            ("≥5", "≥", Comparator::Ge),
        ] {
            let bound = leading(line, line.len() - 1).unwrap();
            assert_eq!((bound.word, bound.comparator), (word, comparator));
        }
        assert_eq!(leading("đạt 5", "đạt ".len()), None);
        assert_eq!(leading("cơm trên5", "cơm trên".len()), None);
    }
}
