//! Ranges of numbers that the true value may have, given a printed one.

use std::ops::Bound;

use thidua_core::domain::Decimal;

/// All numbers between two ends, each of which is included, excluded or missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ValueRange {
    pub low: Bound<Decimal>,
    pub high: Bound<Decimal>,
}

impl ValueRange {
    /// All numbers.
    pub const ANYTHING: ValueRange = ValueRange { low: Bound::Unbounded, high: Bound::Unbounded };

    /// True if some number of this range is at most as large as some number of `other`.
    pub fn reaches_below(self, other: ValueRange) -> bool {
        match (self.low, other.high) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => true,
            (Bound::Included(low), Bound::Included(high)) => low <= high,
            (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => {
                low < high
            }
        }
    }

    /// True if every number of this range is in `other`.
    pub fn within(self, other: ValueRange) -> bool {
        let low = match (self.low, other.low) {
            (_, Bound::Unbounded) => true,
            (Bound::Unbounded, _) => false,
            (Bound::Included(a), Bound::Excluded(b)) => a > b,
            (Bound::Included(a) | Bound::Excluded(a), Bound::Included(b))
            | (Bound::Excluded(a), Bound::Excluded(b)) => a >= b,
        };
        let high = match (self.high, other.high) {
            (_, Bound::Unbounded) => true,
            (Bound::Unbounded, _) => false,
            (Bound::Included(a), Bound::Excluded(b)) => a < b,
            (Bound::Included(a) | Bound::Excluded(a), Bound::Included(b))
            | (Bound::Excluded(a), Bound::Excluded(b)) => a <= b,
        };
        low && high
    }
}
