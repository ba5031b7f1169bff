//! Acts: what was done to those that a figure counts, as an article prints it.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::slugs::slugs;

/// Kind of an act. The kinds are different acts in the law of emulation and commendation; *proposed* is not *given*.
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
pub enum ActKind {
    /// Biểu dương, tuyên dương, vinh danh, tôn vinh.
    Commended,
    /// Khen thưởng, thưởng.
    Rewarded,
    /// Công nhận.
    Recognised,
    /// Đạt danh hiệu, đạt.
    Attained,
    /// Tặng, trao tặng, nhận bằng khen, gắn biển.
    Awarded,
    /// Suy tôn, bình chọn, bình bầu.
    Elected,
    /// Đề nghị, đề xuất: not given yet.
    Proposed,
    /// Đăng ký: not reached yet.
    Registered,
}

slugs!(ActKind {
    Commended: "commended",
    Rewarded: "rewarded",
    Recognised: "recognised",
    Attained: "attained",
    Awarded: "awarded",
    Elected: "elected",
    Proposed: "proposed",
    Registered: "registered",
});

impl ActKind {
    /// Returns whether what the verb states was given: everything but proposals and registrations, which are never
    /// counted together with it.
    pub const fn is_given(self) -> bool {
        !matches!(self, ActKind::Proposed | ActKind::Registered)
    }
}

/// The printed verb of a recognition, and its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// What kind of act the verb states.
    pub kind: ActKind,
    /// The verb as printed on the figure's line ("biểu dương").
    pub as_written: String,
}
