//! The verdict on a target: met, not met, or *cannot be compared*, by a written rule.
//!
//! # The rule
//! A result is not one number but every number that its print allows: "trên 12" is any number above 12, "gần 15" any number
//! below 15, "khoảng 15" any number at all, because no print says how far "khoảng" reaches. A target divides the numbers into
//! those that surely meet it, those that surely do not, and those about which its print says nothing:
//!
//! | target | surely met | surely not met |
//! | --- | --- | --- |
//! | `15`, at least 15 | 15 and more | less than 15 |
//! | more than 15 | more than 15 | 15 and less |
//! | at most 15 | 15 and less | more than 15 |
//! | less than 15 | less than 15 | 15 and more |
//! | 15 to 20 | 15 to 20 | less than 15 |
//! | about 15, nearly 15 | 15 and more | — |
//!
//! A target without a bound word is a floor: emulation targets are amounts to be reached. The target is met if *every* number
//! that the result allows surely meets it, and not met if every one surely does not. Otherwise the two cannot be compared, and
//! the [`IncomparableReason`] says why.

use std::ops::Bound;

use thidua_core::domain::{Comparator, Lang};
use thidua_i18n::charts::targets;

use super::quantity::Quantity;
use super::value_range::ValueRange;

/// Verdict on a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Reached, whatever the result's bound leaves open.
    Met,
    /// Missed, whatever the result's bound leaves open.
    NotMet,
    /// Neither can be said.
    CannotCompare(IncomparableReason),
}

/// Reason why a target and a result cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IncomparableReason {
    /// No article states a result.
    NoResult,
    /// The bounds leave both open: a target of at least 15 and a result of more than 12.
    Bounds,
    /// "Khoảng" or "gần" does not say how far.
    Vague,
    /// Above the upper end of a target that is a range.
    AboveRange,
    /// The result is counted in another unit.
    OtherUnit,
    /// The result is of another period, or of an unknown one.
    OtherPeriod,
}

impl Verdict {
    /// The verdict as a short sentence without its full stop.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Verdict::Met => targets::met(lang).to_owned(),
            Verdict::NotMet => targets::not_met(lang).to_owned(),
            Verdict::CannotCompare(IncomparableReason::NoResult) => targets::no_result(lang).to_owned(),
            Verdict::CannotCompare(reason) => targets::cannot_compare(reason.words(lang), lang),
        }
    }
}

impl IncomparableReason {
    /// The reason in words that follow a colon.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            IncomparableReason::NoResult => targets::no_result_reason(lang),
            IncomparableReason::Bounds => targets::bounds_reason(lang),
            IncomparableReason::Vague => targets::vague_reason(lang),
            IncomparableReason::AboveRange => targets::above_range_reason(lang),
            IncomparableReason::OtherUnit => targets::other_unit_reason(lang),
            IncomparableReason::OtherPeriod => targets::other_period_reason(lang),
        }
    }
}

/// Compares a result with a target of the same measure, organisation, unit and period.
///
/// ```
/// use thidua_chart::{judge, IncomparableReason, Quantity, Verdict};
/// use thidua_core::domain::Comparator;
/// let quantity = |comparator, value: u32| Quantity { value: value.into(), value_to: None, comparator };
/// let target = quantity(Comparator::Ge, 15);
/// assert_eq!(judge(target, quantity(Comparator::Gt, 15)), Verdict::Met);
/// assert_eq!(judge(target, quantity(Comparator::ApproxBelow, 15)), Verdict::NotMet);
/// assert_eq!(judge(target, quantity(Comparator::Gt, 12)), Verdict::CannotCompare(IncomparableReason::Bounds));
/// ```
pub fn judge(target: Quantity, result: Quantity) -> Verdict {
    let possible = result.possible();
    let (met, not_met) = outcomes(target);
    let above_target = ValueRange { low: Bound::Excluded(target.greatest()), high: Bound::Unbounded };
    if possible.within(met) {
        Verdict::Met
    } else if not_met.is_some_and(|range| possible.within(range)) {
        Verdict::NotMet
    } else if result.is_vague() || target.is_vague() {
        Verdict::CannotCompare(IncomparableReason::Vague)
    } else if possible.within(above_target) {
        Verdict::CannotCompare(IncomparableReason::AboveRange)
    } else {
        Verdict::CannotCompare(IncomparableReason::Bounds)
    }
}

/// The numbers that surely meet the target, and those that surely do not; `None` if no number surely misses it.
fn outcomes(target: Quantity) -> (ValueRange, Option<ValueRange>) {
    let value = target.value;
    let from = |low| ValueRange { low, ..ValueRange::ANYTHING };
    let to = |high| ValueRange { high, ..ValueRange::ANYTHING };
    match target.comparator {
        Comparator::Eq | Comparator::Ge => (from(Bound::Included(value)), Some(to(Bound::Excluded(value)))),
        Comparator::Gt => (from(Bound::Excluded(value)), Some(to(Bound::Included(value)))),
        Comparator::Le => (to(Bound::Included(value)), Some(from(Bound::Excluded(value)))),
        Comparator::Lt => (to(Bound::Excluded(value)), Some(from(Bound::Included(value)))),
        Comparator::Range => (target.possible(), Some(to(Bound::Excluded(value)))),
        Comparator::Approx | Comparator::ApproxBelow => (from(Bound::Included(value)), None),
    }
}
