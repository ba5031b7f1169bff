//! Levels that recognise emulation and commendation in Vietnam, in their legal order.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::Lang;
use super::slugs::slugs;

/// A level that recognises or commends. The order of the variants is the legal order, lowest first, and is the
/// order in which levels are shown: never by size.
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
pub enum Level {
    /// Cấp trường.
    School,
    /// Cấp cơ sở.
    Grassroots,
    /// Cấp phường, xã.
    Ward,
    /// Cấp quận, huyện, thị xã.
    District,
    /// Cấp ngành.
    Sector,
    /// Cấp bộ.
    Ministry,
    /// Cấp thành phố, tỉnh.
    City,
    /// Cấp quốc gia, Nhà nước.
    National,
}

slugs!(Level {
    School: "school",
    Grassroots: "grassroots",
    Ward: "ward",
    District: "district",
    Sector: "sector",
    Ministry: "ministry",
    City: "city",
    National: "national",
});

impl Level {
    /// Name of the level in `lang`, in lower case, as it follows "cấp".
    pub const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Level::School, Lang::Vi) => "trường",
            (Level::Grassroots, Lang::Vi) => "cơ sở",
            (Level::Ward, Lang::Vi) => "phường, xã",
            (Level::District, Lang::Vi) => "quận, huyện, thị xã",
            (Level::Sector, Lang::Vi) => "ngành",
            (Level::Ministry, Lang::Vi) => "bộ",
            (Level::City, Lang::Vi) => "thành phố",
            (Level::National, Lang::Vi) => "quốc gia",
            (Level::School, Lang::En) => "school",
            (Level::Grassroots, Lang::En) => "grassroots",
            (Level::Ward, Lang::En) => "ward",
            (Level::District, Lang::En) => "district",
            (Level::Sector, Lang::En) => "sector",
            (Level::Ministry, Lang::En) => "ministry",
            (Level::City, Lang::En) => "city",
            (Level::National, Lang::En) => "national",
        }
    }

    /// Printed words that state this level, in lower case. One of them must be on the line of a figure with this level.
    pub const fn printed(self) -> &'static [&'static str] {
        match self {
            Level::School => &["trường"],
            Level::Grassroots => &["cơ sở"],
            Level::Ward => &["phường", "xã", "thị trấn"],
            Level::District => &["quận", "huyện", "thị xã"],
            Level::Sector => &["ngành"],
            Level::Ministry => &["bộ"],
            Level::City => &["thành phố", "tỉnh"],
            Level::National => &["quốc gia", "nhà nước", "toàn quốc", "trung ương"],
        }
    }
}
