//! What the engine is asked, and what it must know of the site before.

use serde::{Deserialize, Serialize};

use thidua_pages::site_model::Edition;

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
