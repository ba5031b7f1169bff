//! The table of a chart: what a reader gets who cannot or will not read the picture.

use super::panel::Evidence;
use thidua_core::domain::FigureId;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartColumn {
    /// Its heading.
    pub title: String,
    /// Whether its cells are numbers, to be set to the right in tabular figures.
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
    /// Its cells, in the order of the columns.
    pub cells: Vec<String>,
    /// The figure that it shows, to link to its evidence.
    pub figure: Option<FigureId>,
    /// Where its cells lead, the first to the first; fewer than cells, or none, where the others lead nowhere.
    pub leads: Vec<Option<Evidence>>,
}

impl ChartRow {
    /// Where the cell of column `i` leads: the first of a figure's row to the figure.
    pub fn lead(&self, i: usize) -> Option<Evidence> {
        let figure = self.figure.clone().filter(|_| i == 0).map(Evidence::Figure);
        figure.or_else(|| self.leads.get(i).cloned().flatten())
    }
}

/// A table of all the marks of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartTable {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<ChartColumn>,
    /// Its rows, in the order of the marks.
    pub rows: Vec<ChartRow>,
}
