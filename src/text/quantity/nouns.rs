//! What is counted: the printed nouns of the units, longest first.

use super::super::phrase::{next_char, phrase_at};
use crate::domain::{Dimension, Unit, UnitId};
use crate::order::sort_by_key;
use crate::text::{fold_space, lowercase, nfc};

/// How percent is printed.
pub(super) const PERCENT: [&str; 2] = ["%", "phần trăm"];
/// How Vietnamese money is printed.
pub(super) const MONEY: [&str; 5] = ["đồng", "đồng việt nam", "vnđ", "vnd", "đ"];
/// Words that start like money and are people.
const NOT_MONEY: [&str; 6] = ["đồng chí", "đồng bào", "đồng nghiệp", "đồng đội", "đồng tác giả", "đồng minh"];

/// The nouns of a set of units, ready to be looked for.
#[derive(Debug)]
pub(super) struct Nouns<'a> {
    /// Longest first; a noun that no unit claims only keeps shorter ones from matching.
    nouns: Vec<(String, Option<&'a UnitId>)>,
}

/// A unit found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'a> {
    pub unit: &'a UnitId,
    /// Where its noun ends, in bytes.
    pub end: usize,
}

impl<'a> Nouns<'a> {
    pub fn new(units: &'a [Unit]) -> Self {
        let of = |dimension| units.iter().find(|u| u.dimension == dimension).map(|u| &u.id);
        let printed = units.iter().flat_map(|u| u.printed.iter().map(|noun| (spelled(noun), Some(&u.id))));
        let percent = PERCENT.iter().map(|noun| ((*noun).to_owned(), of(Dimension::Percent)));
        let money = MONEY.iter().map(|noun| ((*noun).to_owned(), of(Dimension::Money)));
        let not_money = NOT_MONEY.iter().map(|noun| ((*noun).to_owned(), None));
        let mut nouns: Vec<_> = printed.chain(percent).chain(money).chain(not_money).collect();
        nouns.retain(|(noun, _)| !noun.is_empty());
        // A stable sort: of two equal nouns the unit's own comes first.
        sort_by_key(&mut nouns, |(noun, _)| std::cmp::Reverse(noun.chars().count()));
        Self { nouns }
    }

    /// The unit whose noun stands at byte `at`, with one space before it unless it is a sign or the short "đ".
    pub fn at(&self, line: &str, at: usize) -> Option<Found<'a>> {
        let spaced = next_char(line, at) == Some(' ');
        let start = if spaced { at + 1 } else { at };
        let fits = |noun: &str| {
            spaced || MONEY.contains(&noun) || !noun.chars().next().is_some_and(char::is_alphanumeric)
        };
        let (end, unit) = self
            .nouns
            .iter()
            .filter(|(noun, _)| fits(noun))
            .find_map(|(noun, unit)| phrase_at(line, start, noun).map(|end| (end, *unit)))?;
        unit.map(|unit| Found { unit, end })
    }
}

/// A noun as it is looked for: NFC, single spaces, lower case.
fn spelled(noun: &str) -> String {
    lowercase(&fold_space(&nfc(noun)))
}
