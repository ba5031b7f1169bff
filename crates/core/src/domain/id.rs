//! Identifiers: ASCII slugs that never change, with one type for each kind of object, so that ids of different kinds
//! cannot be mixed up.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// Returns whether `text` is a slug: lower-case ASCII letters and digits in groups joined by single hyphens.
///
/// ```
/// assert!(thidua_core::domain::is_slug("hoang-mai-2022"));
/// assert!(!thidua_core::domain::is_slug("Hoàng Mai"));
/// assert!(!thidua_core::domain::is_slug("a--b"));
/// ```
pub fn is_slug(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Most letters of an id. Names of files are made of an id and up to thirty more letters; file systems allow 255 bytes
/// for a name, and Windows 260 characters for a path.
pub const MAX_ID_LENGTH: usize = 100;

/// Returns whether Windows reserves a name for a device, in any case and with any extension. No file or folder can have
/// such a name there. COM¹ is one too.
///
/// ```
/// use thidua_core::domain::is_reserved_name;
/// assert!(is_reserved_name("con") && is_reserved_name("Aux.txt") && is_reserved_name("com¹"));
/// assert!(!is_reserved_name("con-1") && !is_reserved_name("com10"));
/// ```
pub fn is_reserved_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let is_port = |rest: &str| {
        let mut rest = rest.chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt")).is_some_and(is_port)
}

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "schema", schemars(length(max = 100), regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))] String);

        impl $name {
            /// Wraps a text without checking it; [`validate`](crate::corpus::validate()) checks that ids are slugs.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The slug.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    )*};
}

id_types! {
    /// Names an article, and its page `/bai-viet/<id>/`.
    ArticleId,
    /// Names a campaign, and its page `/phong-trao/<id>/`.
    CampaignId,
    /// Names a figure within the whole corpus, and its page `/so-lieu/<id>/`.
    FigureId,
    /// Names what a figure measures, so that a target and a result, or two years, can be held against each other.
    MeasureId,
    /// Names an organisation, and its page `/don-vi/<id>/`.
    OrganisationId,
    /// Names a newspaper or site.
    SourceId,
    /// Names a unit of counting.
    UnitId,
}
