//! Pages of the table of figures: as many rows as a reader looks through and a slow connection delivers.

use form_urlencoded::parse;

use thidua_core::corpus::FigureTable;

use super::FigureFilter;

/// Maximum number of figures on a page.
const MAX_FIGURES: usize = 500;
/// Maximum number of articles on a page: each may have to be fetched separately.
const MAX_ARTICLES: usize = 40;
/// Query parameter of the page number.
const PARAMETER: &str = "trang";

/// A page of the table: consecutive figures of a filter's result, in the order of the corpus. A page ends at so many figures or
/// articles, in the same places however the corpus is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablePage {
    /// Number of the page, from 1; the last page if a higher number was requested.
    pub number: usize,
    /// Number of pages, at least 1.
    pub of: usize,
    /// Index of its first figure in the result.
    pub first: usize,
    /// Numbers of its figures in the table of figures.
    pub figures: Vec<u32>,
}

impl TablePage {
    /// Returns the page that the query of the explorer (without `?`) requests, of the `figures` that pass. A page number that
    /// cannot be parsed requests the first page.
    pub fn requested(query: &str, figures: &[u32], table: &FigureTable) -> TablePage {
        let starts = starts(figures, table);
        let number = number_in(query).clamp(1, starts.len());
        let start = |number: usize| starts.get(number).copied().unwrap_or(figures.len());
        let (first, end) = (start(number - 1), start(number));
        let mine = figures.iter().skip(first).take(end.saturating_sub(first));
        TablePage { number, of: starts.len(), first, figures: mine.copied().collect() }
    }

    /// True if the whole result fits on this page.
    pub fn is_only_page(&self) -> bool {
        self.of == 1
    }

    /// Returns the query of another page of the result that `query` (without `?`) chooses.
    pub fn query(query: &str, number: usize) -> String {
        let and = if query.is_empty() { "" } else { "&" };
        match number {
            ..=1 => query.to_owned(),
            _ => format!("{query}{and}{PARAMETER}={number}"),
        }
    }
}

/// True if the query of the explorer (without `?`) requests the page as it is without one.
pub fn is_default_explorer_view(query: &str) -> bool {
    FigureFilter::parse(query) == FigureFilter::default() && number_in(query) <= 1
}

fn number_in(query: &str) -> usize {
    let written = parse(query.as_bytes()).filter(|(name, _)| name == PARAMETER).last();
    written.and_then(|(_, number)| number.parse().ok()).unwrap_or(1)
}

/// Index of the first figure of every page.
fn starts(figures: &[u32], table: &FigureTable) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut start, mut articles, mut last) = (0, 0, None);
    for (at, figure) in figures.iter().enumerate() {
        let article = table.figures().get(*figure as usize).map(|row| row.position.article);
        let is_new = article != last;
        if at - start == MAX_FIGURES || (is_new && articles == MAX_ARTICLES) {
            starts.push(at);
            (start, articles) = (at, 0);
            // An article that is split between two pages counts on both.
            last = None;
        }
        articles += usize::from(article != last);
        last = article;
    }
    starts
}
