//! What a table is made of: columns that know what they hold, and how to read it from a thing.

use std::borrow::Cow;

use thidua_core::domain::{Lang, Level};
use thidua_pages::download::{Cell, Csv};

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
    /// The address of a page of the site, with its host; empty where that is not known.
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
    pub cell: fn(&T) -> Cow<'_, str>,
}

/// A column.
pub const fn column<T>(
    name: &'static str,
    kind: Kind,
    description: &'static str,
    cell: fn(&T) -> Cow<'_, str>,
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

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its name; the file is called after it.
    pub name: &'static str,
    pub description: &'static str,
    pub fields: Vec<Field>,
    /// What is in its file: the names of the columns, then a row for each thing. It is written as what readers take away
    /// from a page is.
    pub text: String,
}

impl Table {
    /// The table of `things`, a row each.
    pub fn of<T>(
        name: &'static str,
        description: &'static str,
        things: impl IntoIterator<Item = T>,
        columns: &[Column<T>],
    ) -> Table {
        let mut csv = Csv::default();
        csv.row(columns.iter().map(|c| Cell::Plain(c.name.into())));
        for thing in things {
            csv.row(columns.iter().map(|c| match c.kind {
                Kind::Integer | Kind::Number => Cell::Plain((c.cell)(&thing)),
                _ => Cell::Text((c.cell)(&thing)),
            }));
        }
        let fields = columns
            .iter()
            .map(|c| Field { name: c.name, kind: c.kind, description: c.description })
            .collect();
        Table { name, description, fields, text: csv.finish() }
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
