//! Units of counting.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::UnitId;
use super::slugs::slugs;

/// What kind of quantity a unit measures: only figures of one unit are ever drawn on one scale.
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
pub enum Dimension {
    /// Whole things, people or times.
    Count,
    /// Vietnamese đồng.
    Money,
    /// Hundredths of a whole that the label names.
    Percent,
}

slugs!(Dimension { Count: "count", Money: "money", Percent: "percent" });

/// A unit, with the printed nouns that state it. `individual` and `individual_times` are two units:
/// "3.090 lượt cá nhân" is not 3,090 people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its slug.
    pub id: UnitId,
    /// Vietnamese name, as it follows a number ("lượt cá nhân").
    pub vi: String,
    /// English name, as it follows a number ("individual awards").
    pub en: String,
    /// What kind of quantity it is.
    pub dimension: Dimension,
    /// The printed words that state this unit right after a number, lower case: the longest that fits wins. An
    /// opening quotation mark `“` stands for a quoted title, whose holders are then counted.
    pub printed: Vec<String>,
}
