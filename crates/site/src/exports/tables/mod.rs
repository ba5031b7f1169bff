//! Facts as tables: CSV files, a Frictionless Data Package (version 2) that describes the columns, their references and the
//! order of levels, one archive of all of them, and one workbook.

mod column;
mod facts;
mod package;
mod workbook;

pub use column::{ColumnType, Field, Table};
pub use facts::all_tables;
pub use package::describe;
pub use workbook::{has_workbook, workbook};
