//! Documents of a corpus that is a folder.
//!
//! Every `*.json` file directly in the folder is a document, whatever the case of its name. Files of systems and editors are
//! ignored. Everything else that could be a lost document is an error, because an article would be missing without notice: a
//! dangling link, a folder named like a document, or a document in a subfolder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thidua_publish::PACKAGE_FILE;

use super::CliError;
use super::file_names::{is_ignored, nfc_name, without_ending};

/// Maximum number of subfolders to search: a corpus has few.
const MAX_FOLDERS: usize = 1000;
/// Maximum size in bytes of a file in a subfolder that is examined.
const MAX_EXAMINED_BYTES: u64 = 16 * 1024 * 1024;

/// Reason why an entry of the folder cannot be read as a document.
#[derive(Debug, thiserror::Error)]
pub enum EntryError {
    /// Link to nothing.
    #[error("a link that leads nowhere: mend or remove it")]
    DanglingLink,
    /// Folder, pipe or device.
    #[error("not a file, though named like a document: rename or move it")]
    NotAFile,
    /// Another entry has the same name in another Unicode form.
    #[error("the same name as {}, written in another Unicode form: keep one of them", .0.display())]
    SameName(PathBuf),
    /// Document in a subfolder.
    #[error(
        "a document in a deeper folder, which is not read: move it up, or out of the folder of the corpus"
    )]
    InSubfolder,
    /// Document with a second ending, as Notepad appends it.
    #[error("a document named .json.txt, which is not read: name it .json")]
    TextEnding,
    /// The entry cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[source] io::Error),
}

/// Returns the documents of a folder, sorted by name in NFC.
///
/// # Errors
/// If the folder cannot be read or holds no document, or an entry of it would be lost.
pub fn list_documents(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let mut found: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut errors = Vec::new();
    let mut subfolders = Vec::new();
    for path in entries(folder).map_err(|e| CliError::Read(folder.to_owned(), e))? {
        let name = nfc_name(&path);
        let fault = match kind_of(&path, &name) {
            Ok(Kind::Document) => match found.get(&name) {
                Some(other) => EntryError::SameName(other.clone()),
                None => {
                    found.insert(name, path);
                    continue;
                }
            },
            Ok(Kind::Folder) => {
                subfolders.push(path);
                continue;
            }
            Ok(Kind::Other) => continue,
            Err(fault) => fault,
        };
        errors.push((path, fault));
    }
    search_subfolders(folder, subfolders, &mut errors);
    if !errors.is_empty() {
        errors.sort_by(|a, b| a.0.cmp(&b.0));
        return Err(CliError::Folder(errors));
    }
    if found.is_empty() {
        return Err(CliError::NoDocuments(folder.to_owned()));
    }
    Ok(found.into_values().collect())
}

/// Kind of an entry of the folder.
enum Kind {
    Document,
    Folder,
    Other,
}

fn kind_of(path: &Path, name: &str) -> Result<Kind, EntryError> {
    if is_ignored(name) {
        return Ok(Kind::Other);
    }
    let is_document = is_document_name(name);
    match fs::metadata(path) {
        Ok(meta) if is_document && meta.is_file() => Ok(Kind::Document),
        Ok(_) if is_document => Err(EntryError::NotAFile),
        Ok(meta) if meta.is_dir() => Ok(Kind::Folder),
        Ok(meta)
            if meta.is_file() && without_ending(name, ".json.txt").is_some() && is_like_a_document(path) =>
        {
            Err(EntryError::TextEnding)
        }
        // Not named like a document: ignored in any case.
        Ok(_) => Ok(Kind::Other),
        Err(_) if !is_document => Ok(Kind::Other),
        Err(error) => {
            let is_link = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink());
            Err(match error.kind() {
                io::ErrorKind::NotFound if is_link => EntryError::DanglingLink,
                _ => EntryError::Unreadable(error),
            })
        }
    }
}

/// Returns the entries of a folder, sorted.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// Returns whether a file of this name is a document where it stands in the folder of a corpus.
pub fn is_document_name(name: &str) -> bool {
    let is_other = without_ending(name, ".schema.json").is_some()
        || name.eq_ignore_ascii_case("attestation.json")
        || name.eq_ignore_ascii_case(PACKAGE_FILE);
    without_ending(name, ".json").is_some() && !is_other
}

/// Reports documents in subfolders. Sites that this program built are skipped: they contain a copy of a corpus.
fn search_subfolders(root: &Path, mut folders: Vec<PathBuf>, errors: &mut Vec<(PathBuf, EntryError)>) {
    let mut seen: BTreeSet<PathBuf> = fs::canonicalize(root).into_iter().collect();
    while let Some(folder) = folders.pop().filter(|_| seen.len() < MAX_FOLDERS) {
        let is_new = fs::canonicalize(&folder).is_ok_and(|real| seen.insert(real));
        if !is_new || folder.join("edition.json").is_file() {
            continue;
        }
        let inside = match entries(&folder) {
            Ok(inside) => inside,
            Err(error) => {
                errors.push((folder, EntryError::Unreadable(error)));
                continue;
            }
        };
        for path in inside {
            let name = nfc_name(&path);
            match kind_of(&path, &name) {
                Ok(Kind::Folder) => folders.push(path),
                Ok(Kind::Document) if is_like_a_document(&path) => {
                    errors.push((path, EntryError::InSubfolder))
                }
                Err(EntryError::TextEnding) => errors.push((path, EntryError::TextEnding)),
                // Other files there are no part of the corpus.
                _ => {}
            }
        }
    }
}

/// Returns whether a file looks like a corpus document, complete or broken: it contains the names of the required fields.
pub fn is_like_a_document(path: &Path) -> bool {
    let is_small = fs::metadata(path).is_ok_and(|meta| meta.len() <= MAX_EXAMINED_BYTES);
    let holds = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    is_small
        && fs::read(path)
            .is_ok_and(|bytes| holds(&bytes, b"\"schema_version\"") && holds(&bytes, b"\"articles\""))
}
