//! Files to values: corpora, source texts, digests.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::CliError;
use crate::corpus::{Document, MAX_BYTES, Merged, Sources, decode, load, merge};
use crate::domain::Corpus;
use crate::text::sha256;

/// A corpus as it was read.
#[derive(Debug)]
pub struct Loaded {
    /// The corpus and the files of its parts.
    pub merged: Merged,
    /// The document that it was read from; nothing for a folder.
    pub document: Option<Read>,
}

/// A document as it was read.
#[derive(Debug)]
pub struct Read {
    /// All of it.
    pub bytes: Vec<u8>,
    /// SHA-256 of these bytes.
    pub sha256: String,
}

/// Reads a corpus document, or a folder of documents in the order of their names. `*.schema.json` and
/// `attestation.json` are skipped.
///
/// # Errors
/// Where a file cannot be read, is no corpus document, or contradicts another.
pub fn read_corpus(path: &Path) -> Result<Loaded, CliError> {
    if !path.is_dir() {
        let bytes = read_bytes(path)?;
        let merged = merge(read_document(path, &bytes)?, []).map_err(CliError::Merge)?;
        return Ok(Loaded { merged, document: Some(Read { sha256: sha256(&bytes), bytes }) });
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(|e| CliError::Read(path.to_owned(), e))? {
        let file = entry.map_err(|e| CliError::Read(path.to_owned(), e))?.path();
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_other = name.ends_with(".schema.json") || name == "attestation.json";
        if name.ends_with(".json") && !is_other && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    let mut documents = Vec::new();
    for file in &files {
        documents.push(read_document(file, &read_bytes(file)?)?);
    }
    let mut documents = documents.into_iter();
    let first = documents.next().ok_or_else(|| CliError::NoDocuments(path.to_owned()))?;
    let merged = merge(first, documents).map_err(CliError::Merge)?;
    Ok(Loaded { merged, document: None })
}

fn read_document(path: &Path, bytes: &[u8]) -> Result<Document, CliError> {
    let corpus = load(bytes).map_err(|e| CliError::Load(path.to_owned(), e))?;
    Ok(Document { file: path.display().to_string(), corpus })
}

/// Reads the source texts that a corpus names, from a folder. A text that is not there, or is no text, is left for
/// verification to report.
///
/// # Errors
/// Where the folder is none, or a file in it cannot be read.
pub fn read_sources(folder: &Path, corpus: &Corpus) -> Result<Sources, CliError> {
    if !folder.is_dir() {
        return Err(CliError::NotAFolder(folder.to_owned()));
    }
    let mut sources = Sources::default();
    for article in &corpus.articles {
        let stem = article.text.file_stem.as_str();
        if stem.contains(['/', '\\', ':']) {
            sources.insert_unreadable(stem, "the name of the source text is not the plain name of a file");
            continue;
        }
        let path: PathBuf = folder.join(format!("{stem}.txt"));
        if path.is_file() {
            let bytes = read_bytes(&path)?;
            // The byte order mark is kept for verification to name.
            match decode(&bytes).and(Ok(std::str::from_utf8(&bytes).unwrap_or_default())) {
                Ok(text) => sources.insert(stem, text, &sha256(&bytes)),
                Err(error) => sources.insert_unreadable(stem, &error.to_string()),
            }
        }
    }
    Ok(sources)
}

/// Reads a file, but not much more than [`MAX_BYTES`] of it.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    let read = || {
        let file = fs::File::open(path)?;
        let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        // A byte more, to see that there is none.
        let length = file.metadata().map_or(0, |meta| meta.len()).min(limit) + 1;
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        file.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|e| CliError::Read(path.to_owned(), e))
}
