//! Languages of the site, and texts in both.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// Language of the interface. Vietnamese is the default; English pages are under `/en/`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both languages, the default first.
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// The BCP 47 tag, for `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The other language.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        }
    }
}

/// Languages in which a site has pages. Vietnamese is always one of them: its pages have the addresses without `/en/`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "Vec<Lang>"))]
#[serde(try_from = "Vec<Lang>", into = "Vec<Lang>")]
pub enum SiteLanguages {
    /// Vietnamese and English.
    #[default]
    Both,
    /// Vietnamese only.
    Vietnamese,
}

impl SiteLanguages {
    /// Message about a list that is none of the two.
    pub const EXPECTED: &str = "a site has the languages [\"vi\"] or [\"vi\", \"en\"]";

    /// The languages, Vietnamese first.
    pub const fn as_slice(self) -> &'static [Lang] {
        match self {
            SiteLanguages::Both => &Lang::ALL,
            SiteLanguages::Vietnamese => &[Lang::Vi],
        }
    }

    /// Whether `self` is the default, which a document need not state.
    pub fn is_default(&self) -> bool {
        *self == SiteLanguages::default()
    }
}

impl From<SiteLanguages> for Vec<Lang> {
    fn from(languages: SiteLanguages) -> Vec<Lang> {
        languages.as_slice().to_vec()
    }
}

impl TryFrom<Vec<Lang>> for SiteLanguages {
    type Error = &'static str;

    fn try_from(languages: Vec<Lang>) -> Result<SiteLanguages, Self::Error> {
        match languages.as_slice() {
            [Lang::Vi] => Ok(SiteLanguages::Vietnamese),
            [Lang::Vi, Lang::En] => Ok(SiteLanguages::Both),
            _ => Err(SiteLanguages::EXPECTED),
        }
    }
}

/// A text written by us in both languages. The English may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Vietnamese.
    pub vi: String,
    /// English; empty if nobody has written it.
    pub en: String,
}

impl Bilingual {
    /// The text in `lang`, or the Vietnamese if there is no English.
    pub fn get(&self, lang: Lang) -> &str {
        match self.lang(lang) {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    /// Language of the text that [`Bilingual::get`] returns for `lang`.
    pub fn lang(&self, lang: Lang) -> Lang {
        if self.en.is_empty() { Lang::Vi } else { lang }
    }
}
