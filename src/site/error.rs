//! What can stop a build of the site.

use std::fmt;
use std::path::PathBuf;

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
        reason: std::io::Error,
    },
    /// The shell lacks a part that pages are spliced into.
    Shell {
        /// Which file.
        path: PathBuf,
        /// The missing part.
        missing: &'static str,
    },
    /// The corpus cannot be read, or does not hang together.
    Corpus {
        /// Which file.
        path: PathBuf,
        /// Every problem, one a line.
        problems: String,
    },
    /// A preview picture cannot be drawn: this program is broken.
    Picture,
    /// The archive of the data cannot be made.
    Archive(std::io::Error),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SiteError::File { path, action, reason } => write!(f, "{action} {}: {reason}", path.display()),
            SiteError::Shell { path, missing } => write!(
                f,
                "{}: no {missing} in it; is this the index.html of the browser build, not yet filled?",
                path.display()
            ),
            SiteError::Corpus { path, problems } => {
                write!(f, "{}: no site built:\n{problems}", path.display())
            }
            SiteError::Picture => f.write_str(
                "a preview picture cannot be drawn; this is a fault of the program, please report it",
            ),
            SiteError::Archive(reason) => write!(f, "cannot make the archive of the data: {reason}"),
        }
    }
}

impl std::error::Error for SiteError {}
