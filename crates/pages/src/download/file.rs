//! A file to save, and the formats that readers can request.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use thidua_cite::CitationFormat;

/// Format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum DownloadFormat {
    /// A chart as a picture.
    Svg,
    /// Figures, one a row, as CSV for a spreadsheet.
    Csv,
    /// Figures, one a row, as CSV for programs.
    PlainCsv,
    /// Figures, one a row, as a workbook. The text of the file is a description, which a program of its own turns into the
    /// workbook.
    Workbook,
    /// Citations for a reference manager.
    Citations(CitationFormat),
    /// Citations as lines of a report.
    CitationLines,
}

/// A file to save.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
pub struct DownloadFile {
    /// Name, in ASCII.
    pub name: String,
    /// Media type.
    pub mime: String,
    /// Content.
    pub text: String,
}
