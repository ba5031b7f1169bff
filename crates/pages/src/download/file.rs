//! A file to save, and the formats that readers can ask for.

use serde::{Deserialize, Serialize};
use thidua_cite::CitationFormat;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DownloadFormat {
    /// A chart as a picture.
    Svg,
    /// Figures, one a row.
    Csv,
    /// Citations for a reference manager.
    Citations(CitationFormat),
    /// Citations as lines of a report.
    CitationLines,
}

/// A file to save.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DownloadFile {
    /// Its name, ASCII.
    pub name: String,
    /// Its type.
    pub mime: String,
    /// All of it.
    pub text: String,
}
