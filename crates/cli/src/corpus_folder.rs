//! The documents of a corpus that is a folder.
//!
//! Every `*.json` file of the folder itself is one, in whatever case. What systems and editors write beside them is passed
//! over; nothing else is: a link that leads nowhere, a folder named like a document, or a document in a deeper folder is an
//! error, since an article would be missing without anybody being told.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::CliError;
use super::names::{composed_name, is_passed_over, without_ending};

/// So many deeper folders are looked into: a corpus has few, and what has more is none.
const MOST_FOLDERS: usize = 1000;
/// The largest file of a deeper folder that is looked into, in bytes.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Why an entry of a folder cannot be read as a document.
#[derive(Debug)]
pub enum EntryFault {
    /// A link to nothing.
    DanglingLink,
    /// A folder, a pipe or a device.
    NotAFile,
    /// Another entry has the same name in another Unicode form.
    SameName(PathBuf),
    /// A document in a deeper folder.
    Deeper,
    /// A document with a second ending, as Notepad gives it.
    TextEnding,
    /// It cannot be looked at.
    Unreadable(io::Error),
}

impl fmt::Display for EntryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntryFault::DanglingLink => f.write_str("a link that leads nowhere: mend or remove it"),
            EntryFault::NotAFile => f.write_str("not a file, though named like a document: rename or move it"),
            EntryFault::SameName(other) => {
                write!(f, "the same name as {}, written in another Unicode form: keep one of them", other.display())
            }
            EntryFault::Deeper => f.write_str(
                "a document in a deeper folder, which is not read: move it up, or out of the folder of the corpus",
            ),
            EntryFault::TextEnding => f.write_str("a document named .json.txt, which is not read: name it .json"),
            EntryFault::Unreadable(error) => write!(f, "cannot be read: {error}"),
        }
    }
}

/// The documents of a folder, in the order of their names.
///
/// # Errors
/// Where the folder cannot be read, holds no document, or an entry of it would be lost.
pub fn documents(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let mut found: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut faults = Vec::new();
    let mut deeper = Vec::new();
    for path in entries(folder).map_err(|e| CliError::Read(folder.to_owned(), e))? {
        let name = composed_name(&path);
        let fault = match kind_of(&path, &name) {
            Ok(Kind::Document) => match found.get(&name) {
                Some(other) => EntryFault::SameName(other.clone()),
                None => {
                    found.insert(name, path);
                    continue;
                }
            },
            Ok(Kind::Folder) => {
                deeper.push(path);
                continue;
            }
            Ok(Kind::Other) => continue,
            Err(fault) => fault,
        };
        faults.push((path, fault));
    }
    look_deeper(folder, deeper, &mut faults);
    if !faults.is_empty() {
        faults.sort_by(|a, b| a.0.cmp(&b.0));
        return Err(CliError::Folder(faults));
    }
    if found.is_empty() {
        return Err(CliError::NoDocuments(folder.to_owned()));
    }
    Ok(found.into_values().collect())
}

/// What an entry of the folder of a corpus is.
enum Kind {
    Document,
    Folder,
    Other,
}

fn kind_of(path: &Path, name: &str) -> Result<Kind, EntryFault> {
    if is_passed_over(name) {
        return Ok(Kind::Other);
    }
    let is_document = is_document_name(name);
    match fs::metadata(path) {
        Ok(meta) if is_document && meta.is_file() => Ok(Kind::Document),
        Ok(_) if is_document => Err(EntryFault::NotAFile),
        Ok(meta) if meta.is_dir() => Ok(Kind::Folder),
        Ok(meta)
            if meta.is_file() && without_ending(name, ".json.txt").is_some() && is_like_a_document(path) =>
        {
            Err(EntryFault::TextEnding)
        }
        // What is not named like a document would not be read either way.
        Ok(_) => Ok(Kind::Other),
        Err(_) if !is_document => Ok(Kind::Other),
        Err(error) => {
            let is_link = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink());
            Err(match error.kind() {
                io::ErrorKind::NotFound if is_link => EntryFault::DanglingLink,
                _ => EntryFault::Unreadable(error),
            })
        }
    }
}

/// The entries of a folder, sorted.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn is_document_name(name: &str) -> bool {
    let is_other =
        without_ending(name, ".schema.json").is_some() || name.eq_ignore_ascii_case("attestation.json");
    without_ending(name, ".json").is_some() && !is_other
}

/// Names the documents in deeper folders. Sites that this program made hold a corpus, and are no part of one.
fn look_deeper(root: &Path, mut folders: Vec<PathBuf>, faults: &mut Vec<(PathBuf, EntryFault)>) {
    let mut seen: BTreeSet<PathBuf> = fs::canonicalize(root).into_iter().collect();
    while let Some(folder) = folders.pop().filter(|_| seen.len() < MOST_FOLDERS) {
        let is_new = fs::canonicalize(&folder).is_ok_and(|real| seen.insert(real));
        if !is_new || folder.join("edition.json").is_file() {
            continue;
        }
        let inside = match entries(&folder) {
            Ok(inside) => inside,
            Err(error) => {
                faults.push((folder, EntryFault::Unreadable(error)));
                continue;
            }
        };
        for path in inside {
            let name = composed_name(&path);
            match kind_of(&path, &name) {
                Ok(Kind::Folder) => folders.push(path),
                Ok(Kind::Document) if is_like_a_document(&path) => faults.push((path, EntryFault::Deeper)),
                Err(EntryFault::TextEnding) => faults.push((path, EntryFault::TextEnding)),
                // What else lies there is no part of the corpus.
                _ => {}
            }
        }
    }
}

/// Whether a file looks like a document of a corpus, whole or broken: it names the fields that every one has.
fn is_like_a_document(path: &Path) -> bool {
    let is_small = fs::metadata(path).is_ok_and(|meta| meta.len() <= MOST_BYTES);
    let holds = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    is_small
        && fs::read(path)
            .is_ok_and(|bytes| holds(&bytes, b"\"schema_version\"") && holds(&bytes, b"\"articles\""))
}
