//! Reading of corpora from files.

use std::fs;
use std::io::{self, Read as _, Seek as _};
use std::path::Path;

use super::CliError;
use super::beside_corpus::{read_attestation, texts_folder};
use super::corpus_folder::list_documents;
use super::source_texts::packed_sources;
pub use super::source_texts::read_sources;
use thidua_core::corpus::{CorpusFile, MAX_BYTES, MergedCorpus, SourceTexts, load, merge};
use thidua_core::domain::Corpus;
use thidua_core::text::sha256;
use thidua_publish::{CorpusPackage, PACKAGE_FILE};

/// Corpus as it was read.
#[derive(Debug)]
pub struct LoadedCorpus {
    /// Corpus, with the files of its parts.
    pub merged: MergedCorpus,
    /// Document that it was read from; `None` for a folder.
    pub document: Option<SourceDocument>,
    /// Rest of the package that it was read from, without the corpus; `None` for a document or a folder.
    pub package: Option<CorpusPackage>,
}

impl LoadedCorpus {
    /// Reads the attestation: from `path`, else from the package, else from the `attestation.json` next to `corpus`, which is
    /// the path that this corpus was read from. `None` if there is none.
    pub fn attestation(&self, path: Option<&Path>, corpus: &Path) -> Option<Vec<u8>> {
        let Some(package) = &self.package else { return read_attestation(path, corpus) };
        path.and_then(|path| fs::read(path).ok()).or_else(|| package.attestation.clone())
    }

    /// Reads the source texts: from `folder`, else from the package, else from `texts/` next to `corpus`, which is the path that
    /// this corpus was read from.
    ///
    /// # Errors
    /// [`CliError::NoSources`] if there are none; otherwise as [`read_sources`].
    pub fn sources(&self, folder: Option<&Path>, corpus: &Path) -> Result<SourceTexts, CliError> {
        let facts: &Corpus = &self.merged.corpus;
        if let Some(folder) = folder {
            return read_sources(folder, facts);
        }
        match (&self.package, texts_folder(corpus)) {
            (Some(package), _) => Ok(packed_sources(package, facts)),
            (None, Some(folder)) => read_sources(&folder, facts),
            (None, None) => Err(CliError::NoSources),
        }
    }
}

/// Document as it was read.
#[derive(Debug)]
pub struct SourceDocument {
    /// Content.
    pub bytes: Vec<u8>,
    /// SHA-256 of these bytes.
    pub sha256: String,
}

/// Reads a corpus document, a folder of documents sorted by name, or a package. Ignores `*.schema.json`, `attestation.json` and hidden
/// files of systems and editors.
///
/// # Errors
/// If a file cannot be read, is no corpus document, or contradicts another.
pub fn read_corpus(path: &Path) -> Result<LoadedCorpus, CliError> {
    if !path.is_dir() {
        let mut package = is_package(path).then(|| read_package(path)).transpose()?;
        let (name, bytes) = match &mut package {
            Some(package) => (path.join("corpus.json"), std::mem::take(&mut package.corpus)),
            None => (path.to_owned(), read_bytes(path)?),
        };
        let merged = merge(read_document(&name, &bytes)?, []).map_err(CliError::Merge)?;
        let document = Some(SourceDocument { sha256: sha256(&bytes), bytes });
        return Ok(LoadedCorpus { merged, document, package });
    }
    let mut documents = Vec::new();
    for file in &list_documents(path)? {
        documents.push(read_document(file, &read_bytes(file)?)?);
    }
    let mut documents = documents.into_iter();
    let first = documents.next().ok_or_else(|| CliError::NoDocuments(path.to_owned()))?;
    let merged = merge(first, documents).map_err(CliError::Merge)?;
    Ok(LoadedCorpus { merged, document: None, package: None })
}

/// Returns whether a file is a ZIP archive, as corpus packages are.
pub fn is_package(path: &Path) -> bool {
    let mut start = [0; 4];
    fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *b"PK\x03\x04"
}

/// Returns whether a file is a ZIP archive whose list of contents, at its end, names what only a corpus package has. Other
/// archives lie in folders, too: downloads, and releases of this program.
pub fn lists_package_file(path: &Path) -> bool {
    /// Most bytes of the end that are read; packages that this program writes have the name last.
    const END: u64 = 64 * 1024;
    let read = || {
        let mut file = fs::File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(io::SeekFrom::Start(length.saturating_sub(END)))?;
        let mut end = Vec::new();
        file.take(END).read_to_end(&mut end)?;
        io::Result::Ok(end)
    };
    let name = PACKAGE_FILE.as_bytes();
    is_package(path) && read().is_ok_and(|end| end.windows(name.len()).any(|window| window == name))
}

/// Reads a corpus package.
///
/// # Errors
/// If it cannot be read, or is no package.
pub fn read_package(path: &Path) -> Result<CorpusPackage, CliError> {
    CorpusPackage::read(&read_bytes(path)?).map_err(|reason| CliError::Package(path.to_owned(), reason))
}

/// Returns an error if a corpus that is to be written is a package.
///
/// # Errors
/// [`CliError::IsPackage`].
pub fn refuse_package(corpus: &Path) -> Result<(), CliError> {
    match is_package(corpus) {
        true => Err(CliError::IsPackage(corpus.to_owned())),
        false => Ok(()),
    }
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
