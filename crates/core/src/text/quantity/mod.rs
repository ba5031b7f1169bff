//! Printed quantities: bound word, number, scale word and what is counted, read as one.
//!
//! A quantity is read from the whole line, never from a phrase cut out of it, so that nothing that changes its
//! meaning can be cut off: "gần 3,5 tỉ đồng" is one quantity and so is "từ 3 đến 5 sáng kiến". The steps:
//!
//! 1. [`lexer`] finds the numerals and number words of the line;
//! 2. [`cluster`] joins those that stand unbroken beside each other: whatever belongs to a number is in its cluster;
//! 3. [`value`] reads a whole cluster or nothing, [`bounds`] the bound words around it, [`nouns`] what is counted,
//!    [`brackets`] a sum that is said again in words.
//!
//! What cannot be read for certain — digits in words, in malformed or oddly separated numbers, ill-formed number words,
//! a range that descends, "3 hoặc 5", two bound words for one number — is an [`UnreadNumber`], and no part of it is a quantity.

mod bounds;
mod brackets;
mod cluster;
mod lexer;
mod nouns;
mod ratio;
mod read;
mod touch;
mod value;
mod words;

use std::ops::Range;

use crate::domain::{Comparator, Decimal, Unit, UnitId};

use super::printed_date::{PrintedDate, dates};
use nouns::UnitNouns;
use read::ClusterReader;

pub use bounds::{comparator_of, ends_with_bound};
pub use words::is_scale_word;

/// Whether `noun` (lower case) is one of the built-in words for percent or Vietnamese money; which of the two.
pub fn builtin_dimension(noun: &str) -> Option<crate::domain::Dimension> {
    use crate::domain::Dimension;
    let percent = nouns::PERCENT.contains(&noun).then_some(Dimension::Percent);
    percent.or_else(|| nouns::MONEY.contains(&noun).then_some(Dimension::Money))
}

/// A printed quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// From its bound word to the noun of its unit, in bytes of the line.
    pub range: Range<usize>,
    /// Its number with scale words, both ends of a range included, in bytes of the line.
    pub number: Range<usize>,
    /// How the number bounds the true one.
    pub comparator: Comparator,
    /// The bound word, lower case; nothing for an exact number or a plain range.
    pub word: Option<&'static str>,
    /// The number in the unit's base, scale words multiplied in; of a range the lower end.
    pub value: Decimal,
    /// The upper end of a range.
    pub value_to: Option<Decimal>,
    /// What is counted; nothing where no unit's noun follows.
    pub unit: Option<UnitId>,
}

/// A stretch that looks like a quantity and cannot be read for certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadNumber {
    /// Everything that belongs to it, in bytes of the line.
    pub range: Range<usize>,
    /// Its digits and number words, in bytes of the line.
    pub number: Range<usize>,
    /// Why it is not read.
    pub cause: UnreadCause,
    /// Whether it counts something: the noun of a unit or a scale word shows it.
    pub counts: bool,
}

/// Why a stretch is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadCause {
    /// The signs between its digits make no number.
    Malformed,
    /// A letter or sign touches it: a code, a misread digit.
    Touched,
    /// So many of so many, or a date.
    Fraction,
    /// Its words make no number, or two; or several numbers stand where one is counted.
    Unclear,
    /// It says "some" or "a few".
    Vague,
    /// Its bound is not certain, or two bounds contradict each other.
    Bound,
    /// Its figures and its words say different numbers.
    Disagreeing,
}

/// What was read in a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineQuantities {
    /// From left to right, none inside another.
    pub quantities: Vec<Quantity>,
    /// From left to right; none overlaps a quantity.
    pub unread: Vec<UnreadNumber>,
}

/// What a stretch of a line touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TouchedNumber<'a> {
    /// A quantity, with its index.
    Quantity(usize, &'a Quantity),
    /// Something that is not read.
    Unread(&'a UnreadNumber),
}

impl TouchedNumber<'_> {
    /// Everything that belongs to it, in bytes of the line.
    pub fn range(&self) -> &Range<usize> {
        match self {
            TouchedNumber::Quantity(_, quantity) => &quantity.range,
            TouchedNumber::Unread(unread) => &unread.range,
        }
    }
}

impl LineQuantities {
    /// What the stretch `range` touches, from left to right. Each is given whole, whatever part of it lies in the
    /// stretch.
    pub fn touched(&self, range: &Range<usize>) -> Vec<TouchedNumber<'_>> {
        let touches = |other: &Range<usize>| other.start < range.end && range.start < other.end;
        let quantities = self.quantities.iter().enumerate().filter(|(_, quantity)| touches(&quantity.range));
        let unread = self.unread.iter().filter(|unread| touches(&unread.range));
        let mut touched: Vec<TouchedNumber<'_>> =
            quantities.map(|(index, quantity)| TouchedNumber::Quantity(index, quantity)).collect();
        touched.extend(unread.map(TouchedNumber::Unread));
        crate::collections::sort_by_key(&mut touched, |touched| touched.range().start);
        touched
    }
}

/// Every quantity in `line`, from left to right, none inside another. `line` is NFC with single spaces.
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

/// The nouns of a set of units, made ready once to read many lines.
#[derive(Debug, Clone)]
pub struct QuantityReader {
    nouns: UnitNouns,
}

impl QuantityReader {
    /// Makes the nouns of `units` ready.
    pub fn new(units: &[Unit]) -> Self {
        Self { nouns: UnitNouns::new(units) }
    }

    /// What [`quantities`] gives.
    pub fn quantities(&self, line: &str) -> Vec<Quantity> {
        self.read(line).quantities
    }

    /// The unit whose noun stands at byte `pos` of `line`, behind one space unless it is a sign; and where it ends.
    pub fn noun_at(&self, line: &str, pos: usize) -> Option<(&UnitId, usize)> {
        self.nouns.unit_at(line, pos).map(|found| (found.unit, found.end))
    }

    /// Reads a line, which is NFC with single spaces. Linear in its length.
    pub fn read(&self, line: &str) -> LineQuantities {
        self.read_outside(line, &dates(line))
    }

    /// The same where the `dates` of the line are known already.
    pub fn read_outside(&self, line: &str, dates: &[PrintedDate]) -> LineQuantities {
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
