//! So many of so many: "78/82 cơ quan" counts 78 offices.
//!
//! Days look the same ("1/5 công nhân được nghỉ"). So the noun of a unit has to follow, the second number must not be
//! smaller, and it must be more than a month can be, equal to the first, or stand behind a word that has or reaches.

use super::super::phrase::{next_char, phrase_before};
use super::amount::Numerals;
use super::bounds::skip_space_back;
use super::nouns::{Found, Nouns};
use crate::domain::Decimal;
use crate::text::number::Numeral;

/// Words before a ratio that a day does not stand behind.
const HAVING: [&str; 9] = ["có", "đạt", "với", "hoàn thành", "vượt", "đã", "tại", "gồm", "là"];

/// The first number of the ratio that begins with `numeral`, and the unit behind the second.
pub(super) fn ratio<'a>(
    line: &str,
    numerals: &Numerals<'_>,
    nouns: &'a Nouns,
    numeral: &Numeral,
) -> Option<(Decimal, Found<'a>)> {
    let first = numeral.value?;
    let slash = numeral.range.end;
    if next_char(line, slash) != Some('/') || !numerals.free_before(numeral) {
        return None;
    }
    let second = numerals.at(slash + 1).filter(|n| numerals.free_behind(n))?;
    let whole = second.value?;
    let unit = nouns.at(line, second.range.end).filter(|_| next_char(line, second.range.end) == Some(' '))?;
    let end = skip_space_back(line, numeral.range.start);
    let no_day = whole > Decimal::from(12)
        || whole == first
        || HAVING.iter().any(|word| phrase_before(line, end, word).is_some());
    (first <= whole && no_day).then_some((first, unit))
}
