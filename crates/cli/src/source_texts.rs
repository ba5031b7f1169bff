//! The folder of the source texts: `<file_stem>.txt` each, found by their names in NFC.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::CliError;
use super::files::read_bytes;
use super::names::{composed, composed_name, is_passed_over, without_ending};
use thidua_core::corpus::{SourceTexts, decode};
use thidua_core::domain::{Corpus, file_stem_fault};
use thidua_core::text::sha256;

/// The texts of a folder by their names.
#[derive(Debug)]
pub struct SourceFolder {
    /// By name in NFC, without the ending.
    files: BTreeMap<String, Vec<PathBuf>>,
    /// The same by name in lower case.
    by_lower_case: BTreeMap<String, Vec<PathBuf>>,
}

/// What a folder has under a name.
#[derive(Debug, PartialEq, Eq)]
pub enum Lookup<'a> {
    /// This file.
    File(&'a Path),
    /// None, but perhaps one whose name is close to it.
    Missing(Option<String>),
    /// Several files whose names differ in their Unicode form only.
    Several(Vec<String>),
}

impl SourceFolder {
    /// Lists a folder.
    ///
    /// # Errors
    /// Where it is none, or cannot be read.
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
            let name = composed_name(&path);
            if let Some(stem) =
                without_ending(&name, ".txt").filter(|_| !is_passed_over(&name) && !path.is_dir())
            {
                texts.by_lower_case.entry(stem.to_lowercase()).or_default().push(path.clone());
                texts.files.entry(stem.to_owned()).or_default().push(path);
            }
        }
        Ok(texts)
    }

    /// The file of a text. A name in another case is taken where it is the only one, as many disks do.
    pub fn find(&self, stem: &str) -> Lookup<'_> {
        let stem = composed(stem);
        let files = self.files.get(&stem).or_else(|| self.by_lower_case.get(&stem.to_lowercase()));
        match files.map(Vec::as_slice) {
            Some([file]) => Lookup::File(file),
            Some(several) => Lookup::Several(several.iter().map(|file| shown(file)).collect()),
            None => Lookup::Missing(self.close_to(&stem)),
        }
    }

    /// The name of a file that may be meant: with the ending twice, or given with the ending.
    fn close_to(&self, stem: &str) -> Option<String> {
        let twice = self.files.get(&format!("{stem}.txt"));
        let once = without_ending(stem, ".txt").and_then(|stem| self.files.get(stem));
        twice.or(once)?.first().map(|file| shown(file))
    }
}

/// The name of a file, with each letter that is decomposed told apart.
fn shown(file: &Path) -> String {
    let name = file.file_name().map_or_else(|| file.to_string_lossy(), |name| name.to_string_lossy());
    format!("“{}” ({} bytes in its name)", composed(&name), name.len())
}

/// Reads the source texts that a corpus names, from a folder. A text that is not there, or cannot be read, is left for
/// verification to report.
///
/// # Errors
/// Where the folder is none, or cannot be listed.
pub fn read_sources(folder: &Path, corpus: &Corpus) -> Result<SourceTexts, CliError> {
    let texts = SourceFolder::open(folder)?;
    let mut sources = SourceTexts::default();
    for article in &corpus.articles {
        let stem = article.text.file_stem.as_str();
        match text_of(&texts, stem) {
            Ok((text, sha256)) => sources.insert(stem, &text, &sha256),
            Err(reason) => sources.insert_unreadable(stem, &reason),
        }
    }
    Ok(sources)
}

/// A text with its byte order mark, which is for verification to name, and its SHA-256; or why there is none.
fn text_of(texts: &SourceFolder, stem: &str) -> Result<(String, String), String> {
    if file_stem_fault(stem).is_some() {
        return Err("the name of the source text is not the plain name of a file".to_owned());
    }
    let path = match texts.find(stem) {
        Lookup::File(path) => path,
        Lookup::Several(names) => {
            return Err(format!(
                "several files have this name, in different Unicode forms or letter case: {}; keep one",
                names.join(", ")
            ));
        }
        Lookup::Missing(None) => return Err("the source text is missing".to_owned()),
        Lookup::Missing(Some(other)) => {
            return Err(format!(
                "the source text is missing; {other} is there: is the ending .txt written twice?"
            ));
        }
    };
    let bytes = read_bytes(path).map_err(|error| error.to_string())?;
    decode(&bytes).map_err(|error| error.to_string())?;
    let sha256 = sha256(&bytes);
    let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    Ok((text, sha256))
}
