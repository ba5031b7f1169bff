//! What can stop a build of the site.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use thidua_core::corpus::BROWSER_MAX_BYTES;

/// Why no site was built. Every variant names the file and says what to do.
#[derive(Debug)]
pub enum SiteError {
    /// A file could not be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// What was tried, as in "cannot read".
        action: &'static str,
        /// What the system said.
        reason: io::Error,
    },
    /// The app cannot be used; why.
    App(String),
    /// The corpus cannot be read, or does not hang together: every problem, one a line.
    Corpus(String),
    /// The place of the site is no folder.
    NotAFolder(PathBuf),
    /// Files stand in the place of the site that this program did not write.
    Foreign {
        /// The place.
        place: PathBuf,
        /// Some of the files.
        files: Vec<String>,
    },
    /// Another build of the site at this place is under way.
    Busy(PathBuf),
    /// Two files of the site have one name but for capitals.
    SameName {
        /// Both.
        paths: [String; 2],
    },
    /// A preview picture cannot be drawn: this program is broken.
    Picture,
    /// A thread of the build has died: this program is broken.
    Thread,
    /// What must hold does not: this program is broken.
    Fault(&'static str),
    /// An archive cannot be made.
    Archive(io::Error),
    /// Data cannot be written as JSON: this program is broken.
    Json(serde_json::Error),
    /// A corpus of so many bytes is to be put into one file.
    TooLargeForOneFile {
        /// So many.
        bytes: usize,
    },
    /// A corpus of so many bytes is to be loaded whole.
    TooLarge {
        /// So many.
        bytes: usize,
    },
}

impl SiteError {
    /// A file or folder that cannot be read.
    pub fn reading(path: &Path, reason: io::Error) -> SiteError {
        SiteError::File { path: path.to_owned(), action: "cannot read", reason }
    }

    /// A file or folder that cannot be written.
    pub fn writing(path: &Path, reason: io::Error) -> SiteError {
        SiteError::File { path: path.to_owned(), action: "cannot write", reason }
    }
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SiteError::File { path, action, reason } => {
                write!(f, "{action} {}: {reason}{}", path.display(), advice(reason))
            }
            SiteError::App(reason) => write!(
                f,
                "the browser app cannot be used: {reason}; --app must name what `trunk build` made, not yet filled with pages"
            ),
            SiteError::Corpus(problems) => write!(f, "corpus.json: no site built:\n{problems}"),
            SiteError::NotAFolder(path) => {
                write!(f, "{} is not a folder that a site can be written into", path.display())
            }
            SiteError::Foreign { place, files } => write!(
                f,
                "{} holds files that are not of a site built by this program ({}); nothing was touched. \
                 Name an empty or a new folder",
                place.display(),
                files.join(", ")
            ),
            SiteError::Busy(place) => write!(f, "another build is writing {}; wait for it", place.display()),
            SiteError::SameName { paths: [one, other] } => write!(
                f,
                "{one} and {other} differ only in capitals, and would be one file on many disks: rename one of the ids"
            ),
            SiteError::Picture => f.write_str(
                "a preview picture cannot be drawn; this is a fault of the program, please report it",
            ),
            SiteError::Thread => {
                f.write_str("a part of the build has died; this is a fault of the program, please report it")
            }
            SiteError::Fault(what) => {
                write!(f, "{what}; this is a fault of the program, please report it")
            }
            SiteError::Archive(reason) => write!(f, "cannot make an archive: {reason}"),
            SiteError::Json(reason) => {
                write!(
                    f,
                    "data cannot be written ({reason}); this is a fault of the program, please report it"
                )
            }
            SiteError::TooLargeForOneFile { bytes } => write!(
                f,
                "the corpus has {} MiB, and one file holds {} MiB at most: build a site in a folder (without --single)",
                bytes.div_ceil(1 << 20),
                BROWSER_MAX_BYTES >> 20
            ),
            SiteError::TooLarge { bytes } => write!(
                f,
                "the corpus has {} MiB, and a browser that loads it whole takes {} MiB at most: build a site that \
                 loads it in pieces (--search pieces)",
                bytes.div_ceil(1 << 20),
                BROWSER_MAX_BYTES >> 20
            ),
        }
    }
}

/// What to do about what the system said.
fn advice(reason: &io::Error) -> &'static str {
    match reason.kind() {
        io::ErrorKind::PermissionDenied => "; choose a folder that you may write into",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "; free some space. No site was changed",
        _ => "",
    }
}

impl std::error::Error for SiteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            SiteError::File { reason, .. } | SiteError::Archive(reason) => Some(reason),
            SiteError::Json(reason) => Some(reason),
            _ => None,
        }
    }
}
