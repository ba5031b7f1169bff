//! Files to values: corpora and their digests.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use super::CliError;
use super::corpus_folder::documents as documents_of;
pub use super::source_texts::read_sources;
use thidua_core::corpus::{CorpusFile, MAX_BYTES, MergedCorpus, load, merge};
use thidua_core::text::sha256;

/// A corpus as it was read.
#[derive(Debug)]
pub struct Loaded {
    /// The corpus and the files of its parts.
    pub merged: MergedCorpus,
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

/// Reads a corpus document, or a folder of documents in the order of their names. `*.schema.json`, `attestation.json` and
/// the hidden files of systems and editors are passed over.
///
/// # Errors
/// Where a file cannot be read, is no corpus document, or contradicts another.
pub fn read_corpus(path: &Path) -> Result<Loaded, CliError> {
    if !path.is_dir() {
        let bytes = read_bytes(path)?;
        let merged = merge(read_document(path, &bytes)?, []).map_err(CliError::Merge)?;
        return Ok(Loaded { merged, document: Some(Read { sha256: sha256(&bytes), bytes }) });
    }
    let mut documents = Vec::new();
    for file in &documents_of(path)? {
        documents.push(read_document(file, &read_bytes(file)?)?);
    }
    let mut documents = documents.into_iter();
    let first = documents.next().ok_or_else(|| CliError::NoDocuments(path.to_owned()))?;
    let merged = merge(first, documents).map_err(CliError::Merge)?;
    Ok(Loaded { merged, document: None })
}

fn read_document(path: &Path, bytes: &[u8]) -> Result<CorpusFile, CliError> {
    let corpus = load(bytes).map_err(|e| CliError::Load(path.to_owned(), e))?;
    Ok(CorpusFile { file: path.display().to_string(), corpus })
}

/// Reads a file, but not much more than [`MAX_BYTES`] of it.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    let read = || {
        let file = fs::File::open(path)?;
        let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        // A byte more, to see that there is none.
        let length = file.metadata().map_or(0, |meta| meta.len()).min(limit) + 1;
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
        file.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|e| CliError::Read(path.to_owned(), e))
}
