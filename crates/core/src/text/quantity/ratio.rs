//! Ratios: "78/82 cơ quan" counts 78 offices of 82.
//!
//! Days and months look the same ("1/5 công nhân được nghỉ", "lô 6/2027 tổ 4"). So the noun of a unit must follow, and the
//! second number must not be smaller than the first, nor a year after a month. It must also be above 12, or equal to the
//! first, or follow a word that means have or reach, or count goals, which have no days.

use super::bounds::skip_space_back;
use super::nouns::{UnitMatch, UnitNouns};
use crate::domain::Decimal;
use crate::text::phrase::{next_char, phrase_end, phrase_start};

/// Words before a ratio that are not before a day.
const HAVING: [&str; 9] = ["có", "đạt", "với", "hoàn thành", "vượt", "đã", "tại", "gồm", "là"];

/// Counted words that are reached and have no days.
const GOALS: [&str; 5] = ["chỉ tiêu", "tiêu chí", "nhiệm vụ", "nội dung", "mục tiêu"];

/// Returns whether two numbers are a month and a year: "lô 6/2027".
pub(super) fn is_month(first: Decimal, whole: Decimal) -> bool {
    first <= Decimal::from(12) && whole >= Decimal::from(1900) && whole <= Decimal::from(2100)
}

/// Returns whether goals are counted after byte `end`: "10/12 chỉ tiêu".
pub(super) fn counts_goals(line: &str, end: usize) -> bool {
    GOALS.iter().any(|goal| phrase_end(line, end + 1, goal).is_some())
}

/// Returns the unit after the ratio `first`/`whole` at `start..end`. `None` where it is not a ratio.
pub(super) fn unit<'a>(
    line: &str,
    nouns: &'a UnitNouns,
    (start, end): (usize, usize),
    (first, whole): (Decimal, Decimal),
) -> Option<UnitMatch<'a>> {
    let unit = nouns.unit_at(line, end).filter(|_| next_char(line, end) == Some(' '))?;
    let before = skip_space_back(line, start);
    let is_goal = counts_goals(line, end);
    // "2/3 đoàn viên" are two thirds of them.
    let is_fraction = first < whole && whole <= Decimal::from(5) && !is_goal;
    let no_day = is_goal
        || whole > Decimal::from(12)
        || whole == first
        || HAVING.iter().any(|word| phrase_start(line, before, word).is_some());
    (first <= whole && no_day && !is_month(first, whole) && !is_fraction).then_some(unit)
}
