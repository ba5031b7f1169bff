//! Misprinted nouns of units: "3.200 suất học bỗng" counts scholarships.
//!
//! A noun of at least two syllables is recognised where exactly one syllable of it is printed with another diacritic or
//! with a letter too many or too few. The reader of quantities itself is exact, because verification uses it: the
//! misprinted noun becomes a further printed form of the unit, first of the context of this article and then of the corpus
//! that the article is added to.

use std::collections::BTreeMap;

use thidua_core::domain::{Dimension, Unit, UnitId};
use thidua_core::text::quantity::Quantity;
use thidua_core::text::{Token, fold, lowercase, next_char, slice};

/// Fewest and most syllables of a noun.
const SYLLABLES: std::ops::RangeInclusive<usize> = 2..=5;
/// Fewest letters of a syllable that may lack one or have one too many.
const LONG: usize = 3;
/// Syllables that make another noun: "học viện", "công đoạn", "công nhận".
const OTHER_WORDS: [&str; 10] = ["viện", "đoạn", "nhận", "hồ", "họ", "bạn", "thị", "dẫn", "hoặc", "của"];

/// A noun of a unit that an article prints with a mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Misprint {
    pub unit: UnitId,
    /// Noun as printed, in lower case.
    pub printed: String,
    /// Noun that is meant.
    pub meant: String,
}

/// Nouns by their shape without diacritics, and without one letter of one syllable.
#[derive(Debug, Clone, Default)]
pub(super) struct NounShapes {
    shapes: BTreeMap<String, Vec<(String, UnitId)>>,
}

impl NounShapes {
    /// Shapes of the nouns of counted units.
    pub fn new(units: &[Unit]) -> Self {
        let mut shapes: BTreeMap<String, Vec<(String, UnitId)>> = BTreeMap::new();
        for unit in units.iter().filter(|unit| unit.dimension == Dimension::Count) {
            for noun in &unit.printed {
                let is_plain = noun.chars().all(|c| c.is_alphabetic() || c == ' ');
                if is_plain && SYLLABLES.contains(&noun.split(' ').count()) {
                    for shape in shapes_of(noun) {
                        shapes.entry(shape).or_default().push((noun.clone(), unit.id.clone()));
                    }
                }
            }
        }
        Self { shapes }
    }

    /// Returns the misprinted nouns after the quantities of a line, each once. `words` are the words of the line. A noun of two
    /// syllables that is printed right is not looked at again.
    pub fn find(&self, line: &str, words: &[Token], quantities: &[Quantity]) -> Vec<Misprint> {
        let mut found: Vec<Misprint> = Vec::new();
        for quantity in quantities {
            let (number, end) = (quantity.number.end, quantity.range.end);
            let known = line.get(number..end).unwrap_or("");
            if next_char(line, number) != Some(' ') || known.trim().contains(' ') {
                continue;
            }
            let from = words.partition_point(|word| word.range.start < number);
            let longest =
                SYLLABLES.rev().find_map(|count| self.at(line, words.get(from..from + count)?, end));
            if let Some(misprint) = longest
                && !found.contains(&misprint)
            {
                found.push(misprint);
            }
        }
        found
    }

    /// Misprint in these words of a line, which is longer than the noun that ends at byte `known`.
    fn at(&self, line: &str, words: &[Token], known: usize) -> Option<Misprint> {
        let (first, last) = (words.first()?, words.last()?);
        let printed = lowercase(slice(line, first.range.start..last.range.end));
        let is_phrase = printed.chars().all(|c| c.is_alphabetic() || c == ' ');
        if last.range.end <= known || !is_phrase || printed.split(' ').count() != words.len() {
            return None;
        }
        let candidates =
            shapes_of(&printed).into_iter().filter_map(|shape| self.shapes.get(&shape)).flatten();
        let mut meant = candidates.filter(|(noun, _)| is_misprint(&printed, noun));
        let (noun, unit) = meant.next()?;
        meant.all(|(_, other)| other == unit).then(|| Misprint {
            unit: unit.clone(),
            printed,
            meant: noun.clone(),
        })
    }
}

/// Shape of a phrase without diacritics, and its shapes without one letter of one syllable.
fn shapes_of(phrase: &str) -> Vec<String> {
    let folded = fold(phrase);
    let mut shapes = vec![folded.clone()];
    for (pos, letter) in folded.char_indices().filter(|(_, c)| *c != ' ') {
        let (before, after) = (folded.get(..pos), folded.get(pos + letter.len_utf8()..));
        if let (Some(before), Some(after)) = (before, after) {
            shapes.push(format!("{before}{after}"));
        }
    }
    shapes
}

/// Returns whether exactly one syllable differs, by a diacritic or by one letter.
fn is_misprint(printed: &str, noun: &str) -> bool {
    let pairs = printed.split(' ').zip(noun.split(' '));
    let differing: Vec<(&str, &str)> = pairs.filter(|(a, b)| a != b).collect();
    let [(wrong, right)] = differing.as_slice() else { return false };
    if printed.split(' ').count() != noun.split(' ').count() || OTHER_WORDS.contains(wrong) {
        return false;
    }
    let (a, b) = (fold(wrong), fold(right));
    let (long, short) = if a.len() > b.len() { (&a, &b) } else { (&b, &a) };
    let lacks_letter = long.len() == short.len() + 1
        && short.len() >= LONG
        && long.char_indices().any(|(pos, letter)| {
            let rest = long.get(pos + letter.len_utf8()..).unwrap_or("");
            long.get(..pos).is_some_and(|start| short.strip_prefix(start) == Some(rest))
        });
    a == b || lacks_letter
}

#[cfg(test)]
mod tests {
    use thidua_core::text::quantity::QuantityReader;
    use thidua_core::text::tokens;

    use super::*;
    use crate::vocabulary::Vocabulary;

    fn found(line: &str) -> Vec<(String, String)> {
        let units = Vocabulary::built_in().units().to_vec();
        let quantities = QuantityReader::new(&units).quantities(line);
        let found = NounShapes::new(&units).find(line, &tokens(line), &quantities);
        found.into_iter().map(|misprint| (misprint.printed, misprint.meant)).collect()
    }

    #[test]
    fn noun_with_one_wrong_syllable_is_recognised() {
        for (line, printed, meant) in [
            ("chi 3.200 suất học bỗng cho trẻ", "suất học bỗng", "suất học bổng"),
            ("có 45 sáng kến được khen", "sáng kến", "sáng kiến"),
            ("khen 12 tập thề, 9 cá nhân", "tập thề", "tập thể"),
            ("có 7 bệnh viên nộp báo cáo", "bệnh viên", "bệnh viện"),
        ] {
            assert_eq!(found(line), [(printed.to_owned(), meant.to_owned())], "{line}");
        }
    }

    #[test]
    fn nouns_of_other_things_are_no_misprints() {
        for line in [
            "có 3 học viện, 5 công đoạn",
            "có 45 sáng kiến được khen",
            "ra mắt 3 tập thơ",
            "sau 12 giờ làm",
            "trong 3 tới 9 tuần. Lao động giỏi",
            "có 9 tập, thể thao",
            "12 thợ lò giỏi nghề",
            "có 120 người lao động nữ",
            "trong 3 giờ hoặc 5 ngày",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
    }
}
