//! Errors of writing a site.

use std::io;
use std::path::{Path, PathBuf};

use thidua_site::SiteError;

/// Reason why no site was written. Messages name the file and say what to do.
#[derive(Debug, thiserror::Error)]
pub enum WriteSiteError {
    /// The site cannot be built.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// A file or folder cannot be read or written.
    #[error("{action} {}: {reason}{}", path.display(), advice(reason))]
    File {
        /// File or folder.
        path: PathBuf,
        /// Failed action, as in "cannot read".
        action: &'static str,
        /// Error of the system.
        #[source]
        reason: io::Error,
    },
    /// The target is no folder.
    #[error("{} is not a folder that a site can be written into", .0.display())]
    NotAFolder(PathBuf),
    /// The target holds files that this program did not write.
    #[error(
        "{} holds files that are not of a site built by this program ({}); nothing was touched. \
         Name an empty or a new folder",
        target.display(),
        files.join(", ")
    )]
    Foreign {
        /// Folder of the site.
        target: PathBuf,
        /// Some of the files.
        files: Vec<String>,
    },
    /// Another build of the same target is running.
    #[error("another build is writing {}; wait for it", .0.display())]
    Busy(PathBuf),
}

impl WriteSiteError {
    /// Creates the error for a file or folder that cannot be read.
    pub fn reading(path: &Path, reason: io::Error) -> WriteSiteError {
        WriteSiteError::File { path: path.to_owned(), action: "cannot read", reason }
    }

    /// Creates the error for a file or folder that cannot be written.
    pub fn writing(path: &Path, reason: io::Error) -> WriteSiteError {
        WriteSiteError::File { path: path.to_owned(), action: "cannot write", reason }
    }
}

/// Returns what to do about an error of the system; empty if there is nothing to say.
fn advice(reason: &io::Error) -> &'static str {
    match reason.kind() {
        io::ErrorKind::PermissionDenied => "; choose a folder that you may write into",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "; free some space. No site was changed",
        _ => "",
    }
}
