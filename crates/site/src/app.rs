//! The browser app as it was built, before a site is made with it: shell, scripts, WebAssembly, styles, fonts, icons.
//!
//! It comes from a folder that the browser build wrote, or from one archive; a program for site owners carries such an
//! archive, so that they need nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use super::SiteError;
use super::tables::archive;

/// The shell, into which pages are spliced.
const SHELL: &str = "index.html";
/// Files that lie beside the app where it is built and belong to the corpus there.
const DATA: [&str; 3] = ["corpus.json", "corpus.schema.json", "attestation.json"];

/// The files of the app by their paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    files: BTreeMap<String, Vec<u8>>,
}

impl App {
    /// Reads the app from a folder, or from an archive that [`App::pack`] made.
    ///
    /// # Errors
    /// Where it cannot be read, or is no app.
    pub fn read(path: &Path) -> Result<App, SiteError> {
        if !path.is_dir() {
            return App::unpack(&fs::read(path).map_err(|reason| SiteError::reading(path, reason))?);
        }
        let mut files = BTreeMap::new();
        collect(path, "", &mut files)?;
        App::of(files)
    }

    /// Reads the app from an archive that [`App::pack`] made.
    ///
    /// # Errors
    /// Where it is none, or holds no app.
    pub fn unpack(bytes: &[u8]) -> Result<App, SiteError> {
        let broken = |reason: &dyn std::fmt::Display| SiteError::App(reason.to_string());
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
        let mut files = BTreeMap::new();
        for i in 0..zip.len() {
            let mut file = zip.by_index(i).map_err(|e| broken(&e))?;
            let mut content = Vec::new();
            file.read_to_end(&mut content).map_err(|e| broken(&e))?;
            files.insert(file.name().map_err(|e| broken(&e))?.to_string(), content);
        }
        App::of(files)
    }

    fn of(files: BTreeMap<String, Vec<u8>>) -> Result<App, SiteError> {
        match files.contains_key(SHELL) {
            true => Ok(App { files }),
            false => Err(SiteError::App(format!("no {SHELL} in it"))),
        }
    }

    /// The app as one archive, the same bytes for the same files.
    ///
    /// # Errors
    /// Where the archive cannot be made.
    pub fn pack(&self) -> Result<Vec<u8>, SiteError> {
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let files: Vec<(&str, &[u8])> = files.filter(|(path, _)| !DATA.contains(path)).collect();
        archive(&files).map_err(SiteError::Archive)
    }

    /// The shell as text.
    ///
    /// # Errors
    /// Where the app has none.
    pub fn shell(&self) -> Result<String, SiteError> {
        self.text(SHELL).ok_or_else(|| SiteError::App(format!("no {SHELL} in it")))
    }

    /// A file as text.
    pub fn text(&self, path: &str) -> Option<String> {
        self.files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// A file.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Every file by its path.
    pub fn files(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.files.iter()
    }

    /// The files that are published as they are: all but the shell and the data of another corpus.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let is_asset = |path: &str| path != SHELL && !DATA.contains(&path);
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
            .filter(move |(path, _)| is_asset(path))
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), SiteError> {
    let entries = fs::read_dir(folder).map_err(|reason| SiteError::reading(folder, reason))?;
    for entry in entries {
        let path = entry.map_err(|reason| SiteError::reading(folder, reason))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let inner = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{inner}/"), files)?;
        } else {
            files.insert(inner, fs::read(&path).map_err(|reason| SiteError::reading(&path, reason))?);
        }
    }
    Ok(())
}
