//! Reads corpus packages, and refuses whatever a package does not have.
//!
//! An archive comes from anywhere. Sizes that it states are not believed: bytes are counted as they are unpacked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use thidua_core::corpus::MAX_BYTES;
use thidua_core::domain::file_stem_fault;

use crate::PackageError;
use crate::package::{
    ATTESTATION, CORPUS, CorpusPackage, FORMAT, Header, PACKAGE_FILE, TEXTS_FOLDER, VERSION,
};

/// Most files of a package: one for each of 10,000 articles, and as many again.
const MAX_FILES: usize = 20_000;
/// Most bytes of all files together, unpacked.
const MAX_ALL_BYTES: u64 = MAX_BYTES as u64 * 2;
/// Most bytes of one source text, as for every text that this program reads.
const MAX_TEXT_BYTES: u64 = 10 * 1024 * 1024;

/// Unpacks an archive into the files of a package by path.
pub fn read_files(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, PackageError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackageError::NotAnArchive)?;
    if zip.len() > MAX_FILES {
        return Err(PackageError::TooManyFiles(MAX_FILES));
    }
    let has_doubles = zip.has_duplicate_names();
    let (mut files, mut names, mut all) = (BTreeMap::new(), BTreeSet::new(), 0);
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).map_err(|reason| damaged(&format!("#{index}"), &reason))?;
        let path = file.name().map_err(|_| PackageError::NotUtf8(format!("#{index}")))?.into_owned();
        if leads_outside(&path) {
            return Err(PackageError::PathOutside(path));
        }
        if file.is_dir() && path == TEXTS_FOLDER || is_of_system(&path) {
            continue;
        }
        let limit = limit(&path)?.min(MAX_ALL_BYTES.saturating_sub(all));
        // On some disks, names that differ only in case are one.
        if !names.insert(path.to_lowercase()) {
            return Err(PackageError::SameName(path));
        }
        let mut content = Vec::new();
        let read = file.by_ref().take(limit.saturating_add(1)).read_to_end(&mut content);
        let read = read.map_err(|reason| damaged(&path, &reason))? as u64;
        if read > limit {
            return Err(PackageError::TooLarge { file: path, limit });
        }
        all += read;
        files.insert(path, content);
    }
    // The reader of archives keeps one of two members of one name.
    match has_doubles {
        true => Err(PackageError::SameName(PACKAGE_FILE.to_owned())),
        false => Ok(files),
    }
}

/// Makes a package of its files by path.
pub fn parse(mut files: BTreeMap<String, Vec<u8>>) -> Result<CorpusPackage, PackageError> {
    let settings = header(&files.remove(PACKAGE_FILE).ok_or(PackageError::NotAPackage)?)?.settings;
    let corpus = files.remove(CORPUS).ok_or(PackageError::NoCorpus)?;
    text(CORPUS, &corpus)?;
    let attestation = files.remove(ATTESTATION);
    attestation.as_deref().map_or(Ok(""), |bytes| text(ATTESTATION, bytes))?;
    let (mut texts, mut names) = (BTreeMap::new(), BTreeSet::new());
    for (path, bytes) in files {
        let stem = stem(&path).ok_or_else(|| PackageError::UnknownFile(path.clone()))?;
        check_text_name(&path, stem)?;
        if !names.insert(stem.to_lowercase()) {
            return Err(PackageError::SameName(path));
        }
        texts.insert(stem.to_owned(), text(&path, &bytes)?.to_owned());
    }
    Ok(CorpusPackage { corpus, attestation, texts, settings })
}

/// Returns an error unless a source text may have this name.
pub fn check_text_name(path: &str, stem: &str) -> Result<(), PackageError> {
    match file_stem_fault(stem) {
        None => Ok(()),
        Some(_) => Err(PackageError::TextName(path.to_owned())),
    }
}

/// Reads the header. The version comes first: a later one may have other fields.
fn header(bytes: &[u8]) -> Result<Header, PackageError> {
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| PackageError::NotAPackage)?;
    if value.get("format").and_then(|format| format.as_str()) != Some(FORMAT) {
        return Err(PackageError::NotAPackage);
    }
    match value.get("version").and_then(|version| version.as_u64()) {
        Some(VERSION) => serde_json::from_value(value).map_err(|reason| damaged(PACKAGE_FILE, &reason)),
        Some(version) if version > VERSION => Err(PackageError::LaterVersion(version)),
        _ => Err(PackageError::NotAPackage),
    }
}

/// Returns the most bytes of the file at `path`.
fn limit(path: &str) -> Result<u64, PackageError> {
    match path {
        PACKAGE_FILE | CORPUS | ATTESTATION => Ok(MAX_BYTES as u64),
        _ if stem(path).is_some() => Ok(MAX_TEXT_BYTES),
        _ => Err(PackageError::UnknownFile(path.to_owned())),
    }
}

/// Returns the name of the source text at `path`, without folder and ending.
fn stem(path: &str) -> Option<&str> {
    path.strip_prefix(TEXTS_FOLDER)?.strip_suffix(".txt").filter(|stem| !stem.contains('/'))
}

/// Returns whether a path is absolute, or names a folder above.
fn leads_outside(path: &str) -> bool {
    let mut parts = path.split(['/', '\\']);
    path.starts_with(['/', '\\']) || path.chars().nth(1) == Some(':') || parts.any(|part| part == "..")
}

/// Returns whether a system has put the file there by itself when somebody packed a folder.
fn is_of_system(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("__MACOSX/") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&name)
}

fn text<'a>(path: &str, bytes: &'a [u8]) -> Result<&'a str, PackageError> {
    std::str::from_utf8(bytes).map_err(|_| PackageError::NotUtf8(path.to_owned()))
}

fn damaged(file: &str, reason: &dyn std::fmt::Display) -> PackageError {
    PackageError::Damaged { file: file.to_owned(), reason: reason.to_string() }
}
