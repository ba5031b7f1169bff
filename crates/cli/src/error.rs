//! Errors of commands.

use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;

use thidua_core::corpus::{LoadError, MergeError, NameError};
use thidua_publish::PackageError;
use thidua_site::{AddressError, SiteError};

use super::corpus_folder::EntryError;
use super::shell::shell_word;
use super::write_site::WriteSiteError;

/// Reason why a command could not run. The entry of the program reports each error once.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// A file or folder cannot be read.
    #[error("cannot read {}: {}", .0.display(), .1)]
    Read(PathBuf, #[source] io::Error),
    /// A file cannot be written.
    #[error("cannot write {}: {}", .0.display(), .1)]
    Write(PathBuf, #[source] io::Error),
    /// Standard output cannot be written to.
    #[error("cannot print: {0}")]
    Print(#[source] io::Error),
    /// A folder holds no documents.
    #[error("{}: no corpus documents (*.json) in it", .0.display())]
    NoDocuments(PathBuf),
    /// A folder has several source texts of one name in different Unicode forms or letter case.
    #[error(
        "{}: files of one name in different Unicode forms or letter case: {}; keep one",
        .0.display(),
        .1.join(", ")
    )]
    AmbiguousText(PathBuf, Vec<String>),
    /// Entries of a corpus folder cannot be read as documents.
    #[error("{}", entry_lines(.0))]
    Folder(Vec<(PathBuf, EntryError)>),
    /// Not a folder.
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// A folder where one document is needed.
    #[error("{} is a folder: name the one document that is to be written", .0.display())]
    NotADocument(PathBuf),
    /// A document cannot be read as a corpus.
    #[error("{}: {}", .0.display(), .1)]
    Load(PathBuf, #[source] LoadError),
    /// A file is no corpus package, or a damaged one.
    #[error("{}: {}", .0.display(), .1)]
    Package(PathBuf, #[source] PackageError),
    /// A package where files are to be written.
    #[error(
        "{} is a corpus package, which this command does not change. Unpack it first: thidua new FOLDER --from {}",
        .0.display(),
        shell_word(.0)
    )]
    IsPackage(PathBuf),
    /// No source texts are named, and there is no folder `texts` next to the corpus.
    #[error(
        "there is no folder texts next to the corpus: name the folder of the source texts with --sources"
    )]
    NoSources,
    /// Documents contradict each other.
    #[error(transparent)]
    Merge(#[from] MergeError),
    /// Nothing in the corpus has this id.
    #[error("the corpus has nothing of the id {0:?} there")]
    NotInCorpus(String),
    /// Names cannot be changed: the file, the place in it with a colon or nothing, and the reason.
    #[error("{}: {}{}; nothing was changed", .0.display(), .1, .2)]
    Names(PathBuf, String, #[source] Box<NameError>),
    /// A line of a file of JSON lines cannot be read.
    #[error("{}: line {}: {}", .0.display(), .1, .2)]
    Line(PathBuf, usize, #[source] serde_json::Error),
    /// A report cannot be serialised as JSON.
    #[error("cannot write the report: {0}")]
    Json(#[source] serde_json::Error),
    /// The site cannot be built or written.
    #[error(transparent)]
    Site(#[from] WriteSiteError),
    /// The URL of the site is malformed.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// This program carries no browser app.
    #[error(
        "this program was built without the browser app: name the app with --app, or use a released program"
    )]
    NoApp,
    /// Nobody knows where released programs are.
    #[error(
        "this program was not released: name the repository on GitHub that has its releases with --program-from OWNER/NAME"
    )]
    NoRelease,
    /// A repository or a checksum of a release has not its form.
    #[error(
        "--program-from is OWNER/NAME, and --program-sha256 has 64 digits from 0 to f; nothing was written"
    )]
    MalformedRelease,
    /// The file to be written exists and was not made by this program.
    #[error("{} is there already and was not made by this program; nothing was touched. Name a new file", .0.display())]
    Foreign(PathBuf),
    /// A folder that should be new is not empty.
    #[error("{} is not empty; nothing was touched. Name a new folder", .0.display())]
    NotEmpty(PathBuf),
    /// No server can be started, for this reason.
    #[error("cannot serve: {0}")]
    Server(String),
}

impl From<SiteError> for CliError {
    fn from(error: SiteError) -> CliError {
        CliError::Site(error.into())
    }
}

/// Formats the errors of entries, one per line.
fn entry_lines(errors: &[(PathBuf, EntryError)]) -> String {
    let mut lines = String::new();
    for (i, (path, error)) in errors.iter().enumerate() {
        let separator = if i == 0 { "" } else { "\n" };
        // Writing to a string cannot fail.
        let _ = write!(lines, "{separator}{}: {error}", path.display());
    }
    lines
}
