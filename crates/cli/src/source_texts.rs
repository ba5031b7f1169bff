//! Folder of the source texts, `<file_stem>.txt` each. Names are compared in NFC.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use thidua_core::corpus::{SourceTexts, decode};
use thidua_core::domain::{Corpus, file_stem_fault};
use thidua_core::text::sha256;
use thidua_publish::CorpusPackage;

use super::CliError;
use super::file_names::{is_ignored, nfc_name, to_nfc, without_ending};
use super::files::read_bytes;

/// Source texts of a folder by name.
#[derive(Debug)]
pub struct SourceFolder {
    /// Files by name in NFC, without the ending.
    files: BTreeMap<String, Vec<PathBuf>>,
    /// The same files by name in lower case.
    by_lower_case: BTreeMap<String, Vec<PathBuf>>,
}

/// Result of a search for a source text.
#[derive(Debug, PartialEq, Eq)]
pub enum SourceLookup<'a> {
    /// The file.
    File(&'a Path),
    /// No file. The value is a similar name, if there is one.
    Missing(Option<String>),
    /// Several files whose names differ only in Unicode form or case.
    Several(Vec<String>),
}

impl SourceFolder {
    /// Lists a folder.
    ///
    /// # Errors
    /// If it is no folder, or cannot be read.
    pub fn open(folder: &Path) -> Result<SourceFolder, CliError> {
        if !folder.is_dir() {
            return Err(CliError::NotAFolder(folder.to_owned()));
        }
        let error = |e| CliError::Read(folder.to_owned(), e);
        let mut texts = SourceFolder { files: BTreeMap::new(), by_lower_case: BTreeMap::new() };
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder).map_err(error)? {
            paths.push(entry.map_err(error)?.path());
        }
        paths.sort();
        for path in paths {
            let name = nfc_name(&path);
            if let Some(stem) = without_ending(&name, ".txt").filter(|_| !is_ignored(&name) && !path.is_dir())
            {
                texts.by_lower_case.entry(stem.to_lowercase()).or_default().push(path.clone());
                texts.files.entry(stem.to_owned()).or_default().push(path);
            }
        }
        Ok(texts)
    }

    /// Finds the file of a text. Like many disks, it accepts a name in another case if that is unique.
    pub fn find(&self, stem: &str) -> SourceLookup<'_> {
        let stem = to_nfc(stem);
        let files = self.files.get(&stem).or_else(|| self.by_lower_case.get(&stem.to_lowercase()));
        match files.map(Vec::as_slice) {
            Some([file]) => SourceLookup::File(file),
            Some(several) => SourceLookup::Several(several.iter().map(|file| display_name(file)).collect()),
            None => SourceLookup::Missing(self.similar_name(&stem)),
        }
    }

    /// Returns the name of a file that may be meant: the ending is written twice, or `stem` has the ending.
    fn similar_name(&self, stem: &str) -> Option<String> {
        let twice = self.files.get(&format!("{stem}.txt"));
        let once = without_ending(stem, ".txt").and_then(|stem| self.files.get(stem));
        twice.or(once)?.first().map(|file| display_name(file))
    }
}

/// Returns the name of a file for a message, with its length, which tells decomposed letters apart.
fn display_name(file: &Path) -> String {
    let name = file.file_name().map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
    format!("“{}” ({} bytes in its name)", to_nfc(&name), name.len())
}

/// Reads the source texts of a corpus from a folder. Verification reports texts that are missing or cannot be read.
///
/// # Errors
/// If `folder` is no folder, or cannot be listed.
pub fn read_sources(folder: &Path, corpus: &Corpus) -> Result<SourceTexts, CliError> {
    let texts = SourceFolder::open(folder)?;
    let mut sources = SourceTexts::default();
    for article in &corpus.articles {
        let stem = article.text.file_stem.as_str();
        match text_of(&texts, stem) {
            Ok(Some((text, sha256))) => sources.insert(stem, &text, &sha256),
            Ok(None) => {}
            Err(reason) => sources.insert_unreadable(stem, &reason),
        }
    }
    Ok(sources)
}

/// Returns the source texts of a corpus that are in its package.
pub fn packed_sources(package: &CorpusPackage, corpus: &Corpus) -> SourceTexts {
    let texts: BTreeMap<String, &String> =
        package.texts.iter().map(|(stem, text)| (to_nfc(stem), text)).collect();
    let mut sources = SourceTexts::default();
    for article in &corpus.articles {
        let stem = article.text.file_stem.as_str();
        if let Some(text) = texts.get(&to_nfc(stem)) {
            sources.insert(stem, text, &sha256(text.as_bytes()));
        }
    }
    sources
}

/// Returns a text, including a byte order mark, and its SHA-256; `None` if there is no such file; or the reason why it cannot
/// be read.
fn text_of(texts: &SourceFolder, stem: &str) -> Result<Option<(String, String)>, String> {
    if file_stem_fault(stem).is_some() {
        return Err("the name of the source text is not the plain name of a file".to_owned());
    }
    let path = match texts.find(stem) {
        SourceLookup::File(path) => path,
        SourceLookup::Several(names) => {
            return Err(format!(
                "several files have this name, in different Unicode forms or letter case: {}; keep one",
                names.join(", ")
            ));
        }
        SourceLookup::Missing(None) => return Ok(None),
        SourceLookup::Missing(Some(other)) => {
            return Err(format!(
                "the source text is missing; {other} is there: is the ending .txt written twice?"
            ));
        }
    };
    let bytes = read_bytes(path).map_err(|error| error.to_string())?;
    decode(&bytes).map_err(|error| error.to_string())?;
    let sha256 = sha256(&bytes);
    let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    Ok(Some((text, sha256)))
}
