//! The facts as tables: CSV files, and a Frictionless Data Package (version 2) that says what every column means, which
//! columns point to which, and in which order levels stand. All of it once more in one archive.

mod archive;
mod column;
mod facts;
mod package;

pub use archive::{Member, archive};

use super::place::Place;
use column::Table;

/// The tables and their description, by their names inside their folder.
pub fn files(place: Place<'_>) -> Vec<(String, Vec<u8>)> {
    let tables: Vec<Table> = facts::tables(place);
    let package = package::describe(&tables, place);
    let mut files: Vec<(String, Vec<u8>)> =
        tables.into_iter().map(|table| (table.file(), table.csv)).collect();
    files.push(("datapackage.json".to_owned(), package.into_bytes()));
    files
}
