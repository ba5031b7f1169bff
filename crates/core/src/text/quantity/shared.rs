//! Numbers whose noun stands elsewhere: with the next number ("nộp 3.412 và … nộp 2.907 sáng kiến"), or before the number
//! ("số sáng kiến được công nhận là 3.412").

use super::Quantity;
use super::lexer::word_before;
use super::nouns::{UnitMatch, UnitNouns};
use crate::domain::{Decimal, UnitId};
use crate::text::lowercase;
use crate::text::phrase::{next_char, phrase_start};

/// Verbs before two numbers of one noun: "có 120 và 95 sáng kiến".
const HAVING: [&str; 6] = ["có", "là", "đạt", "với", "gồm", "được"];
/// Words that number what follows: "tổ 5 và tổ 7".
const NUMBERING: [&str; 22] = [
    "số",
    "tổ",
    "khu",
    "lô",
    "đội",
    "ngày",
    "tháng",
    "năm",
    "quý",
    "điều",
    "khoản",
    "lớp",
    "khối",
    "phường",
    "quận",
    "cụm",
    "đợt",
    "vòng",
    "máy",
    "lò",
    "ca",
    "và",
];
/// Longest text between two numbers of one noun, in bytes.
const LONGEST_BETWEEN: usize = 80;
/// Longest text between a noun and its number, in bytes.
const LONGEST_LEAD: usize = 120;

/// Gives units to quantities without one, from left to right.
pub(super) fn add_units(line: &str, nouns: &UnitNouns, quantities: &mut [Quantity]) {
    let units: Vec<Option<UnitId>> = quantities
        .iter()
        .enumerate()
        .map(|(index, quantity)| {
            if quantity.unit.is_some() || is_year(line, quantity) {
                return None;
            }
            let next = quantities.get(index + 1);
            let before = index.checked_sub(1).and_then(|index| quantities.get(index));
            next.and_then(|next| of_next(line, nouns, quantity, next))
                .or_else(|| of_lead(line, nouns, quantity, before.map_or(0, |before| before.range.end)))
        })
        .collect();
    for (quantity, unit) in quantities.iter_mut().zip(units) {
        if unit.is_some() {
            quantity.unit = unit;
        }
    }
}

/// Unit of the next quantity, where the same verb is before both numbers.
fn of_next(line: &str, nouns: &UnitNouns, quantity: &Quantity, next: &Quantity) -> Option<UnitId> {
    let unit = next.unit.as_ref()?;
    let counted =
        nouns.unit_at(line, next.number.end).is_some_and(|found| found.is_count && found.unit == unit);
    let between = line.get(quantity.range.end..next.range.start)?;
    let joint = [" và ", ", ", " còn "].iter().find_map(|joint| between.strip_prefix(joint))?;
    if !counted || between.len() > LONGEST_BETWEEN || joint.contains(['.', ';', ':', ',', '(', '“']) {
        return None;
    }
    let (first, second) = (word_before(line, quantity.range.start), word_before(line, next.range.start));
    let is_same = !first.is_empty() && first == second && !NUMBERING.contains(&first.as_str());
    let is_pair = joint.is_empty() && between == " và " && HAVING.contains(&first.as_str());
    (is_same || is_pair).then(|| unit.clone())
}

/// Unit of the noun after "số" in the words that lead to a bare number: "số đoàn viên mới là 5.120". `from` is the byte where
/// the quantity before ends.
fn of_lead(line: &str, nouns: &UnitNouns, quantity: &Quantity, from: usize) -> Option<UnitId> {
    let start = quantity.range.start;
    let ends = next_char(line, quantity.range.end).is_none_or(|c| ",.;)".contains(c))
        || line.get(quantity.range.end..)?.starts_with(" (");
    let lead = line.get(from..start)?.trim_end();
    let leads = lead.ends_with(':')
        || ["là", "đạt"].iter().any(|word| phrase_start(lead, lead.len(), word).is_some());
    if !ends || !leads {
        return None;
    }
    let clause = lead.rfind([',', ';', '.', '(']).map_or(0, |pos| pos + 1);
    let clause = lead
        .get(clause..)
        .filter(|clause| clause.len() <= LONGEST_LEAD && !clause.contains(char::is_numeric))?;
    let offset = from + lead.len() - clause.len();
    let number = lowercase(clause).rfind("số ")?;
    let found: UnitMatch<'_> = nouns.unit_at(line, offset + number + "số".len())?;
    found.is_count.then(|| found.unit.clone())
}

/// Returns whether a quantity is a year: four digits without a separator.
fn is_year(line: &str, quantity: &Quantity) -> bool {
    let printed = line.get(quantity.number.clone()).unwrap_or("");
    printed.len() == 4
        && printed.bytes().all(|b| b.is_ascii_digit())
        && quantity.value >= Decimal::from(1900)
        && quantity.value <= Decimal::from(2100)
}
