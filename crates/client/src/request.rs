//! Page requests and the settings of the client.

use borsh::{BorshDeserialize, BorshSerialize};

use thidua_pages::route::Route;
use thidua_pages::site_model::Edition;
use thidua_pages::url_state::parse_search;
use thidua_search::SearchRequest;

use super::DownloadRequest;

/// Cards that the home page shows at first, and that each "show more" adds.
const CARDS: usize = 8;

/// Request for the page at an address.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct PageRequest {
    /// Path relative to the base, without a leading slash.
    pub path: String,
    /// Query as written, without `?`.
    pub query: String,
    /// Maximum number of cards on the home page.
    pub max_cards: usize,
    /// Search among the values of a property with very many of them: its parameter in the address, and the typed
    /// text.
    pub value_search: Option<(String, String)>,
}

impl PageRequest {
    /// Cards of [`PageRequest::page`], and the step by which more are requested.
    pub const CARDS: usize = CARDS;

    /// Request for the page of a path, with nothing typed or selected.
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
    /// The query parsed as a search on the home page.
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

/// Settings that the host of a site knows and the corpus does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClientSettings {
    /// Path of the site on its host, see [`thidua_pages::route::BasePath`].
    pub base: String,
    /// Origin of the host (`https://example.org`); empty if unknown.
    pub origin: String,
    /// True if the builder knew the origin; false if it is the browser's own.
    pub is_addressed: bool,
    /// Edition of the data on the host.
    pub edition: Edition,
}
