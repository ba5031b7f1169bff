//! Figures: one printed quantity each.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::slugs::slugs;
use super::{
    Act, Bilingual, CampaignId, Comparator, Decimal, Edtf, FigureId, GuessedField, Level, MeasureId,
    OrganisationId, UnitId,
};

/// What a figure is in the life of a campaign.
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
pub enum Role {
    /// What was aimed at.
    Target,
    /// What was reached.
    Result,
    /// Who or how many took part.
    Participation,
    /// What was put in: money, loans.
    Input,
    /// A count of contents or rounds in a plan.
    Plan,
}

slugs!(Role {
    Target: "target",
    Result: "result",
    Participation: "participation",
    Input: "input",
    Plan: "plan",
});

/// One quantity as an article prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Its slug, unique in the corpus.
    pub id: FigureId,
    /// What is counted, in a phrase of ours without the number.
    pub label: Bilingual,
    /// The number in the unit's base (money in VND: "3.015 triệu đồng" is 3015000000).
    pub value: Decimal,
    /// The upper end of a `range`; nothing otherwise.
    pub value_to: Option<Decimal>,
    /// What is counted.
    pub unit: UnitId,
    /// How the number bounds the true one.
    pub comparator: Comparator,
    /// The printed bound word ("trên", "tối thiểu"); nothing for an exact number.
    pub word: Option<String>,
    /// The printed words of the quantity: bound word, number, unit.
    pub as_written: String,
    /// What it is in the life of a campaign.
    pub role: Role,
    /// What was done to those that it counts, as printed; nothing where no verb of recognition is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// Who recognised, in legal order; empty where no level is printed.
    pub levels: Vec<Level>,
    /// The campaign that it belongs to.
    pub campaign: Option<CampaignId>,
    /// Further campaigns that the same quantity counts ("352 Công nhân giỏi, Lao động giỏi").
    pub campaigns_also: Vec<CampaignId>,
    /// Whose figure it is; nothing means the article's organisation.
    pub organisation: Option<OrganisationId>,
    /// The period that it speaks of, where one is printed as dates.
    pub when: Option<Edtf>,
    /// The printed words of the period, "5 năm" included.
    pub when_as_written: Option<String>,
    /// The figure of which this one is a share (89 applied of 248 registered).
    pub part_of: Option<FigureId>,
    /// What it measures, given where other figures measure the same.
    pub measure: Option<MeasureId>,
    /// The guessed fields that a person has confirmed, in the order of their declaration.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<GuessedField>,
    /// Line of the source file, from 1.
    pub line: u32,
}
