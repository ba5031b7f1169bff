//! Campaigns: everything that has a name, is run or awarded, and has a page of its own.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::slugs::slugs;
use super::{Bilingual, CampaignId, OrganisationId};

/// What a campaign is. The Vietnamese terms are those of the field.
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
pub enum CampaignKind {
    /// Phong trào (thi đua): a standing movement.
    Movement,
    /// Chương trình: a programme with a goal.
    Programme,
    /// Cuộc vận động: a drive for conduct.
    Drive,
    /// Hội thi: a contest.
    Contest,
    /// Đợt thi đua: a dated round of a year's emulation.
    Round,
    /// Danh hiệu: a title awarded.
    Title,
    /// Chủ đề: the theme of a year or round.
    Theme,
}

slugs!(CampaignKind {
    Movement: "movement",
    Programme: "programme",
    Drive: "drive",
    Contest: "contest",
    Round: "round",
    Title: "title",
    Theme: "theme",
});

/// Among whom a campaign is run.
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
pub enum Sector {
    /// Khối doanh nghiệp; sản xuất, kinh doanh và dịch vụ.
    Enterprise,
    /// Khu vực hành chính, sự nghiệp.
    Public,
    /// Khối giáo dục.
    Education,
    /// Nữ CNVCLĐ.
    Women,
    /// Cán bộ, đoàn viên công đoàn.
    Union,
}

slugs!(Sector {
    Enterprise: "enterprise",
    Public: "public",
    Education: "education",
    Women: "women",
    Union: "union",
});

/// A campaign of any [`CampaignKind`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Its slug.
    pub id: CampaignId,
    /// Its Vietnamese name in the right spelling, without quotation marks.
    pub name: String,
    /// What the name says, in English.
    pub name_en: Option<String>,
    /// What it is.
    pub kind: CampaignKind,
    /// Other spellings and wordings of the same campaign, misprints included.
    pub aliases: Vec<String>,
    /// Among whom it is run, where every article agrees.
    pub sector: Option<Sector>,
    /// Who launched it, where an article says so.
    pub launched_by: Option<OrganisationId>,
    /// What it is, in a sentence of ours.
    pub summary: Bilingual,
    /// Campaigns that look alike or belong together and are kept apart.
    pub see_also: Vec<CampaignId>,
}
