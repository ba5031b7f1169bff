//! Context of all components: site, engine response, language.

use std::sync::Arc;

use leptos::prelude::*;

use thidua_client::{PageRequest, PageResponse, SuggestRequest, Suggestion, View};
use thidua_core::domain::Lang;
use thidua_i18n::{Words, words};
use thidua_pages::route::{BasePath, Page, Route};

/// Location of the site. Constant while the page is open.
#[derive(Debug, Clone)]
pub struct Site {
    /// Base path of the site on its host.
    pub base: Arc<BasePath>,
    /// Origin of the host (`https://example.org`) for links that leave the page; empty if unknown.
    pub origin: Arc<str>,
    /// Languages in which the site has pages.
    pub languages: &'static [Lang],
}

impl Site {
    /// Returns the link to a page in a language.
    pub fn href(&self, lang: Lang, page: Page) -> String {
        self.base.href(&Route { lang, page })
    }
}

/// State of the page that is shown: the last response of the engine. The address may be ahead of it for a moment.
#[derive(Debug, Clone, Copy)]
pub struct PageState {
    /// Last response.
    pub response: RwSignal<PageResponse>,
    /// Maximum number of cards on the home page.
    pub max_cards: RwSignal<usize>,
    /// Search among the values of a property, see [`PageRequest::value_search`].
    pub value_search: RwSignal<Option<(String, String)>>,
    /// Text of the search box for which suggestions are wanted, with the address where it is typed.
    pub suggest: RwSignal<Option<SuggestRequest>>,
    /// Suggestions for it.
    pub suggestions: RwSignal<Vec<Suggestion>>,
}

impl PageState {
    /// Creates the state for a response.
    pub fn new(response: PageResponse) -> PageState {
        PageState {
            response: RwSignal::new(response),
            max_cards: RwSignal::new(PageRequest::CARDS),
            value_search: RwSignal::new(None),
            suggest: RwSignal::new(None),
            suggestions: RwSignal::new(Vec::new()),
        }
    }

    /// Returns the state. Call it anywhere below [`super::app::App`].
    pub fn current() -> PageState {
        expect_context::<PageState>()
    }

    /// Route of the page; changes only with the path.
    pub fn route(self) -> Memo<Route> {
        Memo::new(move |_| self.response.with(PageResponse::route))
    }

    /// Memo of a part of the view; changes only with its value. Has the default value while a page of another kind is
    /// shown.
    pub fn part<T>(self, read: impl Fn(&View) -> Option<T> + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.response.with(|a| read(&a.view)).unwrap_or_default())
    }
}

/// Returns the site. Call it anywhere below [`super::app::App`].
pub fn use_site() -> Site {
    expect_context::<Site>()
}

/// Language of the page that is shown.
#[derive(Debug, Clone, Copy)]
pub struct PageLang(pub Lang);

/// Returns the language of the calling component.
pub fn use_lang() -> Lang {
    use_context::<PageLang>().map_or(Lang::Vi, |PageLang(lang)| lang)
}

/// Returns the fixed phrases in that language.
pub fn use_words() -> &'static Words {
    words(use_lang())
}
