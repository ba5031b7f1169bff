//! Digests of the files of a corpus: whether somebody has changed one since a page was made of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use thidua_core::text::sha256;

use crate::CliError;
use crate::beside_corpus::{attestation_path, settings_path};
use crate::corpus_folder::list_documents;
use crate::files::{is_package, read_bytes};

/// SHA-256 of each file of a corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDigests {
    /// The documents, or the package: all that the corpus is read from.
    documents: BTreeMap<PathBuf, String>,
    /// Attestation, settings and source texts, as far as they exist.
    others: BTreeMap<PathBuf, String>,
}

impl FileDigests {
    /// Reads the files of a corpus and the texts in `texts`, which may not exist.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn read(corpus: &Path, texts: &Path) -> Result<FileDigests, CliError> {
        let documents = if corpus.is_dir() { list_documents(corpus)? } else { vec![corpus.to_owned()] };
        let mut others = Vec::new();
        if !is_package(corpus) {
            others.extend([attestation_path(corpus), settings_path(corpus)]);
            let entries = fs::read_dir(texts).into_iter().flatten().flatten();
            others.extend(entries.map(|entry| entry.path()));
            others.retain(|path| {
                path.is_file() && path.extension().is_some_and(|end| end == "txt" || end == "json")
            });
        }
        Ok(FileDigests { documents: digests(documents)?, others: digests(others)? })
    }

    /// Returns the documents that differ now, and those of the `written` files that differ now.
    pub fn changed(&self, now: &FileDigests, written: &BTreeSet<&Path>) -> Vec<PathBuf> {
        let documents = self.documents.keys().chain(now.documents.keys());
        let mut changed: BTreeSet<&PathBuf> =
            documents.filter(|path| self.documents.get(*path) != now.documents.get(*path)).collect();
        let others = self.others.keys().chain(now.others.keys());
        changed.extend(others.filter(|path| {
            written.contains(path.as_path()) && self.others.get(*path) != now.others.get(*path)
        }));
        changed.into_iter().cloned().collect()
    }
}

fn digests(files: Vec<PathBuf>) -> Result<BTreeMap<PathBuf, String>, CliError> {
    files
        .into_iter()
        .map(|file| {
            let digest = sha256(&read_bytes(&file)?);
            Ok((file, digest))
        })
        .collect()
}
