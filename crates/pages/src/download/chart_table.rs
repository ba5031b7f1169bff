//! The table of a chart as CSV.

use thidua_chart::ChartTable;

use super::csv::{Cell, Csv};

/// Returns the table of a chart, followed by a row with its caption and the absolute address of the view, if that is known.
pub fn chart_table_csv(table: &ChartTable, link: Option<&str>) -> String {
    let mut csv = Csv::default();
    csv.row(table.columns.iter().map(|column| Cell::Text(column.title.as_str().into())));
    for row in &table.rows {
        csv.row(row.cells.iter().map(|cell| Cell::Text(cell.into())));
    }
    // As long as the other rows: strict readers refuse a shorter one.
    let last = [Cell::Text(table.caption.as_str().into()), Cell::Plain(link.unwrap_or("").into())];
    let rest = table.columns.len().saturating_sub(last.len());
    csv.row(last.into_iter().chain(std::iter::repeat_n(Cell::Text("".into()), rest)));
    csv.finish()
}
