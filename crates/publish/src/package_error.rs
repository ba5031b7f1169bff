//! Reasons why a corpus package cannot be read or written.

use serde::{Deserialize, Serialize};

/// Reason why a package is refused. Each names the file of the package that is at fault, where it is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PackageError {
    /// The bytes are no ZIP archive, or one that is cut or damaged.
    #[error("the file is not a ZIP archive, or was cut off: get it again")]
    NotAnArchive,
    /// The archive has no `thidua-package.json`, or one of another program.
    #[error("the archive is not a corpus package: it has no thidua-package.json of this program")]
    NotAPackage,
    /// The package was written by a later version of this program.
    #[error(
        "the package has version {0} of the format, and this program reads version 1: get the newest program or page"
    )]
    LaterVersion(u64),
    /// A file cannot be unpacked, or is not what its checksum says.
    #[error("{file} in the package is damaged: {reason}")]
    Damaged {
        /// Path in the package.
        file: String,
        /// Reason.
        reason: String,
    },
    /// A path leads out of the package, or is absolute.
    #[error("{0:?} in the package leads out of it: nothing was read")]
    PathOutside(String),
    /// A file that a package does not have.
    #[error("{0:?} does not belong in a package: take it out and pack again")]
    UnknownFile(String),
    /// Two files have one name, on some disks at least.
    #[error("{0:?} is in the package twice")]
    SameName(String),
    /// The name of a source text is not that of a file on every system.
    #[error("{0:?} in the package is not the name of a file on every system")]
    TextName(String),
    /// A file, or all of them, would become larger than what is read.
    #[error("{file} in the package is larger than the {limit} bytes that are read")]
    TooLarge {
        /// Path in the package.
        file: String,
        /// Largest number of bytes.
        limit: u64,
    },
    /// The archive has more files than a package can have.
    #[error("the package has more than the {0} files that are read")]
    TooManyFiles(usize),
    /// A file is not UTF-8.
    #[error("{0} in the package is not UTF-8 text")]
    NotUtf8(String),
    /// There is no corpus in the package.
    #[error("there is no corpus.json in the package")]
    NoCorpus,
    /// The package cannot be written. This is a fault of the program.
    #[error("the package cannot be written: {0}; this is a fault of the program, please report it")]
    NotWritten(String),
}
