//! Bound words: "trên", "gần", "tối thiểu" … They are kept, shown and never rounded away.

use serde::{Deserialize, Serialize};

/// How a printed number bounds the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// The number as it stands.
    Eq,
    /// More than: trên, hơn.
    Gt,
    /// At least: tối thiểu, ít nhất, trở lên.
    Ge,
    /// Less than: dưới, chưa đến.
    Lt,
    /// At most: tối đa, không quá.
    Le,
    /// About, from either side: khoảng.
    Approx,
    /// Nearly, from below: gần.
    ApproxBelow,
    /// From `value` to `value_to`.
    Range,
}

impl Comparator {
    /// Every comparator.
    pub const ALL: [Comparator; 8] = [
        Comparator::Eq,
        Comparator::Gt,
        Comparator::Ge,
        Comparator::Lt,
        Comparator::Le,
        Comparator::Approx,
        Comparator::ApproxBelow,
        Comparator::Range,
    ];

    /// The word of the wire format.
    pub const fn slug(self) -> &'static str {
        match self {
            Comparator::Eq => "eq",
            Comparator::Gt => "gt",
            Comparator::Ge => "ge",
            Comparator::Lt => "lt",
            Comparator::Le => "le",
            Comparator::Approx => "approx",
            Comparator::ApproxBelow => "approx_below",
            Comparator::Range => "range",
        }
    }
}
