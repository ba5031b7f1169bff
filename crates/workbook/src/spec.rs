//! Description of a workbook as JSON.

use serde::{Deserialize, Serialize};

use crate::CellValue;

/// A workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkbookSpec<'a> {
    /// Title, in the properties of the file.
    pub title: String,
    /// Sheets; the first one is shown when the file is opened.
    #[serde(borrow)]
    pub sheets: Vec<SheetSpec<'a>>,
}

/// A sheet: a header and rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetSpec<'a> {
    /// Name on the tab.
    pub name: String,
    /// Columns.
    pub columns: Vec<ColumnSpec>,
    /// Rows; a short one ends in empty cells.
    #[serde(borrow)]
    pub rows: Vec<Vec<CellValue<'a>>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnSpec {
    /// Heading.
    pub title: String,
    /// Width in characters.
    pub width: u16,
}

impl ColumnSpec {
    /// A column with this heading, `width` characters wide.
    pub fn new(title: impl Into<String>, width: u16) -> ColumnSpec {
        ColumnSpec { title: title.into(), width }
    }
}
