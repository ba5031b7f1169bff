//! Facts as tables: CSV files, a Frictionless Data Package (version 2) that describes the columns, their references and the
//! order of levels, and one archive of all of them.

mod column;
mod facts;
mod package;

pub use column::Table;
pub use facts::{of_articles, of_corpus};
pub use package::describe;
