//! Writing files of the site.

use std::path::Path;

use super::SiteError;

/// Writes a file, and the folders that it stands in.
///
/// # Errors
/// Where the system refuses; the error names the file.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), SiteError> {
    let error = |reason| SiteError::File { path: path.to_owned(), action: "cannot write", reason };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(error)?;
    }
    std::fs::write(path, bytes).map_err(error)
}
