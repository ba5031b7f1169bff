//! What the engine is asked, and what it must know of the site before.

use serde::{Deserialize, Serialize};

use super::DownloadRequest;
use thidua_pages::route::Route;
use thidua_pages::site_model::Edition;
use thidua_pages::url_state::parse_search;
use thidua_search::SearchRequest;

/// How many cards the home page shows at first, and by how many more each time.
const CARDS: usize = 20;

/// An address, as the reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRequest {
    /// The path below the base, without a leading slash.
    pub path: String,
    /// The query as written, without `?`.
    pub query: String,
    /// The most cards that are wanted on the home page.
    pub max_cards: usize,
    /// What is looked for among the values of a property, where that has very many: its parameter in the address, and
    /// what is typed.
    pub value_search: Option<(String, String)>,
}

impl PageRequest {
    /// The number of cards that `PageRequest::page` wants, and the step in which more are asked for.
    pub const CARDS: usize = CARDS;

    /// Asks for the page of a path with nothing typed or chosen.
    pub fn page(path: &str) -> PageRequest {
        PageRequest { path: path.to_owned(), query: String::new(), max_cards: CARDS, value_search: None }
    }
}

/// A request whose address has been parsed. The client parses each request once, when it arrives.
///
/// ```
/// use thidua_client::{PageRequest, Parsed};
/// use thidua_pages::route::Page;
/// let request = Parsed::from(PageRequest { query: "q=lao+dong".to_owned(), ..PageRequest::page("en/") });
/// assert_eq!((request.route.page, request.search.query.as_str()), (Page::Home, "lao dong"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<R> {
    /// The request as it was sent.
    pub raw: R,
    /// Route of its path; redirects of the corpus are not applied.
    pub route: Route,
    /// Its query read as a search of the home page.
    pub search: SearchRequest,
}

impl From<PageRequest> for Parsed<PageRequest> {
    fn from(raw: PageRequest) -> Parsed<PageRequest> {
        Parsed { route: Route::parse(&raw.path), search: parse_search(&raw.query), raw }
    }
}

impl From<DownloadRequest> for Parsed<DownloadRequest> {
    fn from(raw: DownloadRequest) -> Parsed<DownloadRequest> {
        Parsed { route: Route::parse(&raw.path), search: parse_search(&raw.query), raw }
    }
}

/// What the host of a site knows and the corpus does not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ClientSettings {
    /// The path under which the site lives on its host; see [`thidua_pages::route::BasePath`].
    pub base: String,
    /// The host's origin (`https://example.org`); empty where it is not known.
    pub origin: String,
    /// Whether that origin is the one that the builder knew, rather than the browser's own.
    pub is_addressed: bool,
    /// The data that the host has.
    pub edition: Edition,
}
