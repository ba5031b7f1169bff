//! The table of a chart as CSV.

use super::csv::{Cell, Csv};
use crate::chart::Table;

/// What the table of a chart says, and under it the absolute address of the view it was taken from.
pub fn table_csv(table: &Table, link: &str) -> String {
    let mut csv = Csv::default();
    csv.row(table.columns.iter().map(|column| Cell::Text(column.title.clone())));
    for row in &table.rows {
        csv.row(row.cells.iter().map(|cell| Cell::Text(cell.clone())));
    }
    csv.row([]);
    csv.row([Cell::Text(table.caption.clone()), Cell::Plain(link.to_owned())]);
    csv.finish()
}
