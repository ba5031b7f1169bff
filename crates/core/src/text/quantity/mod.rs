//! Printed quantities: bound word, number, scale word and unit, read together.
//!
//! A quantity is read from the whole line, not from a phrase of it, so that no word that changes its meaning is left
//! out: "gần 3,5 tỉ đồng" is one quantity, and so is "từ 3 đến 5 sáng kiến". The steps:
//!
//! 1. [`lexer`] finds the numerals and number words of the line.
//! 2. [`cluster`] groups those that follow each other without a separator.
//! 3. [`value`] reads a whole cluster or nothing, [`bounds`] the bound words around it, [`nouns`] the unit, and
//!    [`brackets`] the same amount repeated in words, in brackets.
//!
//! Numbers that cannot be read for certain are an [`UnreadNumber`], and no part of them is a quantity: digits in words,
//! malformed or oddly separated numbers, ill-formed number words, a range that descends, "3 hoặc 5", two bound words
//! for one number.

mod bounds;
mod brackets;
mod cluster;
mod lexer;
mod nouns;
mod ratio;
mod read;
mod shared;
mod touch;
mod value;
mod words;
mod written;

use std::ops::Range;

use super::printed_date::{PrintedDate, dates};
use crate::domain::{Comparator, Decimal, Unit, UnitId};

use nouns::UnitNouns;
use read::ClusterReader;

pub use bounds::{comparator_of, ends_with_bound};
pub use words::is_scale_word;
pub use written::written_numbers;

/// Dimension of a noun (lower case) that is known without any table of units: `%`, `đồng` and the like. `None` for other
/// nouns.
pub fn builtin_dimension(noun: &str) -> Option<crate::domain::Dimension> {
    use crate::domain::Dimension;
    let percent = nouns::PERCENT.contains(&noun).then_some(Dimension::Percent);
    percent.or_else(|| nouns::MONEY.contains(&noun).then_some(Dimension::Money))
}

/// A printed quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// Range from the bound word to the noun of the unit, in bytes of the line.
    pub range: Range<usize>,
    /// Range of the number with its scale words, and of both ends of a range, in bytes of the line.
    pub number: Range<usize>,
    /// Comparator that the bound word states.
    pub comparator: Comparator,
    /// Bound word in lower case. `None` for an exact number or a range without one.
    pub word: Option<&'static str>,
    /// Number in the base of the unit, with scale words multiplied in; the lower end of a range.
    pub value: Decimal,
    /// Upper end of a range.
    pub value_to: Option<Decimal>,
    /// Unit. `None` where no noun of a unit follows.
    pub unit: Option<UnitId>,
}

/// Words that look like a quantity and cannot be read for certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadNumber {
    /// Range of all words that belong to it, in bytes of the line.
    pub range: Range<usize>,
    /// Range of its digits and number words, in bytes of the line.
    pub number: Range<usize>,
    /// Reason why it is not read.
    pub cause: UnreadCause,
    /// True if it counts something: it has the noun of a unit or a scale word.
    pub is_count: bool,
}

/// Reason why a number is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadCause {
    /// Its separators make no number.
    Malformed,
    /// A letter or sign touches it: a code, a misread digit.
    Touched,
    /// It is a ratio or a date.
    RatioOrDate,
    /// Its words make no number or several numbers. Also: several numbers are printed for one count.
    Unclear,
    /// It says "some" or "a few".
    Vague,
    /// Its bound is not certain, or two bounds contradict each other.
    Bound,
    /// The sum in digits and the sum in words differ.
    Disagreeing,
}

/// Quantities of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineQuantities {
    /// From left to right, none inside another.
    pub quantities: Vec<Quantity>,
    /// From left to right. None overlaps a quantity.
    pub unread: Vec<UnreadNumber>,
}

/// A quantity or unread number that a range overlaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverlappedNumber<'a> {
    /// A quantity and its index.
    Quantity(usize, &'a Quantity),
    /// A number that cannot be read.
    Unread(&'a UnreadNumber),
}

impl OverlappedNumber<'_> {
    /// Range of all words that belong to it, in bytes of the line.
    pub fn range(&self) -> &Range<usize> {
        match self {
            OverlappedNumber::Quantity(_, quantity) => &quantity.range,
            OverlappedNumber::Unread(unread) => &unread.range,
        }
    }
}

impl LineQuantities {
    /// Returns everything that `range` overlaps, from left to right, also where only a part of it is inside the range.
    pub fn overlapping(&self, range: &Range<usize>) -> Vec<OverlappedNumber<'_>> {
        let overlaps = |other: &Range<usize>| other.start < range.end && range.start < other.end;
        let quantities = self.quantities.iter().enumerate().filter(|(_, quantity)| overlaps(&quantity.range));
        let unread = self.unread.iter().filter(|unread| overlaps(&unread.range));
        let mut overlapping: Vec<OverlappedNumber<'_>> =
            quantities.map(|(index, quantity)| OverlappedNumber::Quantity(index, quantity)).collect();
        overlapping.extend(unread.map(OverlappedNumber::Unread));
        crate::collections::sort_by_key(&mut overlapping, |number| number.range().start);
        overlapping
    }
}

/// Returns every quantity in `line`, from left to right, none inside another. `line` must be NFC with single spaces.
///
/// ```
/// use thidua_core::domain::Comparator;
/// use thidua_core::text::quantity::quantities;
/// let found = quantities("đạt trên 90%, từ 3 đến 5 đợt", &[]);
/// assert_eq!(found[0].comparator, Comparator::Gt);
/// assert_eq!(found[1].value_to.unwrap().to_string(), "5");
/// ```
pub fn quantities(line: &str, units: &[Unit]) -> Vec<Quantity> {
    QuantityReader::new(units).quantities(line)
}

/// Reads quantities of many lines with one set of units.
#[derive(Debug, Clone)]
pub struct QuantityReader {
    nouns: UnitNouns,
}

impl QuantityReader {
    /// Prepares the nouns of `units`.
    pub fn new(units: &[Unit]) -> Self {
        Self { nouns: UnitNouns::new(units) }
    }

    /// Returns the quantities of a line; see [`quantities`].
    pub fn quantities(&self, line: &str) -> Vec<Quantity> {
        self.read(line).quantities
    }

    /// Returns the unit whose noun is at byte `pos` of `line`, after one space (signs such as % follow
    /// without a space), and the byte where the noun ends.
    pub fn noun_at(&self, line: &str, pos: usize) -> Option<(&UnitId, usize)> {
        self.nouns.unit_at(line, pos).map(|found| (found.unit, found.end))
    }

    /// Reads a line, which must be NFC with single spaces. Linear in its length.
    pub fn read(&self, line: &str) -> LineQuantities {
        self.read_with_dates(line, &dates(line))
    }

    /// Reads a line whose `dates` were found already.
    pub fn read_with_dates(&self, line: &str, dates: &[PrintedDate]) -> LineQuantities {
        let clusters = cluster::clusters(line, lexer::tokens(line, dates, &self.nouns));
        ClusterReader { line, nouns: &self.nouns, clusters }.read()
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod writer;
