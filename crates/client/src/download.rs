//! Files that a reader takes away.

use serde::{Deserialize, Serialize};

use super::download_job::make_file;
use super::{Engine, Parsed};
pub use thidua_pages::download::{DownloadFile, DownloadFormat};

/// A file that is wanted of what stands at an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DownloadRequest {
    /// The path below the base, without a leading slash.
    pub path: String,
    /// The query as written, without `?`.
    pub query: String,
    /// The id of a chart on that page; nothing means all its figures.
    pub chart: Option<String>,
    /// As what.
    pub format: DownloadFormat,
}

impl Engine {
    /// Makes a file. `None` where the address has no such chart, or nothing to take.
    pub fn download(&self, request: &DownloadRequest) -> Option<DownloadFile> {
        make_file(self.site(), &Parsed::from(request.clone()))
    }
}
