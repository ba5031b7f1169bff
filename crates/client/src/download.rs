//! Download requests: files of what a page shows.

use borsh::{BorshDeserialize, BorshSerialize};

use thidua_cite::AccessDate;

use super::download_job::make_file;
use super::{Engine, Parsed};
pub use thidua_pages::download::{DownloadFile, DownloadFormat};

/// Request for a file of what an address shows.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DownloadRequest {
    /// Path relative to the base, without a leading slash.
    pub path: String,
    /// Query as written, without `?`.
    pub query: String,
    /// Id of a chart on the page. `None` for all its figures or articles.
    pub chart: Option<String>,
    /// File format.
    pub format: DownloadFormat,
    /// Date of the download, for the citations in the file.
    pub accessed: Option<AccessDate>,
}

impl Engine {
    /// Makes a file. `None` if the address has no such chart or nothing to export.
    pub fn download(&self, request: &DownloadRequest) -> Option<DownloadFile> {
        make_file(self.site(), &Parsed::from(request.clone()))
    }
}
