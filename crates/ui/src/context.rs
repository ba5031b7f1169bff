//! What every component may ask for: where the site lives, what the engine answered, the language.

use std::sync::Arc;

use leptos::prelude::*;

use thidua_client::{PageRequest, PageResponse, View};
use thidua_core::domain::Lang;
use thidua_i18n::{Words, words};
use thidua_pages::route::{BasePath, Page, Route};

/// Where the site lives. Never changes while the page is open.
#[derive(Debug, Clone)]
pub struct Site {
    /// The path under which it lives on its host.
    pub base: Arc<BasePath>,
    /// The host's origin (`https://example.org`), for links that leave the page; empty where it is not known.
    pub origin: Arc<str>,
}

impl Site {
    /// The address of `page` in a language.
    pub fn href(&self, lang: Lang, page: Page) -> String {
        self.base.href(&Route { lang, page })
    }
}

/// What is on the screen: the engine's last answer. The address may be ahead of it by a moment.
#[derive(Debug, Clone, Copy)]
pub struct PageState {
    /// The answer.
    pub response: RwSignal<PageResponse>,
    /// The most cards that are wanted on the home page.
    pub max_cards: RwSignal<usize>,
    /// What is looked for among the values of a property; see [`PageRequest::value_search`].
    pub value_search: RwSignal<Option<(String, String)>>,
}

impl PageState {
    /// Begins with an answer.
    pub fn new(response: PageResponse) -> PageState {
        PageState {
            response: RwSignal::new(response),
            max_cards: RwSignal::new(PageRequest::CARDS),
            value_search: RwSignal::new(None),
        }
    }

    /// What is shown, from anywhere below [`super::app::App`].
    pub fn current() -> PageState {
        expect_context::<PageState>()
    }

    /// The page; changes only when the path does.
    pub fn route(self) -> Memo<Route> {
        Memo::new(move |_| self.response.with(PageResponse::route))
    }

    /// A part of the home page, of the explorer or of a page that stands still; changes only when it does. The
    /// default while another page is shown.
    pub fn part<T>(self, read: impl Fn(&View) -> Option<T> + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.response.with(|a| read(&a.view)).unwrap_or_default())
    }
}

/// Where the site lives, from anywhere below [`super::app::App`].
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
