//! Printed nouns of units, the longest first.

use std::collections::BTreeMap;

use crate::collections::sort_by_key;
use crate::domain::{Dimension, Unit, UnitId};
use crate::text::phrase::{next_char, phrase_end};
use crate::text::{fold_space, lower, lowercase, nfc};

/// Printed forms of percent.
pub(super) const PERCENT: [&str; 2] = ["%", "phần trăm"];
/// Printed forms of Vietnamese money.
pub(super) const MONEY: [&str; 5] = ["đồng", "đồng việt nam", "vnđ", "vnd", "đ"];
/// Words that begin like money and mean people.
const NOT_MONEY: [&str; 6] = ["đồng chí", "đồng bào", "đồng nghiệp", "đồng đội", "đồng tác giả", "đồng minh"];

/// Nouns of a set of units.
#[derive(Debug, Clone)]
pub(super) struct UnitNouns {
    /// By first letter, the longest first. A noun without a unit only prevents shorter nouns from matching.
    nouns: BTreeMap<char, Vec<(String, Option<UnitOfNoun>)>>,
}

/// Unit of a noun.
#[derive(Debug, Clone)]
struct UnitOfNoun {
    unit: UnitId,
    is_count: bool,
}

/// A unit whose noun was found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnitMatch<'a> {
    pub unit: &'a UnitId,
    /// True if it counts whole things.
    pub is_count: bool,
    /// End of the noun, in bytes.
    pub end: usize,
}

impl UnitNouns {
    pub fn new(units: &[Unit]) -> Self {
        let existing =
            |u: &Unit| UnitOfNoun { unit: u.id.clone(), is_count: u.dimension == Dimension::Count };
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
            // The sort is stable: of two equal nouns the unit's own comes first.
            sort_by_key(nouns, |(noun, _)| std::cmp::Reverse(noun.chars().count()));
        }
        Self { nouns }
    }

    /// Returns the unit whose noun is at byte `pos`, after one space unless the noun is a sign or the short "đ".
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
        unit.map(|existing| UnitMatch { unit: &existing.unit, is_count: existing.is_count, end })
    }
}

/// A noun in the form in which it is compared: NFC, single spaces, lower case.
fn spelled(noun: &str) -> String {
    lowercase(&fold_space(&nfc(noun)))
}
