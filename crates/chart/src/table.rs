//! The table of a chart, for readers who cannot or do not want to read the picture.

use thidua_core::domain::FigureId;

use super::panel::Evidence;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartColumn {
    /// Heading.
    pub title: String,
    /// True if its cells are numbers, to be set to the right in tabular figures.
    pub numeric: bool,
}

impl ChartColumn {
    /// A column of words.
    pub(super) fn words(title: &str) -> Self {
        Self { title: title.to_owned(), numeric: false }
    }

    /// A column of numbers.
    pub(super) fn number(title: &str) -> Self {
        Self { title: title.to_owned(), numeric: true }
    }
}

/// A row, with as many cells as its table has columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartRow {
    /// Cells, in the order of the columns.
    pub cells: Vec<String>,
    /// The figure of the row, if it shows one.
    pub figure: Option<FigureId>,
    /// Evidence of its cells, in their order; shorter than `cells` if the last cells have none.
    pub links: Vec<Option<Evidence>>,
}

impl ChartRow {
    /// Evidence of the cell in column `i`. In the row of a figure the first cell leads to the figure.
    pub fn link(&self, i: usize) -> Option<Evidence> {
        let figure = self.figure.clone().filter(|_| i == 0).map(Evidence::Figure);
        figure.or_else(|| self.links.get(i).cloned().flatten())
    }
}

/// A table of all the marks of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartTable {
    /// Caption.
    pub caption: String,
    /// Columns.
    pub columns: Vec<ChartColumn>,
    /// Rows, in the order of the marks.
    pub rows: Vec<ChartRow>,
}
