//! Workbooks (`.xlsx`): tables whose numbers are numbers, whose header stays in view, and whose links lead to the evidence.
//!
//! A workbook is described as JSON ([`WorkbookSpec`]), which the engine writes row by row; a program that is loaded only when
//! somebody asks for a workbook turns it into a file. The site builder uses [`WorkbookWriter`] directly. Equal tables give
//! equal bytes: the date of creation is fixed.
//!
//! Texts are always texts: a cell that begins with `=`, `+`, `-` or `@` is never calculated, because it is stored as a string.
//!
//! ```
//! use thidua_workbook::{CellValue, ColumnSpec, WorkbookWriter};
//! let mut workbook = WorkbookWriter::new("Kho");
//! workbook.start_sheet("figures", &[ColumnSpec::new("value", 12)])?;
//! workbook.row(&[CellValue::number("12.5")])?;
//! assert!(workbook.finish()?.starts_with(b"PK"));
//! # Ok::<(), thidua_workbook::WorkbookError>(())
//! ```

mod cell;
#[cfg(feature = "writer")]
mod made_by;
mod spec;
#[cfg(feature = "writer")]
mod writer;

pub use cell::CellValue;
pub use spec::{ColumnSpec, SheetSpec, WorkbookSpec};
#[cfg(feature = "writer")]
pub use writer::{MAX_ROWS, WorkbookError, WorkbookWriter, workbook_from_json};

/// Media type of a workbook.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
