//! A table as a CSV file; how it is written is the same as for what readers take away from a page.

use super::column::{Kind, Table};
use crate::take::{Cell, Csv};

/// The bytes of the file.
pub fn write(table: &Table) -> Vec<u8> {
    let mut csv = Csv::default();
    csv.row(table.fields.iter().map(|field| Cell::Plain(field.name.to_owned())));
    for row in &table.rows {
        csv.row(row.iter().zip(&table.fields).map(|(cell, field)| match field.kind {
            Kind::Integer | Kind::Number => Cell::Plain(cell.clone()),
            _ => Cell::Text(cell.clone()),
        }));
    }
    csv.finish().into_bytes()
}
