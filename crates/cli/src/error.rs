//! Why a command could not run.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::corpus_folder::EntryFault;
use thidua_core::corpus::{LoadError, MergeError};

/// Why a command could not run. Each is reported once, by the program's entry.
#[derive(Debug)]
pub enum CliError {
    /// A file or folder cannot be read.
    Read(PathBuf, io::Error),
    /// A file cannot be written.
    Write(PathBuf, io::Error),
    /// Standard output is closed.
    Print(io::Error),
    /// A folder holds no documents.
    NoDocuments(PathBuf),
    /// A folder has several source texts of one name in different Unicode forms.
    Several(PathBuf, Vec<String>),
    /// Entries of the folder of a corpus that cannot be read as documents.
    Folder(Vec<(PathBuf, EntryFault)>),
    /// Not a folder.
    NotAFolder(PathBuf),
    /// A folder where one document is needed.
    NotADocument(PathBuf),
    /// A document cannot be read as a corpus.
    Load(PathBuf, LoadError),
    /// Documents contradict each other.
    Merge(MergeError),
    /// Nothing in the corpus has this id.
    NotInCorpus(String),
    /// A line of a file of JSON lines cannot be read.
    Line(PathBuf, usize, serde_json::Error),
    /// A report cannot be written as JSON.
    Json(serde_json::Error),
    /// The site cannot be built.
    Site(thidua_site::SiteError),
    /// Where the site will live cannot be read.
    Address(super::address::AddressError),
    /// The program carries no app.
    NoApp,
    /// A file that this program did not make stands where one should be written.
    Foreign(PathBuf),
    /// A folder that should be new holds something.
    NotEmpty(PathBuf),
    /// No server can be started, for this reason.
    Server(String),
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CliError::Read(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            CliError::Write(path, error) => write!(f, "cannot write {}: {error}", path.display()),
            CliError::Print(error) => write!(f, "cannot print: {error}"),
            CliError::NoDocuments(path) => {
                write!(f, "{}: no corpus documents (*.json) in it", path.display())
            }
            CliError::Several(folder, names) => {
                write!(f, "{}: files of one name in different Unicode forms or letter case: {}; keep one", folder.display(), names.join(", "))
            }
            CliError::Folder(faults) => {
                for (i, (path, fault)) in faults.iter().enumerate() {
                    let separator = if i == 0 { "" } else { "\n" };
                    write!(f, "{separator}{}: {fault}", path.display())?;
                }
                Ok(())
            }
            CliError::NotAFolder(path) => write!(f, "{} is not a folder", path.display()),
            CliError::NotADocument(path) => {
                write!(f, "{} is a folder: name the one document that is to be written", path.display())
            }
            CliError::Load(path, error) => write!(f, "{}: {error}", path.display()),
            CliError::Merge(error) => error.fmt(f),
            CliError::NotInCorpus(id) => write!(f, "the corpus has nothing of the id {id:?} there"),
            CliError::Line(path, line, error) => write!(f, "{}: line {line}: {error}", path.display()),
            CliError::Json(error) => write!(f, "cannot write the report: {error}"),
            CliError::Site(error) => error.fmt(f),
            CliError::Address(error) => error.fmt(f),
            CliError::NoApp => f.write_str(
                "this program was built without the browser app: name the app with --app, or use a released program",
            ),
            CliError::Foreign(path) => write!(
                f,
                "{} is there already and was not made by this program; nothing was touched. Name a new file",
                path.display()
            ),
            CliError::NotEmpty(path) => {
                write!(f, "{} is not empty; nothing was touched. Name a new folder", path.display())
            }
            CliError::Server(reason) => write!(f, "cannot serve: {reason}"),
        }
    }
}

impl std::error::Error for CliError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            CliError::Read(_, error) | CliError::Write(_, error) | CliError::Print(error) => Some(error),
            CliError::Load(_, error) => Some(error),
            CliError::Merge(error) => Some(error),
            CliError::Json(error) | CliError::Line(_, _, error) => Some(error),
            CliError::Site(error) => Some(error),
            CliError::NoDocuments(_)
            | CliError::Folder(_)
            | CliError::Several(..)
            | CliError::Foreign(_)
            | CliError::NotAFolder(_)
            | CliError::NotADocument(_)
            | CliError::NotInCorpus(_)
            | CliError::NotEmpty(_) => None,
            CliError::Address(_) | CliError::NoApp | CliError::Server(_) => None,
        }
    }
}

impl From<thidua_site::SiteError> for CliError {
    fn from(error: thidua_site::SiteError) -> CliError {
        CliError::Site(error)
    }
}
