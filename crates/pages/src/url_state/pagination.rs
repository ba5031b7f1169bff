//! Pages of the table of figures: as many rows as four screens of a phone hold.

/// Number of figures on a page. Where the corpus is not loaded whole, each may need an article that is fetched separately.
pub const ROWS_PER_PAGE: usize = 24;
/// Maximum number of figures of a result that is not divided into pages: nobody turns a page for a few rows.
pub const MAX_UNDIVIDED_ROWS: usize = 40;

/// A page of the table: consecutive figures of a sorted result.
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
    /// Returns page `number` of the `figures` that pass, in their order.
    pub fn of(figures: &[u32], number: usize) -> TablePage {
        let size = if figures.len() <= MAX_UNDIVIDED_ROWS { MAX_UNDIVIDED_ROWS } else { ROWS_PER_PAGE };
        let of = figures.len().div_ceil(size).max(1);
        let number = number.clamp(1, of);
        let first = (number - 1) * size;
        let mine = figures.iter().skip(first).take(size);
        TablePage { number, of, first, figures: mine.copied().collect() }
    }

    /// True if the whole result fits on this page.
    pub fn is_only_page(&self) -> bool {
        self.of == 1
    }
}
