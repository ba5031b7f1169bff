//! Identifiers: ASCII slugs, stable for ever, one type per kind of thing so that they cannot be mixed up.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// Whether `text` is a slug: lower-case ASCII letters and digits in groups joined by single hyphens.
///
/// ```
/// assert!(thidua::domain::is_slug("hoang-mai-2022"));
/// assert!(!thidua::domain::is_slug("Hoàng Mai"));
/// assert!(!thidua::domain::is_slug("a--b"));
/// ```
pub fn is_slug(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "cli", schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))] String);

        impl $name {
            /// Takes the text as it is; [`is_slug`] is checked with the rest of a corpus.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The slug itself.
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
