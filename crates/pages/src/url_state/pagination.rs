//! The figures of a choice, leaf by leaf: as many as a reader looks through and a slow line brings.

use form_urlencoded::parse;

use super::FigureFilter;
use thidua_core::corpus::FigureTable;

/// A leaf shows so many figures at most…
const MAX_FIGURES: usize = 500;
/// …of so many articles: each may have to be fetched on its own.
const MAX_ARTICLES: usize = 40;
/// The parameter in the address.
const PARAMETER: &str = "trang";

/// Some of the figures of a choice, in the order of the corpus. Leaves end where the choice has come to so many
/// figures or articles, and are the same however the corpus is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablePage {
    /// Which leaf it is, from 1; the last where fewer were there than asked for.
    pub number: usize,
    /// How many there are, at least one.
    pub of: usize,
    /// The place of its first figure in the choice.
    pub first: usize,
    /// The numbers of its figures in the table.
    pub figures: Vec<u32>,
}

impl TablePage {
    /// The leaf that an explorer's query (without `?`) asks for, of the chosen `figures` of a table. What is no number
    /// asks for the first.
    pub fn requested(query: &str, figures: &[u32], table: &FigureTable) -> TablePage {
        let starts = starts(figures, table);
        let number = number_in(query).clamp(1, starts.len());
        let start = |number: usize| starts.get(number).copied().unwrap_or(figures.len());
        let (first, end) = (start(number - 1), start(number));
        let mine = figures.iter().skip(first).take(end.saturating_sub(first));
        TablePage { number, of: starts.len(), first, figures: mine.copied().collect() }
    }

    /// Whether everything that is chosen stands on it.
    pub fn is_only_page(&self) -> bool {
        self.of == 1
    }

    /// The query of another leaf of what `query` (without `?`) chooses.
    pub fn query(query: &str, number: usize) -> String {
        let and = if query.is_empty() { "" } else { "&" };
        match number {
            ..=1 => query.to_owned(),
            _ => format!("{query}{and}{PARAMETER}={number}"),
        }
    }
}

/// Whether an explorer's query (without `?`) asks for no more than the page as it is without one.
pub fn is_default_explorer_view(query: &str) -> bool {
    FigureFilter::parse(query) == FigureFilter::default() && number_in(query) <= 1
}

fn number_in(query: &str) -> usize {
    let written = parse(query.as_bytes()).filter(|(name, _)| name == PARAMETER).last();
    written.and_then(|(_, number)| number.parse().ok()).unwrap_or(1)
}

/// Where every leaf begins.
fn starts(figures: &[u32], table: &FigureTable) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut start, mut articles, mut last) = (0, 0, None);
    for (at, figure) in figures.iter().enumerate() {
        let article = table.figures().get(*figure as usize).map(|row| row.position.article);
        let is_new = article != last;
        if at - start == MAX_FIGURES || (is_new && articles == MAX_ARTICLES) {
            starts.push(at);
            (start, articles) = (at, 0);
            // An article that is cut in two stands on both.
            last = None;
        }
        articles += usize::from(article != last);
        last = article;
    }
    starts
}
