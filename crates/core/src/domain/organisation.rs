//! Organisations that launch, run, recognise or report.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::slugs::slugs;
use super::{Edtf, OrganisationId};

/// What an organisation is.
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
pub enum OrganisationKind {
    /// Liên đoàn Lao động, of whatever level, and the Tổng Liên đoàn.
    Federation,
    /// Công đoàn cơ sở and other single unions.
    Union,
    /// A state authority: people's committee, department, office.
    Government,
    /// A people's council.
    Council,
    /// A committee of the Party.
    Party,
    /// A fund.
    Fund,
    /// Anything else.
    Other,
}

slugs!(OrganisationKind {
    Federation: "federation",
    Union: "union",
    Government: "government",
    Council: "council",
    Party: "party",
    Fund: "fund",
    Other: "other",
});

/// An organisation named in an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its slug.
    pub id: OrganisationId,
    /// Full Vietnamese name.
    pub name: String,
    /// English name, where we give one.
    pub name_en: Option<String>,
    /// What it is.
    pub kind: OrganisationKind,
    /// Where it is, as a short Vietnamese place name ("quận Hà Đông, Hà Nội").
    pub locality: Option<String>,
    /// The organisation above it.
    pub parent: Option<OrganisationId>,
    /// Other names under which articles print it.
    pub aliases: Vec<String>,
    /// When it existed under this name, as an EDTF interval.
    pub valid: Option<Edtf>,
}
