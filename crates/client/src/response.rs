//! Page responses.
//!
//! Fields called markup contain HTML that [`thidua_pages::html`] wrote; texts of the corpus are escaped in it. All
//! other texts are plain.

use borsh::{BorshDeserialize, BorshSerialize};

use thidua_core::corpus::Catalogue;
use thidua_pages::html::FilterOption;
use thidua_pages::page_meta::PageMeta;
use thidua_pages::route::Route;

/// Page at an address.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct PageResponse {
    /// Path of the page. Differs from the requested one if an old id redirects to a new one.
    pub path: String,
    /// Text of `<title>`.
    pub title: String,
    /// Meta description.
    pub description: String,
    /// Content of the page.
    pub view: View,
}

impl PageResponse {
    /// Response with the title and description that a page has in a catalogue.
    pub(super) fn new(route: &Route, catalogue: &Catalogue, view: View) -> PageResponse {
        PageResponse::with_meta(route, PageMeta::of(route, catalogue), view)
    }

    /// Response with the title and description of `meta`.
    pub(super) fn with_meta(route: &Route, meta: PageMeta, view: View) -> PageResponse {
        PageResponse { path: route.path(), title: meta.title, description: meta.description, view }
    }

    /// Route of the page.
    pub fn route(&self) -> Route {
        Route::parse(&self.path)
    }
}

/// Content of a page, by how it is updated.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum View {
    /// Markup that does not change.
    Static(String),
    /// Home page, which follows typing and selection.
    Home(HomeView),
    /// Figure explorer, which follows the selection.
    Explorer(ExplorerView),
}

/// Parts of the home page.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct HomeView {
    /// Markup: the finding on the newest year, the grid of organisations and years, the key numbers. `None` where the shown
    /// one stays: it is the same for every search.
    pub lead: Option<String>,
    /// Every facet value of the corpus, always in the same rows, with its count among the results.
    pub facets: Vec<Facet>,
    /// Number of selected facet values.
    pub chosen: usize,
    /// Number of articles found, in words.
    pub count: String,
    /// Label of the button that closes the filters of a phone: "Xem 3 bài".
    pub see: String,
    /// True if some results match better than others, so that the best ones come first.
    pub is_ranked: bool,
    /// Notes on how the query was understood; often empty.
    pub notes: String,
    /// Markup: result cards, or suggestions if there are none.
    pub cards: String,
    /// True if more articles were found than are shown.
    pub has_more: bool,
    /// True if nothing is typed or selected.
    pub is_plain: bool,
}

impl HomeView {
    /// Copies the facets and what belongs to them.
    pub(super) fn without_results(&self) -> HomeView {
        HomeView {
            facets: self.facets.clone(),
            chosen: self.chosen,
            see: self.see.clone(),
            is_ranked: self.is_ranked,
            ..HomeView::default()
        }
    }
}

/// A facet with its values.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Facet {
    /// Display name.
    pub name: String,
    /// Parameter in the address.
    pub parameter: String,
    /// Values.
    pub rows: Vec<FacetRow>,
}

/// A facet value.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FacetRow {
    /// Value in the address.
    pub value: String,
    /// Display name.
    pub name: String,
    /// Number of articles that it would leave. Rows with zero are hidden unless selected.
    pub count: usize,
    /// True if selected.
    pub selected: bool,
}

/// Parts of the figure explorer.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct ExplorerView {
    /// Markup: heading and introduction.
    pub head: String,
    /// Filters.
    pub filter_controls: Vec<FilterControl>,
    /// Number of selected figures as the label of the button that closes the filters.
    pub see: String,
    /// Markup: number of selected figures, the selected values, the tabs, and the link to this view.
    pub count: String,
    /// Markup: table or charts of the selected figures, or why there are none.
    pub rows: String,
}

/// Filter by one property.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FilterControl {
    /// Parameter in the address.
    pub parameter: String,
    /// Display name.
    pub label: String,
    /// Selected value, in words.
    pub selected: String,
    /// Options; the first one selects all figures.
    pub options: Vec<FilterOption>,
    /// True if there are so many values that they are searched by name.
    pub is_long: bool,
    /// Number of further values that match the search, in words; empty if all are listed.
    pub more: String,
}
