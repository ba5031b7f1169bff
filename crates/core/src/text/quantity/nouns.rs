//! What is counted: the printed nouns of the units, longest first.

use std::collections::BTreeMap;

use super::super::phrase::{next_char, phrase_end};
use crate::collections::sort_by_key;
use crate::domain::{Dimension, Unit, UnitId};
use crate::text::{fold_space, lower, lowercase, nfc};

/// How percent is printed.
pub(super) const PERCENT: [&str; 2] = ["%", "phần trăm"];
/// How Vietnamese money is printed.
pub(super) const MONEY: [&str; 5] = ["đồng", "đồng việt nam", "vnđ", "vnd", "đ"];
/// Words that start like money and are people.
const NOT_MONEY: [&str; 6] = ["đồng chí", "đồng bào", "đồng nghiệp", "đồng đội", "đồng tác giả", "đồng minh"];

/// The nouns of a set of units, ready to be looked for.
#[derive(Debug, Clone)]
pub(super) struct UnitNouns {
    /// By their first letter, longest first; a noun that no unit claims only keeps shorter ones from matching.
    nouns: BTreeMap<char, Vec<(String, Option<UnitOfNoun>)>>,
}

/// A unit of whose nouns one is looked for.
#[derive(Debug, Clone)]
struct UnitOfNoun {
    unit: UnitId,
    counts: bool,
}

/// A unit found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnitMatch<'a> {
    pub unit: &'a UnitId,
    /// Whether it counts whole things.
    pub counts: bool,
    /// Where its noun ends, in bytes.
    pub end: usize,
}

impl UnitNouns {
    pub fn new(units: &[Unit]) -> Self {
        let existing = |u: &Unit| UnitOfNoun { unit: u.id.clone(), counts: u.dimension == Dimension::Count };
        let of = |dimension| units.iter().find(|u| u.dimension == dimension).map(existing);
        let printed =
            units.iter().flat_map(|u| u.printed.iter().map(move |noun| (spelled(noun), Some(existing(u)))));
        let percent = PERCENT.iter().map(|noun| ((*noun).to_owned(), of(Dimension::Percent)));
        let money = MONEY.iter().map(|noun| ((*noun).to_owned(), of(Dimension::Money)));
        let not_money = NOT_MONEY.iter().map(|noun| ((*noun).to_owned(), None));
        let mut nouns: BTreeMap<char, Vec<(String, Option<UnitOfNoun>)>> = BTreeMap::new();
        for (noun, unit) in printed.chain(percent).chain(money).chain(not_money) {
            let Some(first) = noun.chars().next() else { continue };
            nouns.entry(first).or_default().push((noun, unit));
        }
        for nouns in nouns.values_mut() {
            // A stable sort: of two equal nouns the unit's own comes first.
            sort_by_key(nouns, |(noun, _)| std::cmp::Reverse(noun.chars().count()));
        }
        Self { nouns }
    }

    /// The unit whose noun stands at byte `pos`, with one space before it unless it is a sign or the short "đ".
    pub fn unit_at(&self, line: &str, pos: usize) -> Option<UnitMatch<'_>> {
        let spaced = next_char(line, pos) == Some(' ');
        let start = if spaced { pos + 1 } else { pos };
        let fits = |noun: &str| {
            spaced || MONEY.contains(&noun) || !noun.chars().next().is_some_and(char::is_alphanumeric)
        };
        let first = lower(next_char(line, start)?);
        let (end, unit) = self
            .nouns
            .get(&first)?
            .iter()
            .filter(|(noun, _)| fits(noun))
            .find_map(|(noun, unit)| phrase_end(line, start, noun).map(|end| (end, unit.as_ref())))?;
        unit.map(|existing| UnitMatch { unit: &existing.unit, counts: existing.counts, end })
    }
}

/// A noun as it is looked for: NFC, single spaces, lower case.
fn spelled(noun: &str) -> String {
    lowercase(&fold_space(&nfc(noun)))
}
