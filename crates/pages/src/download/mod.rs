//! Files to download: CSV, workbooks, citations, pictures of charts.
//!
//! A file leaves the site and its context behind, so it carries them along: printed words, article, line and link are in every
//! row. The text is made here, natively and in the page alike; the browser only saves it.
//!
//! ```
//! use thidua_pages::download::{Cell, Csv};
//! let mut csv = Csv::default();
//! csv.row([Cell::Text("trên 90%".into()), Cell::Plain("90".into())]);
//! assert_eq!(csv.finish(), "\u{feff}trên 90%,90\r\n");
//! ```

mod chart_table;
pub mod csv;
mod figure_rows;
mod file;
mod file_name;
pub mod list_export;
pub mod page_file;
mod raster;
mod workbook;

pub use chart_table::chart_table_csv;
pub use csv::{Cell, Csv};
pub use figure_rows::{RowContext, figure_csv_row, figures_csv_header};
pub use file::{DownloadFile, DownloadFormat};
pub use list_export::{ListFile, ListItem};
pub use page_file::page_file;
pub use raster::raster_scale;
