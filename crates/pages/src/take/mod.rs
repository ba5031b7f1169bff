//! What a reader takes away: figures as CSV for a spreadsheet.
//!
//! A file leaves the site and its context behind, so it carries them along: printed words, article, line and link stand
//! in every row. The text is made here, the same natively and in the page; the browser only saves it.

pub mod csv;
mod figures;
mod paint;
mod table;

pub use csv::{Cell, Csv};
pub use figures::{Beside, figure_row, figures_head};
pub use paint::paint_scale;
pub use table::table_csv;
