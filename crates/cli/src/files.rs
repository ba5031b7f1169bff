//! Reading of corpora from files.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use super::CliError;
use super::corpus_folder::list_documents;
pub use super::source_texts::read_sources;
use thidua_core::corpus::{CorpusFile, MAX_BYTES, MergedCorpus, load, merge};
use thidua_core::text::sha256;

/// Corpus as it was read.
#[derive(Debug)]
pub struct LoadedCorpus {
    /// Corpus, with the files of its parts.
    pub merged: MergedCorpus,
    /// Document that it was read from; `None` for a folder.
    pub document: Option<SourceDocument>,
}

/// Document as it was read.
#[derive(Debug)]
pub struct SourceDocument {
    /// Content.
    pub bytes: Vec<u8>,
    /// SHA-256 of these bytes.
    pub sha256: String,
}

/// Reads a corpus document, or a folder of documents sorted by name. Ignores `*.schema.json`, `attestation.json` and hidden
/// files of systems and editors.
///
/// # Errors
/// If a file cannot be read, is no corpus document, or contradicts another.
pub fn read_corpus(path: &Path) -> Result<LoadedCorpus, CliError> {
    if !path.is_dir() {
        let bytes = read_bytes(path)?;
        let merged = merge(read_document(path, &bytes)?, []).map_err(CliError::Merge)?;
        return Ok(LoadedCorpus { merged, document: Some(SourceDocument { sha256: sha256(&bytes), bytes }) });
    }
    let mut documents = Vec::new();
    for file in &list_documents(path)? {
        documents.push(read_document(file, &read_bytes(file)?)?);
    }
    let mut documents = documents.into_iter();
    let first = documents.next().ok_or_else(|| CliError::NoDocuments(path.to_owned()))?;
    let merged = merge(first, documents).map_err(CliError::Merge)?;
    Ok(LoadedCorpus { merged, document: None })
}

fn read_document(path: &Path, bytes: &[u8]) -> Result<CorpusFile, CliError> {
    let corpus = load(bytes).map_err(|e| CliError::Load(path.to_owned(), e))?;
    Ok(CorpusFile { file: path.display().to_string(), corpus })
}

/// Reads at most [`MAX_BYTES`] + 1 bytes of a file.
///
/// # Errors
/// [`CliError::Read`].
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    let read = || {
        let file = fs::File::open(path)?;
        let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        // One byte more than is read, so that the vector does not grow to notice the end.
        let length = file.metadata().map_or(0, |meta| meta.len()).min(limit) + 1;
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
        file.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|e| CliError::Read(path.to_owned(), e))
}
