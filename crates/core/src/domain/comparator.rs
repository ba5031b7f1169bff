//! Comparators of bound words: "trên", "gần", "tối thiểu" … Bound words are kept and shown; numbers are never rounded
//! instead.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::slugs::slugs;

/// How a printed number bounds the true one.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
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

slugs!(Comparator {
    Eq: "eq",
    Gt: "gt",
    Ge: "ge",
    Lt: "lt",
    Le: "le",
    Approx: "approx",
    ApproxBelow: "approx_below",
    Range: "range",
});
