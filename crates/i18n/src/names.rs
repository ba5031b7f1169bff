//! Names of articles, organisations and units in the language of a page.

use thidua_core::domain::{Article, Lang, Organisation};

pub use crate::charts::quantities::unit_name;

/// Headline of an article: as printed in Vietnamese, our translation in English if there is one.
pub fn headline(article: &Article, lang: Lang) -> &str {
    translated(&article.headline, article.headline_en.as_deref(), lang)
}

/// Name of an organisation; the Vietnamese one if there is no English one.
pub fn organisation_name(organisation: &Organisation, lang: Lang) -> &str {
    translated(&organisation.name, organisation.name_en.as_deref(), lang)
}

/// Returns `en` in English if there is one, else `vi`.
pub fn translated<'a>(vi: &'a str, en: Option<&'a str>, lang: Lang) -> &'a str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en.unwrap_or(vi),
    }
}
