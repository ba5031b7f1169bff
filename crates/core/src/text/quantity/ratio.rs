//! Ratios: "78/82 cơ quan" counts 78 offices.
//!
//! Days look the same ("1/5 công nhân được nghỉ"). So the noun of a unit must follow, and the second number must not be
//! smaller than the first. It must also be above 12, or equal to the first, or follow a word that means have or reach.

use super::bounds::skip_space_back;
use super::nouns::{UnitMatch, UnitNouns};
use crate::domain::Decimal;
use crate::text::phrase::{next_char, phrase_start};

/// Words before a ratio that are not before a day.
const HAVING: [&str; 9] = ["có", "đạt", "với", "hoàn thành", "vượt", "đã", "tại", "gồm", "là"];

/// Returns the unit after the ratio `first`/`whole` at `start..end`. `None` where it is not a ratio.
pub(super) fn unit<'a>(
    line: &str,
    nouns: &'a UnitNouns,
    (start, end): (usize, usize),
    (first, whole): (Decimal, Decimal),
) -> Option<UnitMatch<'a>> {
    let unit = nouns.unit_at(line, end).filter(|_| next_char(line, end) == Some(' '))?;
    let before = skip_space_back(line, start);
    let no_day = whole > Decimal::from(12)
        || whole == first
        || HAVING.iter().any(|word| phrase_start(line, before, word).is_some());
    (first <= whole && no_day).then_some(unit)
}
