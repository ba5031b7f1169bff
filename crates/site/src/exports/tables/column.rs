//! Tables and their columns. A column knows the type of its cells and how to read a cell from an item.

use std::borrow::Cow;

use thidua_core::domain::{Lang, Level};
use thidua_pages::download::{Cell, Csv};

/// Type of the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Free text.
    Text,
    /// Unique id of a row.
    Key,
    /// Id of a row of the table of this name.
    Foreign(&'static str),
    /// Integer.
    Integer,
    /// Exact decimal.
    Number,
    /// URL.
    Address,
    /// Absolute URL of a page of the site; empty if the origin is unknown.
    Page,
    /// Date or period in EDTF.
    Period,
    /// Level of recognition; levels have an order by law.
    Level,
    /// One of these slugs.
    OneOf(&'static [&'static str]),
}

/// Column of a table over items of type `T`.
#[derive(Debug)]
pub struct Column<T> {
    pub name: &'static str,
    pub column_type: ColumnType,
    pub description: &'static str,
    /// Reads the cell of an item; empty if the item states nothing.
    pub cell: fn(&T) -> Cow<'_, str>,
}

/// Creates a column.
pub const fn column<T>(
    name: &'static str,
    column_type: ColumnType,
    description: &'static str,
    cell: fn(&T) -> Cow<'_, str>,
) -> Column<T> {
    Column { name, column_type, description, cell }
}

/// Column of a finished [`Table`].
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub column_type: ColumnType,
    pub description: &'static str,
}

/// Table with its CSV text.
#[derive(Debug)]
pub struct Table {
    /// Name, from which the file name is derived.
    pub name: &'static str,
    pub description: &'static str,
    pub fields: Vec<Field>,
    /// CSV text: the names of the columns, then a row for each item. Written by the same code as downloads from a page.
    pub text: String,
}

impl Table {
    /// Creates a table with one row for each of `items`.
    pub fn of<T>(
        name: &'static str,
        description: &'static str,
        items: impl IntoIterator<Item = T>,
        columns: &[Column<T>],
    ) -> Table {
        let mut csv = Csv::default();
        csv.row(columns.iter().map(|c| Cell::Plain(c.name.into())));
        for item in items {
            csv.row(columns.iter().map(|c| match c.column_type {
                ColumnType::Integer | ColumnType::Number => Cell::Plain((c.cell)(&item)),
                _ => Cell::Text((c.cell)(&item)),
            }));
        }
        let fields = columns
            .iter()
            .map(|c| Field { name: c.name, column_type: c.column_type, description: c.description })
            .collect();
        Table { name, description, fields, text: csv.finish() }
    }

    /// Returns the name of the file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }
}

/// Returns slug and display name of every value that a column of this type can hold; empty for open types.
pub fn categories(column_type: ColumnType) -> Vec<(&'static str, &'static str)> {
    match column_type {
        ColumnType::Level => Level::ALL.iter().map(|level| (level.slug(), level.name(Lang::Vi))).collect(),
        ColumnType::OneOf(words) => words.iter().map(|word| (*word, *word)).collect(),
        _ => Vec::new(),
    }
}
