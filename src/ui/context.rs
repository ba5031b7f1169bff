//! What every component may ask for: the data, and the language of the page that is shown.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Lang;
use crate::i18n::{Words, words};
use crate::pages::SiteData;

/// A handle to the data, cheap to copy about.
pub type Site = Arc<SiteData>;

/// The data, from anywhere below [`super::app::App`].
pub fn use_site() -> Site {
    expect_context::<Site>()
}

/// The language of the page that is shown.
#[derive(Debug, Clone, Copy)]
pub struct PageLang(pub Lang);

/// The language in which the component that asks is shown.
pub fn use_lang() -> Lang {
    use_context::<PageLang>().map_or(Lang::Vi, |PageLang(lang)| lang)
}

/// The fixed phrases in that language.
pub fn use_words() -> &'static Words {
    words(use_lang())
}
