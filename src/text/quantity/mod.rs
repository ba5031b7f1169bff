//! Printed quantities: bound word, number, scale word and what is counted, read as one.
//!
//! A quantity is read from the whole line, never from a phrase cut out of it, so that nothing that changes its
//! meaning can be cut off: "gần 3,5 tỉ đồng" is one quantity and so is "từ 3 đến 5 sáng kiến". What cannot be read
//! for certain — digits in dates, in words, in malformed or space-split numbers, ordinals, a range that descends,
//! "3 hoặc 5", two bound words for one number — is no quantity at all.

mod amount;
mod bounds;
mod nouns;
mod ratio;
mod spelled;

use std::ops::Range;

use crate::domain::{Comparator, Decimal, Unit, UnitId};

use super::number::Numeral;
use super::phrase::{next_char, phrase_at, phrase_before, prev_char};
use super::printed_date::{PrintedDate, dates};
use amount::{Amount, Numerals};
use bounds::{Bound, skip_space_back};
use nouns::{Found, Nouns};

pub use amount::is_scale_word;
pub use bounds::comparator_of;

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

/// Every quantity in `line`, from left to right, none inside another. `line` is NFC with single spaces.
///
/// ```
/// use thidua::{domain::Comparator, text::quantity::quantities};
/// let found = quantities("đạt trên 90%, từ 3 đến 5 đợt", &[]);
/// assert_eq!(found[0].comparator, Comparator::Gt);
/// assert_eq!(found[1].value_to.unwrap().to_string(), "5");
/// ```
pub fn quantities(line: &str, units: &[Unit]) -> Vec<Quantity> {
    Counting::new(units).quantities(line)
}

/// The nouns of a set of units, made ready once to read many lines.
#[derive(Debug, Clone)]
pub struct Counting {
    nouns: Nouns,
}

impl Counting {
    /// Makes the nouns of `units` ready.
    pub fn new(units: &[Unit]) -> Self {
        Self { nouns: Nouns::new(units) }
    }

    /// What [`quantities`] gives.
    pub fn quantities(&self, line: &str) -> Vec<Quantity> {
        self.outside(line, &dates(line))
    }

    /// The unit whose noun stands at byte `at` of `line`, behind one space unless it is a sign; and where it ends.
    pub fn noun_at(&self, line: &str, at: usize) -> Option<(&UnitId, usize)> {
        self.nouns.at(line, at).map(|found| (found.unit, found.end))
    }

    /// The same where the `dates` of the line are known already.
    pub fn outside(&self, line: &str, dates: &[PrintedDate]) -> Vec<Quantity> {
        let reader = Reader { line, numerals: Numerals::new(line), nouns: &self.nouns };
        let mut found = Vec::new();
        let mut from = 0;
        let mut dates = dates.iter().peekable();
        let mut spelled = spelled::beginnings(line).peekable();
        for numeral in reader.numerals.iter() {
            let start = numeral.range.start;
            while let Some(at) = spelled.next_if(|at| *at < start) {
                reader.spelled(&mut from, at, start, &mut found);
            }
            while dates.next_if(|date| date.range.end <= start).is_some() {}
            let in_date = dates.peek().is_some_and(|date| date.range.contains(&start));
            if start >= from
                && !in_date
                && let Some(quantity) = reader.ratio(from, numeral)
            {
                from = quantity.range.end;
                found.push(quantity);
                continue;
            }
            if start < from
                || in_date
                || !reader.numerals.stands_alone(numeral)
                || is_counted_otherwise(line, start)
            {
                continue;
            }
            let Some(amount) = reader.numerals.amount(start) else { continue };
            let (end, quantity) = reader.read(from, start, amount);
            from = end;
            found.extend(quantity);
        }
        for at in spelled {
            reader.spelled(&mut from, at, line.len(), &mut found);
        }
        found
    }
}

/// The quantity that starts exactly at byte `start` of `line`, its bound word included.
pub fn parse_at(line: &str, start: usize, units: &[Unit]) -> Option<Quantity> {
    quantities(line, units).into_iter().find(|q| q.range.start == start)
}

struct Reader<'a> {
    line: &'a str,
    numerals: Numerals<'a>,
    nouns: &'a Nouns,
}

impl Reader<'_> {
    /// Adds the quantity whose number is spelled out at byte `start`, where the noun of a unit follows it before byte
    /// `before`.
    fn spelled(&self, from: &mut usize, start: usize, before: usize, found: &mut Vec<Quantity>) {
        if start < *from || is_counted_otherwise(self.line, start) {
            return;
        }
        let Some(number) = spelled::at(self.line, start) else { return };
        let Some(amount) = amount::with_scale(self.line, number.decimal(), number.end) else { return };
        let counted = self.nouns.at(self.line, amount.end).is_some_and(|noun| noun.end <= before);
        if !counted || (number.needs_scale && amount.scale.is_none()) {
            return;
        }
        let (end, quantity) = self.read(*from, start, amount);
        if quantity.as_ref().is_some_and(|q| q.range.end <= before) {
            *from = end;
            found.extend(quantity);
        }
    }

    /// "78/82 cơ quan": what was reached, exact or bound; the second number is part of its words only.
    fn ratio(&self, from: usize, numeral: &Numeral) -> Option<Quantity> {
        let (value, unit) = ratio::ratio(self.line, &self.numerals, self.nouns, numeral)?;
        let bound = self.lead(from, numeral.range.start).ok()?;
        Some(Quantity {
            range: bound.map_or(numeral.range.start, |b| b.edge)..unit.end,
            comparator: bound.map_or(Comparator::Eq, |b| b.comparator),
            word: bound.map(|b| b.word),
            value,
            value_to: None,
            unit: Some(unit.unit.clone()),
        })
    }

    /// Reads the quantity whose first number stands at `start`; words before `from` belong to another one. Gives
    /// where reading goes on, and the quantity unless it is unclear.
    fn read(&self, from: usize, start: usize, first: Amount) -> (usize, Option<Quantity>) {
        let line = self.line;
        let since = |edge: usize| (edge >= from).then_some(edge);
        let from_word = phrase_before(line, skip_space_back(line, start), "từ").and_then(since);
        let unit = self.nouns.at(line, first.end);
        if let Some((second, unit_to)) = self.upper_end(first, unit, from_word.is_some()) {
            let end = unit_to.map_or(second.end, |u| u.end);
            let start = from_word.unwrap_or(start);
            let Ok(bound) = self.lead(from, start) else { return (end, None) };
            let range = bound.map_or(start, |b| b.edge)..end;
            let shared = match (first.scale, second.scale) {
                (None, Some(scale)) => first.value.checked_mul(scale),
                _ => Some(first.value),
            };
            let quantity = shared.filter(|value| *value <= second.value).map(|value| Quantity {
                range,
                comparator: Comparator::Range,
                word: bound.map(|b| b.word),
                value,
                value_to: Some(second.value),
                unit: unit_to.or(unit).map(|u| u.unit.clone()),
            });
            return (end, quantity);
        }
        let end = unit.map_or(first.end, |u| u.end);
        let Ok(lead) = self.lead(from, start) else { return (end, None) };
        let trail = bounds::trailing(line, end);
        let (range, bound): (Range<usize>, Option<Bound>) = match (lead, trail) {
            (Some(_), Some(trail)) => return (trail.edge, None),
            (Some(lead), None) => (lead.edge..end, Some(lead)),
            (None, Some(trail)) => (from_word.unwrap_or(start)..trail.edge, Some(trail)),
            (None, None) => (start..end, None),
        };
        let quantity = Quantity {
            range,
            comparator: bound.map_or(Comparator::Eq, |b| b.comparator),
            word: bound.map(|b| b.word),
            value: first.value,
            value_to: None,
            unit: unit.map(|u| u.unit.clone()),
        };
        (quantity.range.end, Some(quantity))
    }

    /// The bound word right before byte `start`; an error where two of them follow each other.
    fn lead(&self, from: usize, start: usize) -> Result<Option<Bound>, ()> {
        let lead = bounds::leading(self.line, start).filter(|bound| bound.edge >= from);
        match lead.and_then(|bound| bounds::leading(self.line, bound.edge)) {
            Some(_) => Err(()),
            None => Ok(lead),
        }
    }

    /// The upper end of the range that `first` begins, if it begins one, with the unit behind it. A dash joins
    /// two numbers of one unit; "đến" also needs "từ" before it or no unit before it, because it is a preposition
    /// as well.
    fn upper_end(
        &self,
        first: Amount,
        unit: Option<Found<'_>>,
        from_word: bool,
    ) -> Option<(Amount, Option<Found<'_>>)> {
        let end = unit.map_or(first.end, |u| u.end);
        let (start, dash) = connector(self.line, end)?;
        let second = self.numerals.upper_amount(start)?;
        let unit_to = self.nouns.at(self.line, second.end);
        let same = unit_to.is_some() && unit.map(|u| u.unit) == unit_to.map(|u| u.unit);
        let joined = match unit {
            None => true,
            Some(_) if dash => same,
            Some(_) => from_word && (same || unit_to.is_none()),
        };
        joined.then_some((second, unit_to))
    }
}

/// Whether a number at byte `start` counts nothing by itself: an ordinal, or the tail of a range or choice whose
/// head could not be read with it.
fn is_counted_otherwise(line: &str, start: usize) -> bool {
    let end = skip_space_back(line, start);
    let ordinal = ["thứ", "hạng"].iter().any(|word| phrase_before(line, end, word).is_some());
    let joins = ["-", "–", "−", "~", "đến", "tới", "hoặc", "hay"];
    let head = joins.iter().find_map(|join| phrase_before(line, end, join));
    let tail = head
        .is_some_and(|head| prev_char(line, skip_space_back(line, head)).is_some_and(|c| c.is_ascii_digit()));
    ordinal || tail
}

/// Where the number after a range connector at byte `at` starts, and whether the connector is a dash.
fn connector(line: &str, at: usize) -> Option<(usize, bool)> {
    let start = if next_char(line, at) == Some(' ') { at + 1 } else { at };
    if let Some(dash @ ('-' | '–' | '−' | '~')) = next_char(line, start) {
        let after = start + dash.len_utf8();
        let after = if next_char(line, after) == Some(' ') { after + 1 } else { after };
        return Some((after, true));
    }
    let spaced = prev_char(line, start) == Some(' ');
    let after = ["đến", "tới"].iter().find_map(|word| phrase_at(line, start, word))?;
    (spaced && next_char(line, after) == Some(' ')).then_some((after + 1, false))
}

#[cfg(test)]
mod tests;
