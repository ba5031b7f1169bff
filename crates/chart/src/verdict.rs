//! The verdict on a target: met, not met, or *cannot be compared*, by a written rule.
//!
//! # The rule
//! A result is not one number but everything that its print allows: "trên 12" is any number above 12, "gần 15" any
//! number below 15, "khoảng 15" any number at all, because no print says how far "khoảng" reaches. A target divides
//! the numbers into those that surely meet it, those that surely do not, and those on which its print is silent:
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
//! A target without a bound word is a floor: emulation targets are amounts to be reached. The target is met if
//! *every* number that the result allows surely meets it, not met if every one surely does not; otherwise the two
//! cannot be compared, and the [`IncomparableReason`] says why.

use std::ops::Bound;

use super::quantity::Quantity;
use super::value_range::ValueRange;
use thidua_core::domain::{Comparator, Lang};

/// What can be said about a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Reached, whatever the result's bound leaves open.
    Met,
    /// Missed, whatever the result's bound leaves open.
    NotMet,
    /// Neither can be said.
    CannotCompare(IncomparableReason),
}

/// Why a target and a result cannot be compared.
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
    /// The result speaks of another stretch of time, or of an unknown one.
    OtherPeriod,
}

impl Verdict {
    /// The verdict in words, a short sentence without its full stop.
    pub fn words(self, lang: Lang) -> String {
        match (self, lang) {
            (Verdict::CannotCompare(IncomparableReason::NoResult), Lang::Vi) => {
                "Không nêu kết quả: không so sánh được".into()
            }
            (Verdict::CannotCompare(IncomparableReason::NoResult), Lang::En) => {
                "No result stated: cannot be compared".into()
            }
            (Verdict::Met, Lang::Vi) => "Đạt mục tiêu".into(),
            (Verdict::Met, Lang::En) => "Target met".into(),
            (Verdict::NotMet, Lang::Vi) => "Chưa đạt mục tiêu".into(),
            (Verdict::NotMet, Lang::En) => "Target not met".into(),
            (Verdict::CannotCompare(reason), Lang::Vi) => {
                format!("Không so sánh được: {}", reason.words(lang))
            }
            (Verdict::CannotCompare(reason), Lang::En) => {
                format!("Cannot be compared: {}", reason.words(lang))
            }
        }
    }
}

impl IncomparableReason {
    /// The reason in words that follow a colon.
    pub const fn words(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (IncomparableReason::NoResult, Lang::Vi) => "không bài nào nêu kết quả",
            (IncomparableReason::NoResult, Lang::En) => "no article states a result",
            (IncomparableReason::Bounds, Lang::Vi) => "từ chỉ giới hạn để ngỏ cả hai khả năng",
            (IncomparableReason::Bounds, Lang::En) => "the bound words leave both open",
            (IncomparableReason::Vague, Lang::Vi) => "“khoảng”, “gần” không nói chênh bao nhiêu",
            (IncomparableReason::Vague, Lang::En) => "“about” or “nearly” does not say how far off",
            (IncomparableReason::AboveRange, Lang::Vi) => "kết quả cao hơn khoảng mục tiêu",
            (IncomparableReason::AboveRange, Lang::En) => "the result lies above the target's range",
            (IncomparableReason::OtherUnit, Lang::Vi) => "kết quả tính bằng đơn vị khác",
            (IncomparableReason::OtherUnit, Lang::En) => "the result is counted in another unit",
            (IncomparableReason::OtherPeriod, Lang::Vi) => "kết quả không cùng thời gian với mục tiêu",
            (IncomparableReason::OtherPeriod, Lang::En) => "the result speaks of another period",
        }
    }
}

/// Holds a result against a target of the same measure, organisation, unit and period.
///
/// ```
/// use thidua_chart::{judge, Quantity, IncomparableReason, Verdict};
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
    if possible.within(met) {
        Verdict::Met
    } else if not_met.is_some_and(|span| possible.within(span)) {
        Verdict::NotMet
    } else if result.is_vague() || target.is_vague() {
        Verdict::CannotCompare(IncomparableReason::Vague)
    } else if possible.within(ValueRange { low: Bound::Excluded(target.greatest()), high: Bound::Unbounded })
    {
        Verdict::CannotCompare(IncomparableReason::AboveRange)
    } else {
        Verdict::CannotCompare(IncomparableReason::Bounds)
    }
}

/// What surely meets the target, and what surely does not.
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
