//! The facts as tables: CSV files, and a Frictionless Data Package (version 2) that says what every column means, which
//! columns point to which, and in which order levels stand. All of it once more in one archive.

mod archive;
mod column;
mod facts;
mod package;

pub use archive::archive;
pub use column::Table;
pub use facts::{of_articles, of_corpus};
pub use package::describe;
