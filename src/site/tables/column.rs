//! What a table is made of: columns that know what they hold, and how to read it from a thing.

use crate::domain::{Lang, Level};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Free text.
    Text,
    /// An id of this table, each once.
    Key,
    /// An id of another table (its name).
    Foreign(&'static str),
    /// A whole number.
    Integer,
    /// An exact decimal.
    Number,
    /// An address anywhere.
    Address,
    /// The address of a page of the site; absolute where its origin is known.
    Page,
    /// A date or period in EDTF.
    Period,
    /// A level, in its legal order.
    Level,
    /// One of a fixed set of words, in their order.
    OneOf(&'static [&'static str]),
}

/// A column over things of type `T`.
#[derive(Debug)]
pub struct Column<T> {
    pub name: &'static str,
    pub kind: Kind,
    pub description: &'static str,
    /// The cell of a thing; empty where nothing is stated.
    pub cell: fn(&T) -> String,
}

/// A column.
pub const fn column<T>(
    name: &'static str,
    kind: Kind,
    description: &'static str,
    cell: fn(&T) -> String,
) -> Column<T> {
    Column { name, kind, description, cell }
}

/// A column of a [`Table`], without its way to read.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub description: &'static str,
}

/// A table with its rows.
#[derive(Debug)]
pub struct Table {
    /// Its name; the file is called after it.
    pub name: &'static str,
    pub description: &'static str,
    pub fields: Vec<Field>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table of `things`, a row each.
    pub fn of<T>(
        name: &'static str,
        description: &'static str,
        things: impl IntoIterator<Item = T>,
        columns: &[Column<T>],
    ) -> Table {
        let rows =
            things.into_iter().map(|thing| columns.iter().map(|c| (c.cell)(&thing)).collect()).collect();
        let fields = columns
            .iter()
            .map(|c| Field { name: c.name, kind: c.kind, description: c.description })
            .collect();
        Table { name, description, fields, rows }
    }

    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }
}

/// The words of a kind of column that holds one of a fixed set, with their names for people.
pub fn categories(kind: Kind) -> Vec<(&'static str, &'static str)> {
    match kind {
        Kind::Level => Level::ALL.iter().map(|level| (level.slug(), level.name(Lang::Vi))).collect(),
        Kind::OneOf(words) => words.iter().map(|word| (*word, *word)).collect(),
        _ => Vec::new(),
    }
}
