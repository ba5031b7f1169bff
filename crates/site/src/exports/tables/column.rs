//! Tables and their columns. A column knows the type of its cells and how to read a cell from an item.

use std::borrow::Cow;
use std::ops::ControlFlow;

use thidua_core::domain::{Lang, Level};
use thidua_i18n::data_dictionary::Described;
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
    /// What it holds, in Vietnamese and English.
    pub description: Described,
    /// Reads the cell of an item; empty if the item states nothing.
    pub cell: fn(&T) -> Cow<'_, str>,
}

/// Creates a column.
pub const fn column<T>(
    name: &'static str,
    column_type: ColumnType,
    description: Described,
    cell: fn(&T) -> Cow<'_, str>,
) -> Column<T> {
    Column { name, column_type, description, cell }
}

/// Column of a [`Table`], without its items.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub column_type: ColumnType,
    /// What it holds, in Vietnamese and English.
    pub description: Described,
}

/// Function that visits the rows of a table in order, until the visitor breaks.
type Rows<'a> = Box<dyn Fn(&mut dyn FnMut(&[Cow<'_, str>]) -> ControlFlow<()>) + 'a>;

/// Table whose rows are read when they are written.
pub struct Table<'a> {
    /// Name, from which the file name is derived.
    pub name: &'static str,
    /// What it holds, in Vietnamese and English.
    pub description: Described,
    pub fields: Vec<Field>,
    /// Number of rows.
    pub row_count: usize,
    rows: Rows<'a>,
}

impl<'a> Table<'a> {
    /// Creates a table with one row for each item of `items`, which is called for every visit of the rows.
    pub fn of<T: 'a, I: IntoIterator<Item = T>>(
        name: &'static str,
        description: Described,
        items: impl Fn() -> I + 'a,
        columns: Vec<Column<T>>,
    ) -> Table<'a> {
        let fields = columns
            .iter()
            .map(|c| Field { name: c.name, column_type: c.column_type, description: c.description })
            .collect();
        let row_count = items().into_iter().count();
        let rows: Rows<'a> = Box::new(move |visit| {
            for item in items() {
                let cells: Vec<Cow<'_, str>> = columns.iter().map(|c| (c.cell)(&item)).collect();
                if visit(&cells).is_break() {
                    return;
                }
            }
        });
        Table { name, description, fields, row_count, rows }
    }

    /// Returns the name of the CSV file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// Calls `visit` with the cells of every row, in order, until it breaks.
    pub fn for_each_row(&self, visit: &mut dyn FnMut(&[Cow<'_, str>]) -> ControlFlow<()>) {
        (self.rows)(visit);
    }

    /// Returns the table as CSV for programs: the names of the columns, then the rows. Written by the same code as downloads
    /// from a page.
    pub fn csv(&self) -> String {
        let mut csv = Csv::without_bom();
        csv.row(self.fields.iter().map(|field| Cell::Plain(field.name.into())));
        self.for_each_row(&mut |cells| {
            csv.row(self.fields.iter().zip(cells).map(|(field, cell)| match field.column_type {
                ColumnType::Integer | ColumnType::Number => Cell::Plain(cell.as_ref().into()),
                _ => Cell::Text(cell.as_ref().into()),
            }));
            ControlFlow::Continue(())
        });
        csv.finish()
    }

    /// Returns for each column the first cell that states something; `None` if none does.
    pub fn examples(&self) -> Vec<Option<String>> {
        let mut examples: Vec<Option<String>> = self.fields.iter().map(|_| None).collect();
        self.for_each_row(&mut |cells| {
            for (example, cell) in examples.iter_mut().zip(cells) {
                if example.is_none() && !cell.is_empty() {
                    *example = Some(cell.as_ref().to_owned());
                }
            }
            match examples.iter().all(Option::is_some) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        });
        examples
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
