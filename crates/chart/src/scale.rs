//! Scales: from a number to a length, linear from zero, or no length at all.

use thidua_core::domain::{Decimal, Dimension};

use super::quantity::Quantity;

/// Above this ratio of largest to smallest the notes say that small bars are drawn as ticks.
const STEEP_RATIO: u32 = 50;

/// The scale of a panel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Scale {
    /// Numbers are stated without a length.
    Stated,
    /// From zero to this number.
    Linear { max: f64 },
    /// From one day to another, as day numbers.
    Time { from: f64, to: f64 },
}

impl Scale {
    /// The scale on which all of `quantities` are drawn; [`Scale::Stated`] if one is negative or none is above zero. Percent
    /// always reach to 100.
    pub fn of(quantities: &[Quantity], dimension: Dimension) -> Self {
        let greatest = quantities.iter().map(|q| q.greatest()).max().unwrap_or(Decimal::ZERO);
        let negative = quantities.iter().any(|q| q.value.is_negative());
        match dimension {
            _ if negative => Scale::Stated,
            Dimension::Percent => Scale::Linear { max: greatest.max(Decimal::HUNDRED).to_f64() },
            _ if greatest > Decimal::ZERO => Scale::Linear { max: greatest.to_f64() },
            _ => Scale::Stated,
        }
    }

    /// Share of the full length that `value` takes, from 0 to 1.
    pub fn fraction(self, value: f64) -> f64 {
        match self {
            Scale::Stated => 0.0,
            Scale::Linear { max } if max > 0.0 => (value / max).clamp(0.0, 1.0),
            Scale::Time { from, to } if to > from => ((value - from) / (to - from)).clamp(0.0, 1.0),
            _ => 0.0,
        }
    }
}

/// True if the largest number is more than fifty times the smallest one above zero.
pub(super) fn is_steep(quantities: &[Quantity]) -> bool {
    let values = || quantities.iter().map(|q| q.greatest()).filter(|v| *v > Decimal::ZERO);
    match (values().min(), values().max()) {
        (Some(min), Some(max)) => min.checked_mul(STEEP_RATIO.into()).is_some_and(|limit| max > limit),
        _ => false,
    }
}
