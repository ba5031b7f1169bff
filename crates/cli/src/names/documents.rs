//! The documents of a corpus as files that can be written again in their own form.

use std::path::{Path, PathBuf};

use serde::Serialize as _;
use serde_json::ser::PrettyFormatter;

use thidua_core::corpus::{CorpusFile, MergedCorpus, load, merge};
use thidua_core::domain::Corpus;

use crate::corpus_folder::list_documents;
use crate::{CliError, files};

/// A document and its file.
#[derive(Debug)]
pub struct DocumentFile {
    /// Path of the file.
    pub path: PathBuf,
    /// Content as it was read.
    pub bytes: Vec<u8>,
    /// The document.
    pub corpus: Corpus,
}

impl DocumentFile {
    /// Returns another state of the document in the form of the file: its indentation, its line ends.
    ///
    /// # Errors
    /// [`CliError::Json`].
    pub fn to_bytes(&self, corpus: &Corpus) -> Result<Vec<u8>, CliError> {
        let text = self.bytes.trim_ascii_end();
        let end = self.bytes.get(text.len()..).unwrap_or_default();
        let mut lines = text.split(|byte| *byte == b'\n');
        let has_returns = lines.next().is_some_and(|line| line.ends_with(b"\r"));
        let is_blank = |byte: &&u8| matches!(**byte, b' ' | b'\t');
        let indent = lines.next().map(|line| line.iter().take_while(is_blank).count());
        let mut json = Vec::new();
        match indent {
            // One line: without white space.
            None => corpus.serialize(&mut serde_json::Serializer::new(&mut json)),
            Some(indent) => {
                let blanks = text.split(|byte| *byte == b'\n').nth(1).and_then(|line| line.get(..indent));
                let formatter = PrettyFormatter::with_indent(blanks.unwrap_or(b"  "));
                corpus.serialize(&mut serde_json::Serializer::with_formatter(&mut json, formatter))
            }
        }
        .map_err(CliError::Json)?;
        if has_returns {
            json = String::from_utf8_lossy(&json).replace('\n', "\r\n").into_bytes();
        }
        json.extend_from_slice(end);
        Ok(json)
    }
}

/// Reads the documents of a corpus, sorted by name, and merges them.
///
/// # Errors
/// If a file cannot be read, is no corpus document, or contradicts another.
pub fn read_documents(path: &Path) -> Result<(Vec<DocumentFile>, MergedCorpus), CliError> {
    let paths = if path.is_dir() { list_documents(path)? } else { vec![path.to_owned()] };
    let mut documents = Vec::new();
    for path in paths {
        let bytes = files::read_bytes(&path)?;
        let corpus = load(&bytes).map_err(|e| CliError::Load(path.clone(), e))?;
        documents.push(DocumentFile { path, bytes, corpus });
    }
    let file = |document: &DocumentFile| CorpusFile {
        file: document.path.display().to_string(),
        corpus: document.corpus.clone(),
    };
    let mut all = documents.iter().map(file);
    let first = all.next().ok_or_else(|| CliError::NoDocuments(path.to_owned()))?;
    let merged = merge(first, all).map_err(CliError::Merge)?;
    Ok((documents, merged))
}
