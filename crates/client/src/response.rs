//! What the engine answers.
//!
//! Text meant as markup is markup already: written by [`thidua_pages::html`], every text of the corpus escaped in it. All
//! other text is plain.

use serde::{Deserialize, Serialize};
use thidua_pages::html::FilterOption;

use thidua_core::corpus::Catalogue;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::Route;

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageResponse {
    /// The path of the page that is shown; another than the one asked for where an old id leads to a new one.
    pub path: String,
    /// For `<title>`.
    pub title: String,
    /// For the description of the page.
    pub description: String,
    /// The page itself.
    pub view: View,
}

impl PageResponse {
    /// Response with the title and description that a page has in a catalogue.
    pub(super) fn new(route: &Route, catalogue: &Catalogue, view: View) -> PageResponse {
        let PageMeta { title, description, .. } = PageMeta::of(route, catalogue);
        PageResponse { path: route.path(), title, description, view }
    }

    /// Route of the page.
    pub fn route(&self) -> Route {
        Route::parse(&self.path)
    }
}

/// The three ways in which a page is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    /// Markup that stands still.
    Static(String),
    /// The home page, which follows what is typed and ticked.
    Home(HomeView),
    /// The figure explorer, which follows what is chosen.
    Explorer(ExplorerView),
}

/// The parts of the home page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HomeView {
    /// Markup: the corpus in a sentence.
    pub key_numbers: String,
    /// Every value that the corpus has, always in the same rows, with its count among the results.
    pub facets: Vec<Facet>,
    /// How many values are chosen.
    pub chosen: usize,
    /// How many articles were found, in words.
    pub count: String,
    /// How the words were understood, in words; often empty.
    pub notes: String,
    /// Markup: the articles found, or what to do where there are none.
    pub cards: String,
    /// Whether more were found than are shown.
    pub has_more: bool,
    /// Whether nothing is asked for.
    pub is_plain: bool,
}

/// A facet with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// What it is called.
    pub name: String,
    /// Its parameter in the address.
    pub parameter: String,
    /// Its values.
    pub rows: Vec<FacetRow>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetRow {
    /// As it stands in the address.
    pub value: String,
    /// What it is called.
    pub name: String,
    /// How many articles it would leave; zero hides it unless it is chosen.
    pub count: usize,
    /// Whether it is chosen.
    pub selected: bool,
}

/// The parts of the figure explorer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ExplorerView {
    /// Markup: heading and what the page is for.
    pub head: String,
    /// What figures can be chosen by.
    #[serde(rename = "choosers")]
    pub filter_controls: Vec<FilterControl>,
    /// Markup: how many figures are chosen, of what, and the link to this view.
    pub count: String,
    /// Markup: charts and table of the figures chosen, or why there are none.
    pub rows: String,
}

/// A property that figures can be chosen by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilterControl {
    /// Its parameter in the address.
    pub parameter: String,
    /// What it is called.
    pub label: String,
    /// What is chosen now, in words.
    #[serde(rename = "now")]
    pub selected: String,
    /// What can be chosen; the first lets every figure pass.
    pub offers: Vec<FilterOption>,
    /// Whether it has so many values that they are looked for by their names.
    pub is_long: bool,
    /// How many more fit what is looked for, in words; empty where all are offered.
    pub more: String,
}
