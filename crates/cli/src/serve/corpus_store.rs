//! The served corpus on disk: what the site is built from, and what the workbench saves into it.
//!
//! A page is made of one state of the corpus, which is known by the SHA-256 of the published `corpus.json`. The store remembers
//! the digests of the files of each state. A save is refused if a file has changed since the state that the page has, so that
//! neither another tab nor an editor loses anything. What is replaced is copied first (`backup`).
//!
//! Where the corpus goes: a single document is replaced as a whole, also if it is the only one of a folder; several documents
//! each keep what they have (`documents_after`); a package is written anew with its other texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use thidua_core::corpus::{Severity, load, validate};
use thidua_core::domain::Corpus;
use thidua_core::text::sha256;
use thidua_publish::{CorpusPackage, PACKAGE_FILE};

use super::backup::keep_copies;
use super::documents_after::DocumentsAfter;
use super::file_digests::FileDigests;
use super::save_error::SaveError;
use crate::CliError;
use crate::beside_corpus::{attestation_path, folder_of, settings_path, texts_path};
use crate::corpus_folder::list_documents;
use crate::files::{is_package, read_bytes, read_corpus, read_package};
use crate::names::read_documents;
use crate::report;
use crate::source_texts::{SourceFolder, SourceLookup};
use crate::write_file::replace_file;

/// Name of the state of a corpus: the SHA-256 of its document as it is published.
pub type State = String;

/// Served corpus.
#[derive(Debug)]
pub struct CorpusStore {
    /// Path of the corpus.
    corpus: PathBuf,
    /// Folder of the source texts, which may not exist yet.
    texts: PathBuf,
    states: Mutex<States>,
}

/// States that the store knows.
#[derive(Debug, Default)]
pub struct States {
    /// The oldest first, at most [`MAX_STATES`].
    known: Vec<(State, FileDigests)>,
    /// State after the last build or save.
    latest: State,
    /// State that the served site shows.
    shown: State,
}

/// Number of states that are remembered: a page that is older must be reloaded.
const MAX_STATES: usize = 50;

impl States {
    fn find(&self, state: &str) -> Option<&FileDigests> {
        self.known.iter().rev().find(|(known, _)| known == state).map(|(_, digests)| digests)
    }

    /// Remembers the files of a state as the latest one.
    fn add(&mut self, state: &str, digests: FileDigests) {
        self.known.retain(|(known, _)| known != state);
        if self.known.len() >= MAX_STATES {
            self.known.remove(0);
        }
        self.known.push((state.to_owned(), digests));
        state.clone_into(&mut self.latest);
    }
}

/// What was saved.
#[derive(Debug, serde::Serialize)]
pub struct Saved {
    /// Files that were written, relative to the folder of the corpus.
    pub saved: Vec<String>,
    /// Folder with the copies of what was replaced; `None` if nothing was.
    pub kept: Option<String>,
    /// State of the corpus now.
    pub state: State,
}

impl CorpusStore {
    /// Creates the store of a corpus; `texts` is the folder of its source texts, if it is not the usual one.
    pub fn new(corpus: &Path, texts: Option<&Path>) -> CorpusStore {
        let texts = texts.map_or_else(|| texts_path(corpus), Path::to_owned);
        CorpusStore { corpus: corpus.to_owned(), texts, states: Mutex::default() }
    }

    /// Returns the absolute path of the corpus.
    pub fn place(&self) -> PathBuf {
        std::path::absolute(&self.corpus).unwrap_or_else(|_| self.corpus.clone())
    }

    /// Returns the number of its documents.
    pub fn documents(&self) -> usize {
        if self.corpus.is_dir() { list_documents(&self.corpus).map_or(0, |all| all.len()) } else { 1 }
    }

    /// Returns the state that the served site shows.
    pub fn shown(&self) -> State {
        self.lock().shown.clone()
    }

    /// Records that the served site shows `state`.
    pub fn set_shown(&self, state: &str) {
        state.clone_into(&mut self.lock().shown);
    }

    /// Reads the corpus with `read`, which returns it with its state, while nothing is saved.
    ///
    /// # Errors
    /// The error of `read`, or if the files of the corpus cannot be read.
    pub fn read<T>(
        &self,
        read: impl FnOnce() -> Result<Option<(State, T)>, CliError>,
    ) -> Result<Option<(State, T)>, CliError> {
        let mut states = self.lock();
        let before = self.digests()?;
        let Some((state, value)) = read()? else { return Ok(None) };
        // If somebody has written in between, the next reading gives the state that the files have.
        if self.digests()? == before {
            states.add(&state, before);
        }
        Ok(Some((state, value)))
    }

    /// Saves a package that was made from `state`; without one, from the latest.
    ///
    /// # Errors
    /// A [`SaveError`]. Nothing has then changed on disk.
    pub fn save(&self, state: Option<&str>, package: CorpusPackage) -> Result<Saved, SaveError> {
        let after = load(&package.corpus).map_err(SaveError::Load)?;
        let errors = validate(&after).into_iter().filter(|problem| problem.severity == Severity::Error);
        let errors: Vec<_> = errors.collect();
        if let Some(first) = errors.first() {
            return Err(SaveError::Invalid(errors.len(), Box::new(first.clone())));
        }
        let mut states = self.lock();
        let state = state.unwrap_or(&states.latest);
        let then = states.find(state).ok_or(SaveError::UnknownState)?;
        let now = self.digests()?;
        // Before anything is read for the changes: a document that is broken now has been changed.
        self.refuse_changed(then, &now, &BTreeSet::new())?;
        let files = self.changes(package, &after)?;
        let paths: Vec<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
        self.refuse_changed(then, &now, &paths.iter().copied().collect())?;
        let kept = keep_copies(folder_of(&self.corpus), &paths);
        let kept = kept.map_err(|(path, reason)| CliError::Write(path, reason))?;
        write_all(&files)?;
        let state = self.published_state()?;
        states.add(&state, self.digests()?);
        Ok(Saved { saved: paths.into_iter().map(|path| self.name(path)).collect(), kept, state })
    }

    fn refuse_changed(
        &self,
        then: &FileDigests,
        now: &FileDigests,
        written: &BTreeSet<&Path>,
    ) -> Result<(), SaveError> {
        let changed = then.changed(now, written);
        match changed.is_empty() {
            true => Ok(()),
            false => Err(SaveError::Changed(changed.iter().map(|path| self.name(path)).collect())),
        }
    }

    /// Returns the files that a package changes, with their new content: texts first, documents last.
    fn changes(&self, package: CorpusPackage, after: &Corpus) -> Result<Vec<(PathBuf, Vec<u8>)>, SaveError> {
        if is_package(&self.corpus) {
            let mut whole = read_package(&self.corpus)?;
            whole.corpus = package.corpus;
            whole.attestation = package.attestation.or(whole.attestation);
            whole.texts.extend(package.texts);
            whole.settings.url = package.settings.url.or(whole.settings.url);
            return self
                .only_changed(vec![(self.corpus.clone(), whole.write().map_err(SaveError::Package)?)]);
        }
        let mut files = Vec::new();
        for (stem, text) in &package.texts {
            files.push((self.text_path(stem)?, text.clone().into_bytes()));
        }
        files.extend(package.attestation.clone().map(|bytes| (attestation_path(&self.corpus), bytes)));
        if package.settings.url.is_some() {
            let settings = CorpusPackage { texts: BTreeMap::new(), attestation: None, ..package.clone() };
            let written = settings.files().map_err(SaveError::Package)?.remove(PACKAGE_FILE);
            files.extend(written.map(|bytes| (settings_path(&self.corpus), bytes)));
        }
        let documents =
            if self.corpus.is_dir() { list_documents(&self.corpus)? } else { vec![self.corpus.clone()] };
        match documents.as_slice() {
            [one] => files.push((one.clone(), package.corpus)),
            _ => files.extend(self.divided(after)?),
        }
        self.only_changed(files)
    }

    /// Returns the documents of the folder with the content that they have after a change, and the new ones.
    fn divided(&self, after: &Corpus) -> Result<Vec<(PathBuf, Vec<u8>)>, SaveError> {
        let (files, _) = read_documents(&self.corpus)?;
        let before: Vec<Corpus> = files.iter().map(|file| file.corpus.clone()).collect();
        let divided = DocumentsAfter::new(&before, after);
        if !divided.makes(after) {
            return Err(SaveError::NotDivisible);
        }
        let mut changes = Vec::new();
        for (file, document) in files.iter().zip(&divided.documents) {
            if *document != file.corpus {
                changes.push((file.path.clone(), file.to_bytes(document)?));
            }
        }
        for (id, document) in &divided.new {
            let free = (1..).map(|number| match number {
                1 => self.corpus.join(format!("{id}.json")),
                number => self.corpus.join(format!("{id}-{number}.json")),
            });
            let path = free.into_iter().find(|path| !path.exists()).unwrap_or_default();
            changes.push((path, report::json(document)?.into_bytes()));
        }
        Ok(changes)
    }

    /// Returns the path of a source text: that of the file of this name, or of a new one.
    fn text_path(&self, stem: &str) -> Result<PathBuf, SaveError> {
        let new = || self.texts.join(format!("{stem}.txt"));
        if !self.texts.is_dir() {
            return Ok(new());
        }
        match SourceFolder::open(&self.texts)?.find(stem) {
            SourceLookup::File(path) => Ok(path.to_owned()),
            SourceLookup::Missing(_) => Ok(new()),
            SourceLookup::Several(names) => Err(CliError::AmbiguousText(self.texts.clone(), names).into()),
        }
    }

    /// Removes the files that have their new content already.
    fn only_changed(&self, mut files: Vec<(PathBuf, Vec<u8>)>) -> Result<Vec<(PathBuf, Vec<u8>)>, SaveError> {
        files.retain(|(path, new)| !fs::read(path).is_ok_and(|old| old == *new));
        Ok(files)
    }

    fn digests(&self) -> Result<FileDigests, CliError> {
        FileDigests::read(&self.corpus, &self.texts)
    }

    /// Returns the state of the corpus on disk.
    fn published_state(&self) -> Result<State, CliError> {
        let loaded = read_corpus(&self.corpus)?;
        match loaded.document {
            Some(document) => Ok(document.sha256),
            None => Ok(sha256(report::json(&loaded.merged.corpus)?.as_bytes())),
        }
    }

    /// Returns a path relative to the folder of the corpus, with `/` between folders.
    fn name(&self, path: &Path) -> String {
        let inner = path.strip_prefix(folder_of(&self.corpus)).unwrap_or(path);
        inner.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
    }

    fn lock(&self) -> MutexGuard<'_, States> {
        // A thread that panicked has left the states as they were or complete.
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes files, each atomically. If one cannot be written, those before it get their old content again.
fn write_all(files: &[(PathBuf, Vec<u8>)]) -> Result<(), CliError> {
    let mut written: Vec<(&Path, Option<Vec<u8>>)> = Vec::new();
    for (path, new) in files {
        let old = path.is_file().then(|| read_bytes(path)).transpose();
        let replaced = old.and_then(|old| {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(|reason| CliError::Write(folder.to_owned(), reason))?;
            }
            replace_file(path, new).map(|()| old)
        });
        match replaced {
            Ok(old) => written.push((path, old)),
            Err(error) => {
                for (path, old) in written.into_iter().rev() {
                    // What cannot be put back is in the folder of copies.
                    let _back = match old {
                        Some(old) => replace_file(path, &old).is_ok(),
                        None => fs::remove_file(path).is_ok(),
                    };
                }
                return Err(error);
            }
        }
    }
    Ok(())
}
